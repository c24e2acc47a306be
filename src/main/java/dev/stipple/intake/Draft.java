package dev.stipple.intake;

import dev.stipple.wording.Language;
import java.time.Instant;

/**
 * A form that somebody has begun to fill in.
 *
 * @param token finds the draft; whoever knows it may read and change it
 * @param answers what is filled in so far, as JSON
 * @param language the form is shown in
 * @param changed when it was last changed
 * @param ends when it is deleted if nothing changes
 */
public record Draft(String token, String answers, Language language, Instant begun, Instant changed, Instant ends) {
    /** The answers of a form in which nothing was answered yet. */
    static final String EMPTY = "{}";

    /** Whether anything was answered yet. */
    public boolean isAnswered() {
        return !answers.equals(EMPTY);
    }

    public Draft withAnswers(String json) {
        return new Draft(token, json, language, begun, changed, ends);
    }

    public Draft withLanguage(Language other) {
        return new Draft(token, answers, other, begun, changed, ends);
    }

    /** Neither the token nor the answers, so that none ends in a log. */
    @Override
    public String toString() {
        return "Draft of " + begun;
    }
}
