package dev.stipple.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the answers that were given. Never repeats a value that a person entered; the pointer repeats
 * names, so it is told to whoever sent them and kept out of logs.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the answers
 * @param problem what is wrong
 * @param expected what would be right
 * @param nearest the valid name that was probably meant; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
