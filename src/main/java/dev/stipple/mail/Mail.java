package dev.stipple.mail;

import dev.stipple.wording.Language;

/**
 * A mail to a person.
 *
 * @param id the same every time that it is sent
 * @param text plain, of lines that end with {@code \n}
 */
public record Mail(String id, Sender from, MailAddress to, String subject, String text, Language language) {
    /** Nothing of the person, so that none of it ends in a log. */
    @Override
    public String toString() {
        return "mail " + id;
    }
}
