package dev.stipple.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.questionnaire.Change;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The questionnaire as JSON. */
record QuestionnaireView(
        String rulebook, Wording title, Wording introduction, Wording disclaimer, List<GroupView> groups) {

    /** A group of questions; with many entries where it repeats. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupView(
            String id,
            boolean repeats,
            Wording title,
            @Nullable Wording entry,
            @Nullable Wording question,
            List<QuestionView> questions) {}

    /** A question. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(
            String id,
            String type,
            @Nullable String unit,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Integer maxLength,
            boolean safetyCritical,
            @Nullable Change change,
            List<AskedWhen> askedWhen,
            @Nullable String picture,
            Wording text,
            @Nullable Wording hint,
            List<OptionView> options) {}

    /** One condition on which a question is asked; all of them have to hold. A bound that is left out bounds nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskedWhen(
            String question,
            @Nullable Set<String> oneOf,
            @Nullable Set<String> noneOf,
            @Nullable Integer min,
            @Nullable Integer max) {}

    /** Something that can be chosen. */
    record OptionView(String code, Wording text) {}

    static QuestionnaireView of(Questionnaire questionnaire, String digest) {
        return new QuestionnaireView(
                digest,
                questionnaire.title(),
                questionnaire.introduction(),
                questionnaire.disclaimer(),
                questionnaire.groups().stream().map(QuestionnaireView::group).toList());
    }

    private static GroupView group(Group group) {
        return new GroupView(
                group.id(),
                group.repeats(),
                group.title(),
                group.entry(),
                group.question(),
                group.questions().stream().map(QuestionnaireView::question).toList());
    }

    private static QuestionView question(Question question) {
        var number = question instanceof Question.Number counted ? counted : null;
        return new QuestionView(
                question.id(),
                question.type(),
                number == null ? null : number.unit(),
                number == null ? null : number.min(),
                number == null ? null : number.max(),
                question instanceof Question.Text ? Question.Text.LONGEST : null,
                question.safetyCritical(),
                question.change(),
                question.askedWhen().stream().map(QuestionnaireView::askedWhen).toList(),
                question.picture(),
                question.text(),
                question.hint(),
                question.options().stream().map(QuestionnaireView::option).toList());
    }

    private static AskedWhen askedWhen(Requirement requirement) {
        if (requirement.codes().isEmpty()) {
            return new AskedWhen(
                    requirement.question(),
                    null,
                    null,
                    requirement.min() == Integer.MIN_VALUE ? null : requirement.min(),
                    requirement.max() == Integer.MAX_VALUE ? null : requirement.max());
        }
        var codes = new TreeSet<>(requirement.codes());
        return requirement.negated()
                ? new AskedWhen(requirement.question(), null, codes, null, null)
                : new AskedWhen(requirement.question(), codes, null, null, null);
    }

    private static OptionView option(Option option) {
        return new OptionView(option.code(), option.text());
    }
}
