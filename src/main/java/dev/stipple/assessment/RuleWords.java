package dev.stipple.assessment;

import dev.stipple.assessment.Explanation.Citation;
import dev.stipple.assessment.Explanation.Note;
import dev.stipple.assessment.Explanation.Otherwise;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Direction;
import dev.stipple.rule.Dissent;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says to everyone it fires for, in one language: most of every explanation, and so put into words once.
 *
 * @param factor name of the factor; null for a rule of the plan, as is the effect's
 * @param topic name of the topic; null for a rule that has an effect
 */
record RuleWords(
        @Nullable String factor,
        @Nullable String effect,
        @Nullable String topic,
        String title,
        String because,
        List<Citation> sources,
        List<Otherwise> otherwise,
        List<Note> notes) {
    private static final Map<Rulebook, Map<Language, Map<String, RuleWords>>> WORDED =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** The words of all rules, by rule id. */
    static Map<String, RuleWords> of(Rulebook rulebook, Language language) {
        return Objects.requireNonNull(WORDED.computeIfAbsent(rulebook, RuleWords::all)
                .get(rulebook.questionnaire().languages().spoken(language)));
    }

    private static Map<Language, Map<String, RuleWords>> all(Rulebook rulebook) {
        var all = new HashMap<Language, Map<String, RuleWords>>();
        for (Language language : rulebook.questionnaire().languages().all()) {
            var byRule = new HashMap<String, RuleWords>();
            rulebook.rules().forEach(rule -> byRule.put(rule.id(), of(rule, rulebook, language)));
            all.put(language, byRule);
        }
        return all;
    }

    private static RuleWords of(Rule rule, Rulebook rulebook, Language language) {
        Questionnaire questionnaire = rulebook.questionnaire();
        return new RuleWords(
                in(rulebook.factors(), rule.factor(), language),
                in(
                        questionnaire.effects(),
                        rule.effect() == null ? null : rule.effect().name(),
                        language),
                in(questionnaire.topics(), rule.topic(), language),
                rule.title().in(language),
                rule.because().in(language),
                rule.sources().stream()
                        .map(source -> citation(source, language))
                        .toList(),
                rule.otherwise().stream()
                        .map(dissent -> otherwise(rule, dissent, language))
                        .toList(),
                rule.notes().stream()
                        .map(note -> new Note(
                                citation(note.source(), language), note.says().in(language)))
                        .toList());
    }

    private static Otherwise otherwise(Rule rule, Dissent dissent, Language language) {
        return new Otherwise(
                citation(dissent.source(), language),
                Direction.of(rule, dissent),
                dissent.code(),
                dissent.says().in(language));
    }

    private static @Nullable String in(Map<String, Wording> names, @Nullable String key, Language language) {
        Wording name = key == null ? null : names.get(key);
        return name == null ? null : name.in(language);
    }

    private static Citation citation(Source source, Language language) {
        return new Citation(
                source.id(),
                source.title(),
                source.publisher(),
                source.year(),
                source.kind(),
                source.address(),
                source.strength(),
                source.note() == null ? null : source.note().in(language));
    }
}
