package dev.stipple.assessment.summary;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The open questions that matter most while the verdict is open, and what each can still mean. */
record OpenQuestions(Assessment assessment, Phrases phrases) {
    /** How many are told. */
    private static final int MOST = 5;

    List<Summary.Open> most() {
        if (assessment.verdict() != Verdict.UNDECIDED) {
            return List.of();
        }
        return assessment.outlook().deciding().stream()
                .limit(MOST)
                .map(slot -> new Summary.Open(slot.pointer(), phrases.say(AnswerWords.question(slot)), why(slot)))
                .toList();
    }

    /** The strictest that a rule makes of it, and of those the simplest. */
    private String why(Slot slot) {
        Optional<Rule> strictest = assessment.rulebook().rules().stream()
                .filter(rule -> rule.effect() != null && reads(rule, slot))
                .min(Comparator.comparing(Rule::effect)
                        .thenComparing(rule -> rule.condition().patterns().count()));
        return strictest.map(this::why).orElse("");
    }

    private String why(Rule rule) {
        return phrases.say(
                "why",
                Phrases.clause(phrases.say(Objects.requireNonNull(assessment
                        .rulebook()
                        .questionnaire()
                        .effects()
                        .get(Objects.requireNonNull(rule.effect()).name())))),
                Phrases.clause(phrases.say(rule.title())));
    }

    private static boolean reads(Rule rule, Slot slot) {
        return rule.condition()
                .patterns()
                .filter(pattern -> pattern.group().equals(slot.group()))
                .anyMatch(pattern -> slot.question() == null
                        || pattern.constraint()
                                .comparisons()
                                .anyMatch(comparison -> comparison.question().equals(slot.question())));
    }
}
