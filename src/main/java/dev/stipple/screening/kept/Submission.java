package dev.stipple.screening.kept;

import dev.stipple.answers.Answers;
import dev.stipple.wording.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person hands in to be kept.
 *
 * @param given the day on which the answers were given; null where that is the day on which they are handed in
 * @param consent the version of the text that the person agreed to
 * @param link by which the person finds it; null where they have none
 * @param mails whether the person agrees to be written to by mail, for which the link is kept
 */
public record Submission(
        Answers answers,
        Language language,
        Contact contact,
        String consent,
        @Nullable LocalDate given,
        @Nullable Link link,
        boolean mails) {
    public Submission(Answers answers, Language language, Contact contact, String consent) {
        this(answers, language, contact, consent, null, null, false);
    }

    /** What is kept of the link; null where there is none. */
    public @Nullable String linkHash() {
        return link == null ? null : link.hash();
    }

    /** The link of whoever agrees to be written to; null for anybody else. */
    public @Nullable Link writtenTo() {
        return mails ? link : null;
    }

    public Submission givenOn(LocalDate day) {
        return new Submission(answers, language, contact, consent, day, link, mails);
    }

    public Submission withLink(Link own) {
        return new Submission(answers, language, contact, consent, given, own, mails);
    }

    public Submission withMails(boolean agreed) {
        return new Submission(answers, language, contact, consent, given, link, agreed);
    }
}
