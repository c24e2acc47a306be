package dev.stipple.offline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.reasoning.diagram.DiagramTables;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rulebook in no language.
 *
 * @param languages tags, the one that the rules are written in first
 * @param effects names by code, as are factors by id; topics, and units of one and of many, too
 * @param yesNo the texts of yes and no
 */
record RulebookTables(
        String digest,
        List<String> languages,
        int title,
        int introduction,
        int disclaimer,
        List<OfVerdict> verdicts,
        Map<String, Integer> effects,
        List<List<Object>> topics,
        Map<String, Integer> factors,
        Map<String, List<Integer>> units,
        List<Integer> yesNo,
        List<QuestionTables.OfGroup> groups,
        InterviewTables.OfInterview interview,
        List<RuleTables.OfRule> rules,
        Map<String, RuleTables.OfSource> sources,
        SummaryTables.OfSummary summary,
        OfDiagram diagram) {

    /** What a verdict is called and means, and the sign that stands for it. */
    record OfVerdict(Verdict code, int name, int meaning, String sign) {}

    /** The decision diagram, as {@link DiagramTables} says; what tells entries apart is written as conditions are. */
    record OfDiagram(
            @JsonUnwrapped @JsonIgnoreProperties("groups") DiagramTables numbers, Map<String, OfRepeating> groups) {}

    /** A repeating group in the diagram. */
    record OfRepeating(
            int classes, List<List<Object>> patterns, List<String> passes, List<DiagramTables.Place> places) {}

    static RulebookTables of(Rulebook rulebook, DiagramTables diagram, Texts texts) {
        Questionnaire questionnaire = rulebook.questionnaire();
        var questions = new QuestionTables(texts, rulebook.folder().pictures());
        return new RulebookTables(
                rulebook.digest(),
                questionnaire.languages().tags(),
                texts.of(questionnaire.title()),
                texts.of(questionnaire.introduction()),
                texts.of(questionnaire.disclaimer()),
                Stream.of(Verdict.values())
                        .map(verdict -> verdict(questionnaire, verdict, texts))
                        .toList(),
                Stream.of(Effect.values())
                        .collect(Collectors.toMap(
                                Effect::name,
                                effect -> texts.of(Objects.requireNonNull(
                                        questionnaire.effects().get(effect.name()))),
                                (one, other) -> one,
                                TreeMap::new)),
                questionnaire.topics().entrySet().stream()
                        .map(topic -> List.<Object>of(topic.getKey(), texts.of(topic.getValue())))
                        .toList(),
                named(rulebook.factors(), texts),
                units(questionnaire, texts),
                List.of(texts.of(questionnaire.yesOrNo(true)), texts.of(questionnaire.yesOrNo(false))),
                questionnaire.groups().stream().map(questions::of).toList(),
                new InterviewTables(texts, questions).of(rulebook.interview()),
                new RuleTables(texts).of(rulebook.rules()),
                sources(rulebook),
                new SummaryTables(texts).of(rulebook.summary()),
                diagram(diagram));
    }

    private static OfVerdict verdict(Questionnaire questionnaire, Verdict verdict, Texts texts) {
        var wording = Objects.requireNonNull(questionnaire.verdicts().get(verdict.name()));
        return new OfVerdict(verdict, texts.of(wording.name()), texts.of(wording.meaning()), wording.sign());
    }

    private static Map<String, Integer> named(Map<String, Wording> names, Texts texts) {
        var named = new TreeMap<String, Integer>();
        names.forEach((id, name) -> named.put(id, texts.of(name)));
        return named;
    }

    private static Map<String, List<Integer>> units(Questionnaire questionnaire, Texts texts) {
        var units = new TreeMap<String, List<Integer>>();
        questionnaire
                .units()
                .forEach((key, unit) -> units.put(key, List.of(texts.of(unit.one()), texts.of(unit.other()))));
        return units;
    }

    private static Map<String, RuleTables.OfSource> sources(Rulebook rulebook) {
        var sources = new TreeMap<String, RuleTables.OfSource>();
        rulebook.sources().forEach((id, source) -> sources.put(id, RuleTables.OfSource.of(source)));
        return sources;
    }

    private static OfDiagram diagram(DiagramTables diagram) {
        var groups = new TreeMap<String, OfRepeating>();
        diagram.groups().forEach((id, group) -> groups.put(id, repeating(group)));
        return new OfDiagram(diagram, groups);
    }

    private static OfRepeating repeating(DiagramTables.Repeating group) {
        return new OfRepeating(
                group.classes(),
                group.patterns().stream().map(Conditions::of).toList(),
                group.passes().stream()
                        .map(each ->
                                each.stream().map(passes -> passes ? "1" : "0").collect(Collectors.joining()))
                        .toList(),
                group.places());
    }
}
