package dev.stipple.mail;

import dev.stipple.wording.Language;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the mails of a service. What they say hangs on what they are about, the language and the link alone. */
public final class Mailing {
    private final Sender from;
    private final String forms;
    private final Supplier<Optional<MailTexts>> texts;

    /**
     * Makes mails from texts that may change.
     *
     * @param forms the address that links begin with
     * @param texts those of the rules in use; empty where they have none
     */
    public Mailing(Sender from, String forms, Supplier<Optional<MailTexts>> texts) {
        this.from = from;
        this.forms = forms;
        this.texts = texts;
    }

    /** A mail with the link of a token; empty where the rules in use have no texts for mails. */
    public Optional<Mail> write(String id, About about, MailAddress to, Language language, String token) {
        return with(id, about, to, language, forms + token);
    }

    /** The mail as somebody may see it who must not have the link. */
    public Optional<Mail> preview(About about, MailAddress to, Language language, String insteadOfLink) {
        return with("", about, to, language, insteadOfLink);
    }

    private Optional<Mail> with(String id, About about, MailAddress to, Language language, String link) {
        return texts.get()
                .map(all ->
                        new Mail(id, from, to, all.subject().in(language), text(all, about, language, link), language));
    }

    private String text(MailTexts all, About about, Language language, String link) {
        String said = all.of(about).in(language).strip().replace(MailTexts.LINK, link);
        String signed = from.name().isEmpty() ? "" : from.name() + "\n\n";
        return said + "\n\n" + signed + all.footer().in(language).strip() + "\n";
    }
}
