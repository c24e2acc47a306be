package dev.stipple.screening;

import dev.stipple.Kept;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.events.Outbox;
import dev.stipple.events.Receiver;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Submission;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import dev.stipple.text.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Screenings on one database, with a clock that tests turn. */
public final class Desk {
    public static final Contact MARIE = new Contact("Marie-Hélène Dupont", "m.dupont@example.org", "+33 6 12 34 56 78");

    public final Database database;
    public final Keys keys;
    public final AuditLog audit;
    public final Outbox outbox;
    public final Screenings screenings;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    public Desk(DataSource source, Receiver... receivers) {
        InstantSource clock = () -> now;
        database = Database.open(source);
        keys = Kept.keys(database);
        audit = new AuditLog(database, keys, clock);
        outbox = new Outbox(database, keys, List.of(receivers), true);
        screenings = new Screenings(database, keys, audit, outbox, clock);
    }

    public void wait(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    public Screening keep(String story, Contact contact) {
        return keep(story, contact, null);
    }

    public Screening keep(String story, Contact contact, @Nullable Retry retry) {
        wait(Duration.ofMinutes(1));
        return screenings.keep(
                new Submission(answers(story), Spoken.EN, contact, "2026-01"), Shipped.assessor(), "intake", retry);
    }

    /** Sends somebody back whom nobody decided on yet, with a question. */
    public Screening sendBack(Screening kept, String question) {
        return screenings.decide(
                kept.reference(), 1, Decision.Kind.SEND_BACK, null, Decision.Reason.ANSWER_MISSING, question, "ana");
    }

    /** The answers of one of the people under {@code examples/}. */
    public static Answers answers(String story) {
        try {
            var json = StrictJson.read(Files.readAllBytes(Path.of("examples", story + ".answers.json")));
            return AnswersReader.read(Shipped.rulebook().questionnaire(), json.tree(), json.duplicates());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
