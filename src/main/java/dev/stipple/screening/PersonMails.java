package dev.stipple.screening;

import dev.stipple.events.Event;
import dev.stipple.events.Undelivered;
import dev.stipple.mail.About;
import dev.stipple.mail.Mail;
import dev.stipple.mail.MailAddress;
import dev.stipple.mail.Mailer;
import dev.stipple.mail.Mailing;
import dev.stipple.mail.Unsent;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.rows.ScreeningRow;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.Database;
import dev.stipple.store.Unreadable;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.Keys;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Writes to people that there is something new for them; whoever is erased, or does not agree any more, gets nothing. */
public final class PersonMails {
    /** Under what name the audit log has it. */
    public static final String ACTOR = "mail";

    private final Database database;
    private final ScreeningRows rows;
    private final AuditLog audit;
    private final Mailing mailing;
    private final Mailer mailer;

    public PersonMails(Database database, Keys keys, AuditLog audit, Mailing mailing, Mailer mailer) {
        this.database = database;
        this.rows = new ScreeningRows(database, keys, audit);
        this.audit = audit;
        this.mailing = mailing;
        this.mailer = mailer;
    }

    /**
     * Sends the mail of an event, once. Meanwhile nobody is erased, so that an erasure comes wholly before it, or after it.
     *
     * @return what went wrong; empty where the mail is sent, or is not to be sent any more
     */
    public Optional<Undelivered> send(Event event, Instant now) {
        try {
            return database.inTransaction(() -> rows.lock(new Reference(event.reference()))
                    .filter(ScreeningRow::isWrittenTo)
                    .flatMap(row -> send(event, row)));
        } catch (Altered | Unreadable e) {
            return Optional.of(new Undelivered("altered in the database", true));
        }
    }

    private Optional<Undelivered> send(Event event, ScreeningRow row) {
        About about = about(event.kind());
        Link link = Objects.requireNonNull(row.link());
        MailAddress to = MailAddress.of(row.contact().email()).orElseThrow();
        Optional<Mail> mail = mailing.write(event.id(), about, to, row.language(), link.token());
        if (mail.isEmpty()) {
            return Optional.of(new Undelivered("no mail.yaml among the rules", false));
        }
        Optional<Unsent> unsent = mailer.send(mail.get());
        if (unsent.isEmpty()) {
            audit.add(ACTOR, Action.MAIL_SENT, row.reference().code(), about.name());
        }
        return unsent.map(why -> new Undelivered(why.problem(), why.isAlone()));
    }

    private static About about(Event.Kind kind) {
        return switch (kind) {
            case DECIDED -> About.DECIDED;
            case SENT_BACK -> About.SENT_BACK;
            case DUE -> About.DUE;
            case KEPT, REVISED, FILE_SENT, ERASED -> throw new IllegalArgumentException(kind + " is told by no mail");
        };
    }
}
