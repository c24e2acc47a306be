package dev.stipple.web.console.detail;

import dev.stipple.mail.About;
import dev.stipple.mail.Mail;
import dev.stipple.mail.MailAddress;
import dev.stipple.mail.Mailing;
import dev.stipple.screening.kept.Screening;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a person can be written to, and what each mail would say, as a consultant sees it before one goes.
 *
 * @param previews without the link, which is the person's own; none where they cannot be written to
 */
record Notice(State state, Map<About, Mail> previews) {
    /** Whether somebody can be written to. */
    enum State {
        READY,
        NOT_AGREED,
        /** What they gave is no address that mail can be sent to. */
        NO_ADDRESS,
        /** The rules in use have no texts for mails. */
        NO_TEXTS
    }

    static Notice of(Mailing mailing, Screening screening, String insteadOfLink) {
        Optional<MailAddress> address = MailAddress.of(screening.contact().email());
        if (!screening.writtenTo() || address.isEmpty()) {
            return new Notice(screening.writtenTo() ? State.NO_ADDRESS : State.NOT_AGREED, Map.of());
        }
        var previews = new LinkedHashMap<About, Mail>();
        for (About about : About.values()) {
            mailing.preview(about, address.get(), screening.language(), insteadOfLink)
                    .ifPresent(mail -> previews.put(about, mail));
        }
        return new Notice(previews.isEmpty() ? State.NO_TEXTS : State.READY, previews);
    }

    public boolean isReady() {
        return state == State.READY;
    }
}
