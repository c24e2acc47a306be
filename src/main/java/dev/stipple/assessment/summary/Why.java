package dev.stipple.assessment.summary;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Stakes;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why something is asked, in one language.
 *
 * @param text what the answer can still mean, the strictest first
 * @param rules ids of all rules that it can still make fire
 */
public record Why(String text, List<String> rules) {
    static final int MOST_EFFECTS = 3;

    /** Why the answers in some slots are asked for. */
    public static Why of(Rulebook rulebook, Answers answers, Collection<Slot> slots, Language language) {
        return of(rulebook, answers, slots, language, MOST_EFFECTS);
    }

    /** @param most how many different things that the answer can mean are told */
    static Why of(Rulebook rulebook, Answers answers, Collection<Slot> slots, Language language, int most) {
        Stakes stakes = Stakes.of(rulebook, answers, slots);
        return new Why(
                text(rulebook, stakes, new Phrases(language), most),
                stakes.rules().stream().map(Rule::id).toList());
    }

    private static String text(Rulebook rulebook, Stakes stakes, Phrases phrases, int most) {
        List<Rule> told = told(stakes.rules(), most);
        if (told.isEmpty()) {
            return phrases.say(stakes.advises() ? "why.plan" : "why.record");
        }
        return phrases.say(
                "why",
                told.stream()
                        .map(rule -> phrases.say("why.part", effect(rulebook, rule, phrases), title(rule, phrases)))
                        .collect(Collectors.joining("; ")));
    }

    /** The simplest rule of each effect. */
    private static List<Rule> told(List<Rule> rules, int most) {
        var effects = EnumSet.noneOf(Effect.class);
        var told = new ArrayList<Rule>();
        for (Rule rule : rules) {
            if (told.size() < most && effects.add(Objects.requireNonNull(rule.effect()))) {
                told.add(rule);
            }
        }
        return told;
    }

    private static String effect(Rulebook rulebook, Rule rule, Phrases phrases) {
        return Phrases.clause(phrases.say(Objects.requireNonNull(rulebook.questionnaire()
                .effects()
                .get(Objects.requireNonNull(rule.effect()).name()))));
    }

    private static String title(Rule rule, Phrases phrases) {
        return Phrases.clause(phrases.say(rule.title()));
    }
}
