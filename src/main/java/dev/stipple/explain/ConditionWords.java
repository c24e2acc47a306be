package dev.stipple.explain;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Puts conditions into the words of the questionnaire. */
record ConditionWords(Questionnaire questionnaire, Language language) {

    List<RuleCard.Line> lines(Condition condition) {
        var lines = new ArrayList<RuleCard.Line>();
        condition.parts().forEach(part -> lines.addAll(lines(0, part)));
        return List.copyOf(lines);
    }

    private List<RuleCard.Line> lines(int depth, Condition condition) {
        return condition.match(
                all -> parts("all", depth, all),
                any -> parts("any", depth, any),
                matches -> pattern("some", depth, matches.pattern()),
                exists -> pattern("some", depth, exists.pattern()),
                notAny -> pattern("none", depth, notAny.pattern()),
                answered -> List.of(new RuleCard.Line(depth, title(answered.group()) + ": " + word("answered"))),
                decided -> List.of(new RuleCard.Line(depth, word("decided") + " " + verdicts(decided))));
    }

    private List<RuleCard.Line> parts(String quantity, int depth, Condition condition) {
        var lines = new ArrayList<RuleCard.Line>();
        lines.add(new RuleCard.Line(depth, word(quantity)));
        condition.parts().forEach(part -> lines.addAll(lines(depth + 1, part)));
        return lines;
    }

    private List<RuleCard.Line> pattern(String quantity, int depth, Pattern pattern) {
        var lines = new ArrayList<RuleCard.Line>();
        boolean plain = quantity.equals("some") && !pattern.group().repeats();
        if (!plain) {
            boolean any = pattern.constraint().comparisons().findAny().isEmpty();
            String words = word(any ? quantity + "AtAll" : quantity);
            lines.add(new RuleCard.Line(depth, title(pattern.group()) + ": " + words));
        }
        int deeper = plain ? depth : depth + 1;
        if (pattern.constraint() instanceof Constraint.AllOf all) {
            all.parts().forEach(part -> lines.addAll(constraint(deeper, part)));
        } else {
            lines.addAll(constraint(deeper, pattern.constraint()));
        }
        return lines;
    }

    private List<RuleCard.Line> constraint(int depth, Constraint constraint) {
        return constraint.match(
                all -> constraints("all", depth, all.parts()),
                any -> constraints("any", depth, any.parts()),
                comparison -> List.of(new RuleCard.Line(
                        depth, comparison.question().text().in(language) + " " + answer(comparison))));
    }

    private List<RuleCard.Line> constraints(String quantity, int depth, List<Constraint> parts) {
        var lines = new ArrayList<RuleCard.Line>();
        lines.add(new RuleCard.Line(depth, word(quantity)));
        parts.forEach(part -> lines.addAll(constraint(depth + 1, part)));
        return lines;
    }

    private String answer(Comparison comparison) {
        boolean number = comparison.question() instanceof Question.Number;
        String operator = word(
                switch (comparison.operator()) {
                    case EQUAL, IN -> "is";
                    case NOT_EQUAL, NOT_IN -> "isNot";
                    case LESS -> number ? "less" : "lower";
                    case AT_MOST -> number ? "atMost" : "lowest";
                    case GREATER -> number ? "greater" : "higher";
                    case AT_LEAST -> number ? "atLeast" : "highest";
                    case CONTAINS -> "contains";
                    case NOT_CONTAINS -> "lacks";
                    case KNOWN -> "known";
                    case UNKNOWN -> "unknown";
                });
        return (operator + " " + literals(comparison)).strip();
    }

    private String literals(Comparison comparison) {
        Question.Closed question = comparison.question();
        return comparison.literals().stream()
                .map(literal -> AnswerWords.answer(questionnaire, question, value(question, literal), language))
                .collect(Collectors.joining(" " + word("or") + " "));
    }

    private static Value value(Question.Closed question, String literal) {
        return question.match(
                number -> new Value.Quantity(Integer.parseInt(literal)),
                yesNo -> new Value.Flag(Boolean.parseBoolean(literal)),
                choice -> new Value.Choice(choice.option(literal).orElseThrow()),
                choices -> new Value.Choice(choices.option(literal).orElseThrow()));
    }

    private String verdicts(Condition.Decided decided) {
        return decided.verdicts().stream()
                .sorted()
                .map(verdict -> Objects.requireNonNull(questionnaire.verdicts().get(verdict.name()))
                        .name()
                        .in(language))
                .collect(Collectors.joining(" " + word("or") + " "));
    }

    private String title(Group group) {
        return group.title().in(language);
    }

    private String word(String key) {
        return words(language).getString(key);
    }

    /** The words of cards that no questionnaire has. */
    static ResourceBundle words(Language language) {
        return Words.of("card", language);
    }
}
