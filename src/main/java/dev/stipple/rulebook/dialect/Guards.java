package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to stand before {@code not} so that an answer is known of every entry that is asked for it. A question that is
 * not asked is null as well, and {@code == null} alone would leave out everybody who is not asked.
 */
record Guards(Group group) {
    /** What to write before a negation that tests this question, where these patterns of the group are negated already. */
    String remedy(Question.Closed question, Collection<Constraint> there) {
        var missing = of(question)
                .filter(guard -> guard.isMissing(there))
                .map(guard -> "'not " + group.fact() + "( " + guard.text + " )'")
                .distinct()
                .collect(Collectors.joining(" and "));
        return "write " + missing + " before it"
                + (isAskedByOthers(question)
                        ? ", which leaves out whoever is not asked: for them write a rule of its own"
                        : "");
    }

    /** Whether who is asked hangs on answers outside of the group too, which a pattern of it cannot test. */
    private boolean isAskedByOthers(Question.Closed question) {
        return question.askedWhen().stream()
                .anyMatch(requirement ->
                        other(requirement).map(this::isAskedByOthers).orElse(true));
    }

    /** What is negated, as it is written. */
    private record Guard(Question.Closed question, boolean alone, String text) {
        boolean isMissing(Collection<Constraint> there) {
            return !alone || there.stream().noneMatch(this::isUnknown);
        }

        private boolean isUnknown(Constraint constraint) {
            return constraint instanceof Comparison comparison
                    && comparison.operator() == Operator.UNKNOWN
                    && comparison.question().equals(question);
        }
    }

    private Stream<Guard> of(Question.Closed question) {
        var before = new ArrayList<Guard>();
        var asked = new ArrayList<String>();
        for (Requirement requirement : question.askedWhen()) {
            other(requirement).ifPresent(other -> {
                of(other).forEach(before::add);
                asked.addAll(accepted(other, requirement));
            });
        }
        asked.add(question.id() + " == null");
        return Stream.concat(
                before.stream(), Stream.of(new Guard(question, asked.size() == 1, String.join(", ", asked))));
    }

    /** The question of the same group that a requirement names. */
    private Optional<Question.Closed> other(Requirement requirement) {
        return group.closed().stream()
                .filter(question -> question.path().equals(requirement.question()))
                .findFirst();
    }

    /** What a pattern has to test so that a requirement holds. */
    private List<String> accepted(Question.Closed question, Requirement requirement) {
        return question.match(
                number -> bounds(number, requirement),
                yesNo -> requirement.accepts(new Value.Flag(true)) && requirement.accepts(new Value.Flag(false))
                        ? List.of()
                        : List.of(yesNo.id() + " == " + requirement.accepts(new Value.Flag(true))),
                choice -> List.of(oneOf(choice, requirement)),
                choices -> someOf(choices, requirement));
    }

    private static List<String> bounds(Question.Number number, Requirement requirement) {
        return Stream.of(
                        number.min() < requirement.min() ? number.id() + " >= " + requirement.min() : "",
                        number.max() > requirement.max() ? number.id() + " <= " + requirement.max() : "")
                .filter(bound -> !bound.isEmpty())
                .toList();
    }

    private String oneOf(Question.Choice choice, Requirement requirement) {
        var accepted = choice.options().stream()
                .filter(option -> requirement.accepts(new Value.Choice(option)))
                .map(option -> constant(choice, option))
                .toList();
        return accepted.size() == 1
                ? choice.id() + " == " + accepted.get(0)
                : choice.id() + " in ( " + String.join(", ", accepted) + " )";
    }

    private List<String> someOf(Question.Choices choices, Requirement requirement) {
        String test = requirement.negated() ? " not contains " : " contains ";
        var tests = choices.options().stream()
                .filter(option -> requirement.codes().contains(option.code()))
                .map(option -> choices.id() + test + constant(choices, option))
                .toList();
        return requirement.negated() || tests.size() == 1 ? tests : List.of("( " + String.join(" || ", tests) + " )");
    }

    private String constant(Question question, Option option) {
        return FactsFile.enumName(group, question) + "." + option.code();
    }
}
