package dev.stipple.api.surveyjs;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** When a question is asked, as an expression of SurveyJS. */
final class VisibleIf {
    private final Questionnaire questionnaire;

    VisibleIf(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** Empty where the question is always asked. */
    Optional<String> of(Question question) {
        return question.askedWhen().stream()
                .map(requirement -> "(" + of(question, requirement) + ")")
                .reduce((one, other) -> one + " and " + other);
    }

    private String of(Question question, Requirement requirement) {
        Question.Closed other = questionnaire.required(requirement);
        String name = "{" + name(question, other) + "}";
        if (other instanceof Question.Number) {
            return range(name, requirement);
        }
        String some = name + " anyof [" + codes(other, requirement) + "]";
        return requirement.negated() ? name + " notempty and !(" + some + ")" : some;
    }

    private String name(Question question, Question other) {
        Group home = questionnaire.group(other.group()).orElseThrow();
        boolean same = home.repeats() && question.group().equals(home.id());
        return (same ? "panel." : "") + Names.of(other);
    }

    private static String range(String name, Requirement requirement) {
        List<String> bounds = new ArrayList<>(List.of(name + " notempty"));
        if (requirement.min() != Integer.MIN_VALUE) {
            bounds.add(name + " >= " + requirement.min());
        }
        if (requirement.max() != Integer.MAX_VALUE) {
            bounds.add(name + " <= " + requirement.max());
        }
        return String.join(" and ", bounds);
    }

    private static String codes(Question other, Requirement requirement) {
        String quote = other instanceof Question.YesNo ? "" : "'";
        return requirement.codes().stream()
                .sorted()
                .map(code -> quote + code + quote)
                .collect(Collectors.joining(", "));
    }
}
