package dev.stipple.bench;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.questionnaire.Value;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Our rulebook with full findings. */
final class Stipple implements Contender {
    private static final String LOOK = "{en: x, fr: x}";

    private final Rulebook rulebook;
    private final Group group;

    Stipple(FlatRules flat) {
        rulebook = Rulebook.load(folder(flat));
        group = rulebook.questionnaire().groups().get(0);
    }

    /** A rules folder that says the same as the flat rules. */
    static RulesFolder folder(FlatRules flat) {
        var texts = new TreeMap<String, String>();
        texts.put("questionnaire.yaml", questionnaire());
        texts.put("sources.yaml", """
                sources:
                - {id: S, title: x, publisher: x, kind: seed, strength: very low, note: {en: x, fr: x}}
                """);
        texts.put(
                "flat.drl",
                "package stipple.rules\n"
                        + flat.rules().stream().map(Stipple::rule).collect(Collectors.joining()));
        texts.put(
                "flat.fr.yaml",
                flat.rules().stream()
                        .map(rule -> id(rule) + ": {title: x, because: x}\n")
                        .collect(Collectors.joining()));
        var folder = new RulesFolder(texts);
        var faults = new ArrayList<Fault>();
        return folder.with(FactsFile.NAME, FactsFile.write(QuestionnaireFile.read(folder, faults)));
    }

    private static String id(FlatRules.FlatRule rule) {
        return "FLA-%02d".formatted(rule.number() + 1);
    }

    private static String rule(FlatRules.FlatRule rule) {
        return """

                rule "%s"
                    @id(%s)
                    @effect(CONDITIONS)
                    @because("x")
                    @source("S")
                when
                    Numbers( %s )
                then
                    findings.add(drools);
                end
                """.formatted(rule.name(), id(rule), rule.text("f%d", ", "));
    }

    private static String questionnaire() {
        String verdicts = List.of(
                        "NOT_SUITABLE",
                        "MEDICAL_CLEARANCE",
                        "DEFER",
                        "SUITABLE_WITH_CONDITIONS",
                        "SUITABLE",
                        "UNDECIDED")
                .stream()
                .map(verdict -> "  %s: {name: %s, meaning: %s, sign: x}\n".formatted(verdict, LOOK, LOOK))
                .collect(Collectors.joining());
        String effects = List.of("NOT_SUITABLE", "MEDICAL_CLEARANCE", "DEFER", "CONDITIONS", "SUPPORTS").stream()
                .map(effect -> "  " + effect + ": " + LOOK + "\n")
                .collect(Collectors.joining());
        String units = Stream.of("points", "days", "weeks", "months")
                .map(unit -> "  " + unit + ": {one: " + LOOK + ", other: " + LOOK + "}\n")
                .collect(Collectors.joining());
        String questions = IntStream.range(0, FlatRules.FIELDS)
                .mapToObj(field -> "  - {id: f%d, type: integer, unit: points, min: 0, max: %d, text: %s}\n"
                        .formatted(field, FlatRules.HIGHEST, LOOK))
                .collect(Collectors.joining());
        return "title: " + LOOK + "\nintroduction: " + LOOK + "\ndisclaimer: " + LOOK + "\nverdicts:\n" + verdicts
                + "effects:\n" + effects + "topics: {}\nchanges: {}\nfactors: {flat: " + LOOK + "}\nunits:\n" + units
                + "groups:\n- group: numbers\n  fact: Numbers\n  title: " + LOOK + "\n  questions:\n" + questions;
    }

    @Override
    public Object prepared(int[] values) {
        Map<String, Value> entry = new HashMap<>();
        for (Question question : group.questions()) {
            entry.put(
                    question.id(),
                    new Value.Quantity(values[Integer.parseInt(question.id().substring(1))]));
        }
        return Answers.none(rulebook.questionnaire()).with(group, List.of(new Entry(entry)));
    }

    @Override
    public int firing(Object prepared) {
        return rulebook.findings((Answers) prepared).size();
    }
}
