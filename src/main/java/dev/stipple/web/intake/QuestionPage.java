package dev.stipple.web.intake;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.text.Language;
import dev.stipple.web.Pictures;
import dev.stipple.web.intake.form.FieldFault;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Progress;
import dev.stipple.web.intake.form.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One question, as it is asked.
 *
 * @param caption what the question belongs to
 * @param kind {@code number}, {@code one}, {@code many} or {@code text}: how it is answered
 * @param value what stands in the field of a number or of free words
 * @param longest how many characters free words may have
 * @param unit of a number
 * @param picture drawing of the whole question; null where there is none or each option has its own
 * @param passed whether the person said before that they are not sure
 * @param back address of the page before; null at the first
 */
record QuestionPage(
        String caption,
        String text,
        @Nullable String hint,
        String kind,
        List<Choice> choices,
        String value,
        int longest,
        @Nullable String unit,
        @Nullable String picture,
        boolean passed,
        @Nullable FieldFault fault,
        Progress progress,
        String address,
        @Nullable String back) {

    /**
     * Something that can be chosen.
     *
     * @param number of the part of the drawing that shows it; 0 where none does
     * @param alone whether it excludes all others
     */
    record Choice(String code, String text, @Nullable String picture, int number, boolean chosen, boolean alone) {}

    /** The page as it is first shown. */
    static QuestionPage of(Visit visit, FormPlace place, Pictures pictures, String query) {
        JsonNode value = visit.form().value(place);
        List<String> given = value.isArray()
                ? value.valueStream().map(JsonNode::asString).toList()
                : value.isMissingNode() || visit.form().passed(place) ? List.of() : List.of(value.asString());
        return of(visit, place, pictures, query, given, null);
    }

    /** The page as it comes back with a fault; what was entered is still there. */
    static QuestionPage of(
            Visit visit,
            FormPlace place,
            Pictures pictures,
            String query,
            List<String> given,
            @Nullable FieldFault fault) {
        Question question = Objects.requireNonNull(place.question());
        List<Choice> choices = choices(question, given, pictures, visit.language());
        return new QuestionPage(
                caption(visit, place),
                question.text().in(visit.language()),
                question.hint() == null ? null : question.hint().in(visit.language()),
                question.match(any -> "number", any -> "one", any -> "one", any -> "many", any -> "text"),
                choices,
                given.isEmpty() ? "" : given.get(0),
                Question.Text.LONGEST,
                question instanceof Question.Number number
                        ? AnswerWords.unit(visit.questionnaire(), number.unit(), 0, visit.language())
                        : null,
                choices.stream().anyMatch(choice -> choice.picture() != null) ? null : question.picture(),
                visit.form().passed(place),
                fault,
                Progress.of(visit),
                visit.address(place.path()) + query,
                back(visit, place));
    }

    /** The page before a place; none before the first, as a start page would begin anew. */
    static @Nullable String back(Visit visit, FormPlace place) {
        return visit.form().before(place.path()).map(visit::address).orElse(null);
    }

    /** What a place belongs to, as in "Treatment 2". */
    static String caption(Visit visit, FormPlace place) {
        Language language = visit.language();
        if (place.entry() == 0) {
            return place.group().title().in(language);
        }
        int number = visit.form().index(place).orElse(0) + 1;
        String entry = Objects.requireNonNull(place.group().entry()).in(language);
        return entry.substring(0, 1).toUpperCase(Locale.ROOT) + entry.substring(1) + " " + number;
    }

    private static List<Choice> choices(Question question, List<String> given, Pictures pictures, Language language) {
        return question.match(
                number -> List.of(),
                yesNo -> yesOrNo(given, language),
                choice -> options(choice, given, pictures, language),
                choices -> options(choices, given, pictures, language),
                text -> List.of());
    }

    private static List<Choice> yesOrNo(List<String> given, Language language) {
        return Stream.of(true, false)
                .map(flag -> new Choice(
                        flag.toString(),
                        AnswerWords.yesOrNo(flag).in(language),
                        null,
                        0,
                        given.contains(flag.toString()),
                        false))
                .toList();
    }

    private static List<Choice> options(Question question, List<String> given, Pictures pictures, Language language) {
        boolean numbered = pictures.isNumbered(question);
        var choices = new ArrayList<Choice>();
        for (var option : question.options()) {
            boolean none = question instanceof Question.Choices && option.code().equals(Option.NONE);
            choices.add(new Choice(
                    option.code(),
                    option.text().in(language),
                    pictures.of(question, option).orElse(null),
                    numbered ? option.position() + 1 : 0,
                    given.contains(option.code()),
                    none));
        }
        return choices;
    }
}
