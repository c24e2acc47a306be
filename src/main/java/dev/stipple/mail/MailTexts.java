package dev.stipple.mail;

import static java.util.Objects.requireNonNull;

import dev.stipple.wording.Wording;
import java.util.Map;

/**
 * What mails to people say.
 *
 * @param texts one for each thing that they are about, with {@link #LINK} on a line of its own
 * @param footer why somebody gets them, and how that ends
 */
public record MailTexts(Wording subject, Map<About, Wording> texts, Wording footer) {
    /** The place of the person's link. */
    static final String LINK = "{link}";

    /** The text of a mail; whoever read the texts saw to it that there is one. */
    Wording of(About about) {
        return requireNonNull(texts.get(about));
    }
}
