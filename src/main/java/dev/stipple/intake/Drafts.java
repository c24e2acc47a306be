package dev.stipple.intake;

import dev.stipple.wording.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The drafts that are open. Each is found by its token alone and is gone once it has not been changed for {@link #keep()}, or
 * for an hour where nothing was answered.
 * Safe to use from many threads.
 */
public interface Drafts {
    /** How long a draft is kept after its last change. */
    Duration keep();

    /**
     * Opens a draft without answers ({@code {}}) under a new token that cannot be guessed.
     *
     * @throws TooManyDrafts where as many are open as may be; those in which nothing was answered do not count
     */
    Draft begin(Language language);

    /**
     * Opens a draft under a token that somebody has already, with answers in it; where one is open, it stays as it is. The
     * caller sees to it that this is done once at a time.
     */
    Draft reopen(String token, Language language, String answers);

    Optional<Draft> find(String token);

    /**
     * Changes a draft in one step: of changes made at the same time, each starts from what the one before left.
     *
     * @param change keeps token and times; may be called more than once
     * @return the draft as it is kept now; empty where there is none
     */
    Optional<Draft> change(String token, UnaryOperator<Draft> change);

    /** Deletes a draft, whatever it was changed to since it was found; not one that was opened anew under its token. */
    boolean delete(Draft draft);

    /** Deletes a draft where nobody changed or deleted it since it was found; returns whether it did. */
    boolean take(Draft draft);

    /** Deletes the drafts whose time is over; returns how many. */
    int deleteExpired();
}
