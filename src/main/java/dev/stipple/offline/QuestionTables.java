package dev.stipple.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked.
 *
 * @param pictures the drawings that there are, by name
 */
record QuestionTables(Texts texts, Map<String, String> pictures) {
    private static final Pattern NUMBERED = Pattern.compile(">1</text>");

    /**
     * A group.
     *
     * @param asks the text that asks whether there are entries, of a group that repeats; entry, what one is called
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfGroup(
            String id,
            boolean repeats,
            int title,
            @Nullable Integer entry,
            @Nullable Integer asks,
            List<OfQuestion> questions) {}

    /**
     * A question.
     *
     * @param picture the drawing of the whole question
     * @param numbered whether the drawing numbers its parts in the order of the options
     * @param worse of one answer, the codes from best to worst
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record OfQuestion(
            String id,
            String type,
            @Nullable Boolean critical,
            int text,
            @Nullable Integer hint,
            List<Requires> askedWhen,
            List<OfOption> options,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String unit,
            @Nullable String picture,
            @Nullable Boolean numbered,
            List<String> worse) {}

    /** What an answer to another question has to be: one of some codes, none of them, or a number between two. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Requires(
            String question,
            List<String> codes,
            @Nullable Boolean negated,
            @Nullable Integer min,
            @Nullable Integer max) {
        static Requires of(Requirement requirement) {
            boolean range = requirement.codes().isEmpty();
            return new Requires(
                    requirement.question(),
                    requirement.codes().stream().sorted().toList(),
                    requirement.negated() ? true : null,
                    range ? requirement.min() : null,
                    range ? requirement.max() : null);
        }
    }

    /** An option, and the drawing that it has for itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfOption(String code, int text, @Nullable String picture) {}

    OfGroup of(Group group) {
        return new OfGroup(
                group.id(),
                group.repeats(),
                texts.of(group.title()),
                texts.maybe(group.entry()),
                texts.maybe(group.question()),
                group.questions().stream().map(this::of).toList());
    }

    private OfQuestion of(Question question) {
        Question.Number number = question instanceof Question.Number each ? each : null;
        var worse = question.grading().worse();
        return new OfQuestion(
                question.id(),
                question.type(),
                question.safetyCritical() ? true : null,
                texts.of(question.text()),
                texts.maybe(question.hint()),
                question.askedWhen().stream().map(Requires::of).toList(),
                question.options().stream().map(option -> of(question, option)).toList(),
                number == null ? null : number.min(),
                number == null ? null : number.max(),
                number == null ? null : number.unit(),
                hasOwnDrawings(question) ? null : named(question.picture()),
                isNumbered(question) ? true : null,
                worse == null ? List.of() : worse.codes());
    }

    private OfOption of(Question question, Option option) {
        return new OfOption(
                option.code(),
                texts.of(option.text()),
                question.pictureOf(option).map(this::named).orElse(null));
    }

    /** The name of a drawing where there is one. */
    @Nullable
    String named(@Nullable String picture) {
        return picture != null && pictures.containsKey(picture) ? picture : null;
    }

    private boolean hasOwnDrawings(Question question) {
        return question.options().stream()
                .anyMatch(option ->
                        question.pictureOf(option).filter(pictures::containsKey).isPresent());
    }

    private boolean isNumbered(Question question) {
        return question.picture() != null
                && question.options().stream()
                        .noneMatch(option -> option.text().original().matches(".*\\d.*"))
                && NUMBERED.matcher(pictures.getOrDefault(question.picture(), ""))
                        .find();
    }
}
