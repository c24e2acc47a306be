package dev.stipple.bench;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.authoring.impact.Population;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long the next question takes to find in an interview that asks one after the other until the verdict is settled. */
final class Interview {
    private static final int PEOPLE = 40;
    private static final long SEED = 7;

    List<Row> rows() throws Exception {
        var rulebook = Rulebook.load(RulesFolder.read(Path.of("rules")));
        var population = new Population(rulebook.contents(), SEED);
        List<Answers> people = Stream.generate(population::next).limit(PEOPLE).toList();
        var rows = new ArrayList<Row>();
        for (String name : List.of("solver", "diagram")) {
            Reasoner reasoner = ReasonerBenchmark.of(name, rulebook);
            var times = new ArrayList<Row>();
            for (int round = 0; round < 2; round++) {
                times.clear();
                for (Answers person : people) {
                    interview(reasoner, person, times);
                }
            }
            rows.add(Row.percentile("next question of an interview, p50, " + name, times, 50));
            rows.add(Row.percentile("next question of an interview, p95, " + name, times, 95));
        }
        return rows;
    }

    private static void interview(Reasoner reasoner, Answers person, List<Row> times) throws Exception {
        Answers answers = Answers.none(person.questionnaire());
        while (true) {
            Answers sofar = answers;
            var next = new ArrayList<Slot>();
            times.add(Row.timed("", 1, () -> next.addAll(reasoner.deciding(sofar))));
            Optional<Slot> told =
                    next.stream().filter(slot -> answerable(person, slot)).findFirst();
            if (told.isEmpty()) {
                return;
            }
            answers = answered(answers, person, told.get());
        }
    }

    /** Not a question that the person left open. */
    private static boolean answerable(Answers person, Slot slot) {
        return slot.question() == null || person.value(slot).isPresent();
    }

    private static Answers answered(Answers answers, Answers person, Slot slot) {
        return slot.question() == null
                ? answers.with(
                        slot.group(),
                        Collections.nCopies(person.entries(slot.group()).size(), Entry.EMPTY))
                : answers.with(slot, person.value(slot).orElseThrow());
    }
}
