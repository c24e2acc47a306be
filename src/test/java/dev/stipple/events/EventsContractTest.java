package dev.stipple.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.events.Event.Kind;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.DueScreenings;
import dev.stipple.screening.Erasures;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every database has to do about events: none without what happened, none lost, none told by two. */
@Tag("whole")
abstract class EventsContractTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Receiver CRM = Receiver.of("crm", "https://crm.example/events", SECRET);
    private static final Receiver MAIL = Receiver.of("mail", "https://mail.example/events", SECRET);
    private static final String WAITS = "man-recent-transplant";
    private static final int SERVICES = 4;

    private final Desk desk = new Desk(fresh(), CRM, MAIL);
    private final List<Event> crm = new CopyOnWriteArrayList<>();
    private final List<Event> mail = new CopyOnWriteArrayList<>();

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends EventsContractTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends EventsContractTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @Test
    void everythingThatHappensIsToldToEveryReceiver() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        decide(kept, 1, Decision.Kind.CONFIRM, null);
        decide(kept, 2, Decision.Kind.OVERRULE, Verdict.MEDICAL_CLEARANCE);
        decide(kept, 3, Decision.Kind.SEND_BACK, null);
        desk.screenings.revise(kept.reference(), 4, Desk.answers(WAITS), Shipped.assessor(), "person");
        desk.wait(Duration.ofDays(122));
        assertThat(new DueScreenings(desk.database, desk.keys, desk.audit, desk.outbox, desk::now)
                        .takeUp(Shipped.assessor()))
                .isEqualTo(1);

        assertThat(deliver(this::arrives)).isEqualTo(12);

        assertThat(crm)
                .extracting(Event::kind)
                .containsExactlyInAnyOrder(
                        Kind.KEPT, Kind.DECIDED, Kind.DECIDED, Kind.SENT_BACK, Kind.REVISED, Kind.DUE);
        assertThat(crm).extracting(Event::version).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(crm)
                .allSatisfy(each ->
                        assertThat(each.reference()).isEqualTo(kept.reference().code()));
        assertThat(mail).containsExactlyInAnyOrderElementsOf(crm);
        assertThat(desk.screenings.find(kept.reference(), "ana").version()).isEqualTo(6);
        assertThat(rows()).isZero();
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        var kept = desk.keep(WAITS, Contact.NONE);
        deliver(this::arrives);
        crm.clear();

        assertThatThrownBy(() -> decide(kept, 9, Decision.Kind.CONFIRM, null)).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> desk.database.inTransaction(() -> {
                    decide(kept, 1, Decision.Kind.CONFIRM, null);
                    throw new IllegalStateException("the service dies before the end of the transaction");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rows()).isZero();
        assertThat(deliver(this::arrives)).isZero();
    }

    @Test
    void ofWhoeverIsErasedOnlyThatIsLeftToTell() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        decide(kept, 1, Decision.Kind.CONFIRM, null);

        desk.screenings.erase(kept.reference(), "ana", "asked for");

        var proof = new Erasures(desk.database, desk.audit).of(kept.reference()).orElseThrow();
        assertThat(proof.left()).isZero();
        deliver(this::arrives);
        assertThat(crm).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.ERASED);
            assertThat(event.version()).isEqualTo(3);
        });
    }

    @Test
    void severalServicesAtOnceTellEachEventOnce() throws Exception {
        var kept = desk.keep(WAITS, Contact.NONE);
        desk.database.inTransaction(() -> {
            for (int version = 2; version <= 60; version++) {
                desk.outbox.add(Kind.REVISED, kept.reference().code(), version, desk.now());
            }
        });

        var services = Executors.newFixedThreadPool(SERVICES);
        int sent = 0;
        for (var each :
                services.invokeAll(Collections.nCopies(SERVICES, (Callable<Integer>) () -> deliver(this::arrives)))) {
            sent += each.get();
        }
        services.shutdown();

        assertThat(sent).isEqualTo(120);
        assertThat(crm).hasSize(60).doesNotHaveDuplicates();
        assertThat(mail).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void whatAServiceWasSendingWhenItDiedIsSentByAnotherAndKnownByItsId() {
        desk.keep(WAITS, Contact.NONE);

        assertThatThrownBy(() -> deliver(event -> {
                    arrives(event);
                    throw new IllegalStateException("killed before it noted that it was sent");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(deliver(this::arrives)).as("the other receiver alone").isEqualTo(1);
        desk.wait(Duration.ofSeconds(31));
        assertThat(deliver(this::arrives)).isEqualTo(1);

        assertThat(crm).hasSize(2);
        assertThat(crm.get(1)).isEqualTo(crm.get(0));
        assertThat(crm.get(1).body()).isEqualTo(crm.get(0).body());
        assertThat(rows()).isZero();
    }

    @Test
    void aReceiverThatIsAwayIsTriedLessAndLessOftenAndHoldsUpNoOther() {
        for (int i = 0; i < 3; i++) {
            desk.keep(WAITS, Contact.NONE);
        }
        var tries = new ArrayList<Instant>();
        Function<Event, Optional<String>> away = event -> {
            tries.add(desk.now());
            return Optional.of("HTTP 503");
        };

        var deliveries =
                deliveries((receiver, event, now) -> receiver == CRM ? away.apply(event) : arrives(receiver, event));
        assertThat(deliveries.run()).isEqualTo(3);
        assertThat(tries).as("left alone after one that it did not take").hasSize(1);
        for (int minutes = 0; minutes < 24 * 60; minutes++) {
            desk.wait(Duration.ofMinutes(1));
            deliveries.run();
        }

        assertThat(tries.size()).as("in a day").isBetween(25, 60);
        assertThat(stuck().stuck())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.problem()).isEqualTo("HTTP 503"));
        stuck().tryAgain("carla");
        assertThat(deliver(this::arrives)).isEqualTo(3);
        assertThat(crm).hasSize(3).doesNotHaveDuplicates();
        assertThat(stuck().stuck()).isEmpty();
    }

    @Test
    void anEventThatSomebodyMadeOrAlteredInTheDatabaseIsToldToNobody() {
        var kept = desk.keep(WAITS, Contact.NONE);
        deliver(this::arrives);
        crm.clear();
        decide(kept, 1, Decision.Kind.CONFIRM, null);
        desk.database
                .sql()
                .sql("update outbox set kind = 'ERASED' where receiver = 'crm'")
                .update();

        assertThat(deliver(this::arrives)).isEqualTo(1);

        assertThat(crm).isEmpty();
        assertThat(stuck().stuck())
                .singleElement()
                .satisfies(each -> assertThat(each.altered()).isTrue());
        assertThat(desk.audit.verify().faults())
                .singleElement()
                .asString()
                .contains("the row of outbox", "crm is not as it was written");
    }

    @Test
    void anEventThatOnlyALaterVersionKnowsHoldsUpNoOther() {
        desk.keep(WAITS, Contact.NONE);
        var seals = new RowSeals(desk.database, desk.keys);
        String later = desk.database
                .sql()
                .sql("select distinct id from outbox")
                .query(String.class)
                .single();
        desk.database.inTransaction(() -> {
            desk.database
                    .sql()
                    .sql("update outbox set kind = 'PRAISED' where id = ?")
                    .param(later)
                    .update();
            List.of("crm", "mail").forEach(receiver -> seals.seal(SealedTable.OUTBOX, later, receiver));
        });
        desk.keep(WAITS, Contact.NONE);

        assertThat(deliver(this::arrives)).isEqualTo(2);

        assertThat(crm).extracting(Event::kind).containsExactly(Kind.KEPT);
        assertThat(rows()).as("left to the later version, for each receiver").isEqualTo(2);
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void whatIsGivenUpIsNotedAndSentNoMore() {
        desk.keep(WAITS, Contact.NONE);
        deliver(event -> Optional.of("HTTP 410"));
        var given = stuck().stuck().get(0);

        stuck().giveUp(given.id(), given.receiver(), "carla");
        desk.wait(Duration.ofHours(1));

        assertThat(deliver(this::arrives)).isEqualTo(given.receiver().equals("crm") ? 0 : 1);
        assertThat(desk.audit.latest(Long.MAX_VALUE, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.EVENT_GIVEN_UP);
            assertThat(entry.detail()).isEqualTo(given.id() + " for " + given.receiver());
        });
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    private void decide(Screening kept, int version, Decision.Kind kind, @Nullable Verdict verdict) {
        desk.screenings.decide(kept.reference(), version, kind, verdict, Decision.Reason.AGREED, "a note", "ana");
    }

    private StuckEvents stuck() {
        return new StuckEvents(desk.database, desk.audit, List.of(CRM, MAIL), false, desk::now);
    }

    private int rows() {
        return stuck().waiting();
    }

    private Optional<String> arrives(Event event) {
        crm.add(event);
        return Optional.empty();
    }

    private Optional<String> arrives(Receiver receiver, Event event) {
        (receiver == CRM ? crm : mail).add(event);
        return Optional.empty();
    }

    /** Delivers all that is due, what is for one receiver as is said and the rest so that it arrives. */
    private int deliver(Function<Event, Optional<String>> toCrm) {
        return deliveries((receiver, event, now) -> receiver == CRM ? toCrm.apply(event) : arrives(receiver, event))
                .run();
    }

    private Deliveries deliveries(Post post) {
        return new Deliveries(desk.database, desk.keys, List.of(CRM, MAIL), post, desk::now);
    }
}
