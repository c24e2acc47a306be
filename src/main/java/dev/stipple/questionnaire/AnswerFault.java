package dev.stipple.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the answers that were given. Never repeats what a person entered, save for names of questions and
 * options.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the answers
 * @param problem what is wrong
 * @param expected what would be right
 * @param nearest the valid name that was probably meant; null where there is none
 */
public record AnswerFault(
        String pointer,
        String problem,
        String expected,
        @Nullable String nearest) {
    @Override
    public String toString() {
        return pointer + ": " + problem + "; expected " + expected
                + (nearest == null ? "" : "; did you mean " + nearest + "?");
    }
}
