package dev.stipple.web.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.access.accounts.Role;
import dev.stipple.events.Deliveries;
import dev.stipple.events.Delivery;
import dev.stipple.events.Event;
import dev.stipple.events.Outbox;
import dev.stipple.events.Receiver;
import dev.stipple.events.StuckEvents;
import dev.stipple.events.Undelivered;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.Keys;
import dev.stipple.web.console.ConsoleTest;
import dev.stipple.web.console.Consultant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Events that did not arrive, as an administrator looks after them. */
@Tag("whole")
class EventPagesTest extends ConsoleTest {
    private static final Receiver AWAY =
            Receiver.of("away", "https://away.example", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final Database database;
    private final Keys keys;
    private final StuckEvents events;

    @Autowired
    EventPagesTest(ApplicationContext context) {
        super(context);
        this.database = context.getBean(Database.class);
        this.keys = context.getBean(Keys.class);
        this.events = context.getBean(StuckEvents.class);
    }

    @AfterEach
    void remove() {
        events.stuck().forEach(each -> events.giveUp(each.id(), each.receiver(), "test"));
    }

    private String stuck() {
        var kept = clinic.keep("man-recent-transplant", "Ada");
        var outbox = new Outbox(database, keys, List.of(AWAY), false);
        outbox.add(Event.Kind.DECIDED, kept.reference().code(), 2, Instant.now());
        new Deliveries(
                        database,
                        keys,
                        List.of(AWAY),
                        (receiver, event, now) -> Optional.of("HTTP 503"),
                        InstantSource.system())
                .run();
        return kept.reference().code();
    }

    @Test
    void whatDidNotArriveIsShownWithItsProblemAndGivenUp() {
        String reference = stuck();
        var admin = clinic.person(port, Role.ADMIN).open(EventPages.PATH);

        assertThat(admin.text())
                .contains("Decision " + reference, "away", "once", "There is no such receiver any more");
        admin.press("Give up Decision of " + reference + " for away");

        assertThat(admin.heading()).isEqualTo("Events");
        assertThat(admin.text()).contains("Everything has arrived").doesNotContain(reference);
        assertThat(audit.latest(Long.MAX_VALUE, 9))
                .anyMatch(entry ->
                        entry.action() == Action.EVENT_GIVEN_UP && entry.actor().startsWith("admin"));
    }

    @Test
    void aMailIsShownAsOneToThePerson() {
        var kept = clinic.keep("man-recent-transplant", "Ada");
        new Outbox(database, keys, List.of(), true)
                .addMail(Event.Kind.DUE, kept.reference().code(), 2, Instant.now());
        new Delivery(
                        database,
                        keys,
                        Outbox.PERSON,
                        (event, now) -> Optional.of(new Undelivered("no connection", false)),
                        InstantSource.system())
                .run();

        var admin = clinic.person(port, Role.ADMIN).open(EventPages.PATH);

        assertThat(admin.text()).contains("Due date " + kept.reference().code(), "the person, by mail");
        admin.press("Give up Due date of " + kept.reference().code() + " for the person, by mail");
        assertThat(admin.text()).contains("Everything has arrived");
    }

    @Test
    void allAreSentAgainAtOnce() {
        stuck();
        var before = events.stuck().get(0);

        clinic.person(port, Role.ADMIN).open(EventPages.PATH).press("Send all of them again now");

        assertThat(events.stuck().get(0).nextAt()).isBefore(before.nextAt());
        assertThat(audit.latest(Long.MAX_VALUE, 9)).anyMatch(entry -> entry.action() == Action.EVENTS_RETRIED);
    }

    @Test
    void thePageIsInFrenchTooAndForAdministratorsAlone() {
        stuck();

        assertThat(clinic.person(port, Role.ADMIN)
                        .open(EventPages.PATH + "?language=fr")
                        .text())
                .contains("Un évènement attend d’arriver ; un a été essayé en vain")
                .doesNotContain("??");
        assertThat(clinic.person(port, Role.CONSULTANT).open(EventPages.PATH).status())
                .isEqualTo(403);
        assertThat(new Consultant(port).open(EventPages.PATH).heading()).isEqualTo("Sign in");
    }
}
