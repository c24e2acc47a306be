package dev.stipple.bench;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.CodedAssessment;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.impact.Population;
import dev.stipple.questionnaire.Group;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How the cost grows with rules, entries, people and threads. */
final class Growth {
    private static final int CASES = 1000;
    private static final long SEED = 64;
    private static final int TIMES = 10;

    private final Rulebook shipped = Rulebook.load(RulesFolder.read(Path.of("rules")));

    List<Row> rows() throws Exception {
        var rows = new ArrayList<Row>();
        for (int rules : new int[] {50, 100, 200, 400, 800}) {
            rules(rules, rows);
        }
        for (int entries : new int[] {0, 1, 5, 10, 25, 50}) {
            rows.add(entries(entries));
        }
        for (int people : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
            rows.addAll(people(people, 1));
        }
        rows.addAll(people(10_000, 2));
        return rows;
    }

    private static void rules(int count, List<Row> rows) throws Exception {
        var flat = FlatRules.of(count, SEED);
        var folder = Stipple.folder(flat);
        System.setProperty("stipple.cache", Files.createTempDirectory("cache").toString());
        rows.add(Row.timed("first load of " + count + " rules", 1, () -> Rulebook.load(folder)));
        rows.add(Row.timed("reload of " + count + " rules", 3, () -> Rulebook.load(folder)));
        Rulebook rulebook = Rulebook.load(folder);
        var reasoner = new ArrayList<Reasoner>();
        rows.add(Row.timed(
                "decision diagram of " + count + " rules", 1, () -> reasoner.add(Reasoner.compiled(rulebook))));
        rows.add(Row.timed("proof of " + count + " rules", 1, () -> Proof.of(Rulebook.load(folder), List.of())));
        var stipple = new Stipple(flat);
        var cases = FlatRules.cases(CASES, SEED);
        var prepared = stipple.prepared(cases);
        rows.add(outlooks("whole outlook of a person, %d rules".formatted(count), reasoner.get(0), prepared));
        double fired = cases.stream().mapToInt(flat::firing).average().orElseThrow();
        Row all = Row.timed("", TIMES, () -> prepared.forEach(stipple::firing));
        rows.add(all.in("a case, %d rules, %.0f fire".formatted(count, fired), "us", 1000.0 / CASES));
    }

    /** A person with so many entries in each group that repeats. */
    private Row entries(int count) throws Exception {
        var assessor = assessor();
        Answers person = Answers.none(shipped.questionnaire());
        for (Group group : shipped.questionnaire().groups()) {
            if (group.repeats()) {
                person = person.with(group, Collections.nCopies(count, Entry.EMPTY));
            }
        }
        var people = new GeneratedPeople(shipped.questionnaire(), SEED);
        List<Answers> all =
                IntStream.range(0, TIMES).mapToObj(i -> people.complete()).toList();
        Answers many = people.completed(person);
        all.forEach(assessor::assess);
        Row row = Row.timed("", TIMES, () -> assessor.assess(many));
        return row.in("a person with " + count + " entries in each group", "us", 1000);
    }

    /** The median of some people who have answered everything. */
    private static Row outlooks(String name, Reasoner reasoner, List<Object> people) throws Exception {
        var times = new ArrayList<Row>();
        for (Object person : people.subList(0, TIMES)) {
            times.add(Row.timed("", 1, () -> reasoner.of((Answers) person, Outlook.Depth.WHOLE)));
        }
        return Row.percentile(name, times, 50);
    }

    private List<Row> people(int count, int threads) throws Exception {
        var assessor = assessor();
        var population = new Population(shipped.contents(), SEED);
        List<Answers> people =
                IntStream.range(0, CASES).mapToObj(i -> population.next()).toList();
        long start = System.nanoTime();
        var workers = IntStream.range(0, threads)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = thread; i < count; i += threads) {
                        CodedAssessment.of(assessor.assess(people.get(i % CASES)));
                    }
                }))
                .toList();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String name = "%,d people, %d thread(s)".formatted(count, threads);
        return List.of(Row.once(name, count / seconds, "people/s"), Row.once(name + ", heap after", heap(), "MiB"));
    }

    private Assessor assessor() {
        return new Assessor(shipped, new Reasoner(shipped), Outlook.Depth.VERDICTS);
    }

    private static double heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
}
