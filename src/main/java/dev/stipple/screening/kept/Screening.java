package dev.stipple.screening.kept;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Agenda;
import dev.stipple.wording.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept assessment of one person.
 *
 * @param version counts every change; a change names the version it was made on
 * @param consent the version of the text that the person agreed to
 * @param agenda what is to come
 * @param assignee to whom it is given; null for nobody
 * @param writtenTo whether the person agreed to be written to by mail
 * @param revisions oldest first; at least one
 * @param decisions oldest first
 * @param notes oldest first
 */
public record Screening(
        Reference reference,
        int version,
        Instant receivedAt,
        Instant changedAt,
        Status status,
        Language language,
        String consent,
        Contact contact,
        Agenda agenda,
        @Nullable String assignee,
        boolean writtenTo,
        List<Revision> revisions,
        List<Decision> decisions,
        List<Note> notes) {

    /** What somebody who works here wrote for the others; no rule reads it, and the person neither. */
    public record Note(int number, Instant at, String actor, String text) {
        /** How many characters a note may have. */
        public static final int LONGEST = 2_000;

        /** Whether a text says something, and is not too long. */
        public static boolean isText(String text) {
            return !text.isBlank() && text.length() <= LONGEST;
        }

        /** Never the text, so that it does not end in a log. */
        @Override
        public String toString() {
            return "note " + number + " by " + actor;
        }
    }

    /** The state that counts now. */
    public Revision current() {
        return revisions.get(revisions.size() - 1);
    }

    /** The verdict of the rules on the current answers. */
    public Verdict verdict() {
        return current().verdict();
    }

    /** The consultant's verdict on the current state; null while nobody has confirmed or overruled it. */
    public @Nullable Verdict decided() {
        return decisions.isEmpty() || status != Status.DECIDED
                ? null
                : decisions.get(decisions.size() - 1).verdict();
    }

    /** Nothing of the person, so that none of it ends in a log. */
    @Override
    public String toString() {
        return "screening " + reference;
    }
}
