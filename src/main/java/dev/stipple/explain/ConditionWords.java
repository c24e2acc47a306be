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
        condition.parts().forEach(part -> add(lines, 0, part));
        return List.copyOf(lines);
    }

    private void add(List<RuleCard.Line> lines, int depth, Condition condition) {
        if (condition instanceof Condition.All || condition instanceof Condition.Any) {
            lines.add(new RuleCard.Line(depth, word(condition instanceof Condition.All ? "all" : "any")));
            condition.parts().forEach(part -> add(lines, depth + 1, part));
        } else if (condition instanceof Condition.NotAny notAny) {
            add(lines, depth, "none", notAny.pattern());
        } else if (condition instanceof Condition.Exists exists) {
            add(lines, depth, "some", exists.pattern());
        } else if (condition instanceof Condition.Matches matches) {
            add(lines, depth, "some", matches.pattern());
        } else if (condition instanceof Condition.Answered answered) {
            lines.add(new RuleCard.Line(depth, title(answered.group()) + ": " + word("answered")));
        } else if (condition instanceof Condition.Decided decided) {
            lines.add(new RuleCard.Line(depth, word("decided") + " " + verdicts(decided)));
        }
    }

    private void add(List<RuleCard.Line> lines, int depth, String quantity, Pattern pattern) {
        boolean plain = quantity.equals("some") && !pattern.group().repeats();
        if (!plain) {
            boolean any = pattern.constraint().comparisons().findAny().isEmpty();
            String words = word(any ? quantity + "AtAll" : quantity);
            lines.add(new RuleCard.Line(depth, title(pattern.group()) + ": " + words));
        }
        int deeper = plain ? depth : depth + 1;
        if (pattern.constraint() instanceof Constraint.AllOf all) {
            all.parts().forEach(part -> add(lines, deeper, part));
        } else {
            add(lines, deeper, pattern.constraint());
        }
    }

    private void add(List<RuleCard.Line> lines, int depth, Constraint constraint) {
        if (constraint instanceof Comparison comparison) {
            String question = comparison.question().text().in(language);
            lines.add(new RuleCard.Line(depth, question + " " + answer(comparison)));
        } else if (constraint instanceof Constraint.AllOf all) {
            lines.add(new RuleCard.Line(depth, word("all")));
            all.parts().forEach(part -> add(lines, depth + 1, part));
        } else if (constraint instanceof Constraint.AnyOf any) {
            lines.add(new RuleCard.Line(depth, word("any")));
            any.parts().forEach(part -> add(lines, depth + 1, part));
        }
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
