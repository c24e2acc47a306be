package dev.stipple.screening;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.events.Deliveries;
import dev.stipple.events.Delivery;
import dev.stipple.events.Event;
import dev.stipple.events.Outbox;
import dev.stipple.events.Receiver;
import dev.stipple.events.StuckEvents;
import dev.stipple.mail.Mail;
import dev.stipple.mail.Mailing;
import dev.stipple.mail.Sender;
import dev.stipple.mail.Unsent;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Mortal.Killed;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.rows.SurvivingPeople;
import dev.stipple.store.Database;
import dev.stipple.store.RandomTokens;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.store.renewal.KeyRenewal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Half a year of a clinic with two services on one database, of which one is stopped hard in the middle of a job on most days: it
 * is held to a plain account of what has to become of each person, event and mail. {@code -Dstipple.seed=} begins one alike, though not with its threads in the same order.
 */
@Tag("whole")
abstract class HalfYearTest {
    private static final int DAYS = 182;
    private static final int PEOPLE = 200;
    private static final int ARRIVING = 60;
    private static final Duration KEEP = Duration.ofDays(140);
    private static final Duration BEFORE_RENEWAL = Duration.ofHours(12);
    private static final int MOST_STEPS = 25;

    /** Within how many a job is stopped that never was before, so that each is. */
    private static final int FIRST_STEPS = 4;

    private static final ZoneId ZONE = ZoneId.systemDefault();
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-02");
    private static final Receiver CRM =
            Receiver.of("crm", "https://crm.example/events", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final List<String> STORIES = List.of(
            "man-recent-transplant",
            "man-recent-transplant",
            "man-keloid-history",
            "woman-patch-test-pending",
            "man-active-hair-loss",
            "bald-man-shaved-look",
            "woman-missing-answers");

    private final long seed = Long.getLong("stipple.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final DataSource source = fresh();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Event> arrived = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> mails = new ConcurrentHashMap<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Set<String> told = new HashSet<>();
    private volatile Instant now = FIRST_DAY.atTime(8, 0).atZone(ZONE).toInstant();
    private volatile boolean crmIsAway;
    private int taken;

    @TempDir
    private Path folder = Path.of("");

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends HalfYearTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends HalfYearTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    /** Somebody, as the account has them. */
    private static final class Person {
        private final String story;
        private final @Nullable Link link;
        private final Set<String> events = new HashSet<>();
        private Screening state;
        private boolean agreed;
        private boolean everEnded;
        private int mails;
        private @Nullable Instant erased;

        private Person(String story, @Nullable Link link, Screening state) {
            this.story = story;
            this.link = link;
            this.state = state;
            this.agreed = state.writtenTo();
        }

        private void happened(Event.Kind kind, int version) {
            events.add(event(kind, state.reference().code(), version));
        }

        /** Whether something falls due that the person was not assessed for yet. */
        private boolean isDue(LocalDate today, boolean alsoDone) {
            LocalDate assessed = state.current().asOf();
            return state.agenda().items().stream()
                    .filter(each -> alsoDone || !each.done())
                    .anyMatch(
                            each -> each.day().isAfter(assessed) && !each.day().isAfter(today));
        }
    }

    private static String event(Event.Kind kind, String reference, int version) {
        return reference + " " + version + " " + kind;
    }

    /** One of the services. */
    private final class Service {
        private final Mortal life = new Mortal(source);
        private final Database database = Database.open(life);
        private final Keys keys =
                Keys.open(database, MasterKeys.inFile(folder.resolve("stipple.key")), folder.resolve("keys"));
        private final AuditLog audit = new AuditLog(database, keys, () -> now);
        private final Outbox outbox = new Outbox(database, keys, List.of(CRM), true);
        private final Screenings screenings = new Screenings(database, keys, audit, outbox, () -> now);
        private final OwnScreenings own = new OwnScreenings(database, screenings, KEEP, () -> now);
        private final DueScreenings due = new DueScreenings(database, keys, audit, outbox, () -> now);
        private final Deliveries deliveries = new Deliveries(
                database,
                keys,
                List.of(CRM),
                (receiver, event, at) -> {
                    life.step();
                    var problem = receive(event);
                    life.step();
                    return problem;
                },
                () -> now);
        private final Delivery mailing = new Delivery(
                database,
                keys,
                Outbox.PERSON,
                new PersonMails(
                        database,
                        keys,
                        audit,
                        new Mailing(
                                Sender.of("desk@clinic.example"),
                                "https://clinic.example/intake/",
                                () -> Shipped.rulebook().mail()),
                        mail -> {
                            life.step();
                            var problem = receive(mail);
                            life.step();
                            return problem;
                        })::send,
                () -> now);
        private final KeyRenewal renewal = new KeyRenewal(
                database, keys, audit, List.of(new SurvivingPeople(database, keys)), BEFORE_RENEWAL, () -> now);
        private final Map<String, Runnable> jobs = new TreeMap<>(Map.of(
                "due", () -> due.takeUp(Shipped.assessor()),
                "events", deliveries::run,
                "mails", mailing::run,
                "retention", () -> screenings.eraseUnchangedSince(now.minus(KEEP), "retention"),
                "keys", renewal::run));

        /**
         * Does every job once.
         *
         * @param killedIn the job in which it is stopped, if that has so many steps; empty for none
         * @return whether it lives on
         */
        private boolean work(String killedIn, int steps) {
            for (var job : jobs.entrySet()) {
                if (job.getKey().equals(killedIn)) {
                    life.dieAfter(steps);
                }
                try {
                    job.getValue().run();
                } catch (Killed e) {
                    synchronized (kills) {
                        kills.merge(job.getKey(), 1, Integer::sum);
                    }
                    life.close();
                    return false;
                }
                life.live();
            }
            return true;
        }
    }

    private Optional<String> receive(Event event) {
        if (crmIsAway || random.nextInt(10) == 0) {
            return Optional.of("HTTP 503");
        }
        Event before = arrived.putIfAbsent(event.id(), event);
        assertThat(before == null || before.equals(event)).as("%s twice", event).isTrue();
        return Optional.empty();
    }

    private Optional<Unsent> receive(Mail mail) {
        if (random.nextInt(10) == 0) {
            return Optional.of(random.nextBoolean() ? Unsent.NO_CONNECTION : Unsent.ADDRESS_REFUSED);
        }
        mails.computeIfAbsent(mail.to().text() + " " + mail.id(), any -> new AtomicInteger())
                .incrementAndGet();
        return Optional.empty();
    }

    @Test
    void nobodyIsLostAndNothingIsDoneTwice() throws Exception {
        System.out.println("half a year, seed " + seed);
        var services = new Service[] {new Service(), new Service()};
        var threads = Executors.newFixedThreadPool(services.length);
        int away = 0;
        for (int day = 0; day < DAYS; day++) {
            LocalDate today = FIRST_DAY.plusDays(day);
            now = today.atTime(8, 0).atZone(ZONE).toInstant();
            crmIsAway = day >= 60 && day < 67;
            away = away > 0 ? away - 1 : random.nextInt(30) == 0 ? 1 + random.nextInt(3) : 0;
            if (away == 0) {
                boolean late = isAnybodyKeptLongEnough() && (!kills.containsKey("retention") || random.nextBoolean());
                String job = late ? "retention" : pick(List.copyOf(services[0].jobs.keySet()));
                int steps = random.nextInt(kills.containsKey(job) ? 1 + random.nextInt(MOST_STEPS) : FIRST_STEPS);
                List<Callable<Boolean>> both =
                        List.of(() -> services[0].work(job, steps), () -> services[1].work("", 0));
                int at = 0;
                for (var lives : threads.invokeAll(both)) {
                    if (!lives.get()) {
                        services[at] = new Service();
                    }
                    at++;
                }
                now = now.plus(Duration.ofMinutes(5));
                services[1].work("", 0);
                check(services[0], today);
            }
            now = today.atTime(10, 0).atZone(ZONE).toInstant();
            arrive(services, day);
            for (Person person : people) {
                if (person.erased == null) {
                    live(services[random.nextInt(2)], person);
                }
            }
            if (away == 0) {
                now = today.atTime(20, 0).atZone(ZONE).toInstant();
                services[0].work("", 0);
                check(services[0], today);
            }
        }
        threads.shutdown();
        end(services[0]);
    }

    private boolean isAnybodyKeptLongEnough() {
        return people.stream()
                .anyMatch(each -> each.erased == null && each.state.changedAt().isBefore(now.minus(KEEP)));
    }

    private void arrive(Service[] services, int day) {
        int until = Math.min(PEOPLE, PEOPLE * (day + 1) / ARRIVING);
        while (people.size() < until) {
            Service at = services[random.nextInt(2)];
            String story = pick(STORIES);
            Link link = random.nextInt(4) == 0 ? null : new Link(RandomTokens.next());
            var contact = new Contact("Ada", "p" + people.size() + "@example.org", null);
            var submission =
                    new Submission(Desk.answers(story), random.nextBoolean() ? Spoken.EN : Spoken.FR, contact, "2");
            var own = link == null ? submission : submission.withLink(link).withMails(random.nextBoolean());
            var person = new Person(story, link, at.screenings.keep(own, Shipped.assessor(), "intake", null));
            person.happened(Event.Kind.KEPT, 1);
            people.add(person);
        }
    }

    /** What a consultant and the person do in a day; each of it rarely. */
    private void live(Service at, Person person) {
        Screening state = person.state;
        if (random.nextInt(600) == 0) {
            if (person.link != null && random.nextBoolean()) {
                at.own.erase(person.link);
            } else {
                at.screenings.erase(state.reference(), "ana", "asked for");
            }
            erased(person);
        } else if (person.link != null && random.nextInt(300) == 0) {
            person.agreed = !person.agreed;
            person.everEnded |= !person.agreed;
            at.own.writeTo(person.link, person.agreed);
        } else if (state.status() == Status.WAITING && random.nextBoolean()) {
            decide(at, person);
        } else if (state.status() == Status.SENT_BACK && random.nextInt(12) == 0) {
            answer(at, person);
        } else if (!state.agenda().items().isEmpty() && random.nextInt(60) == 0) {
            int number = 1 + random.nextInt(state.agenda().items().size());
            person.state = at.screenings.mark(state.reference(), state.version(), number, random.nextBoolean(), "ana");
        }
    }

    private void decide(Service at, Person person) {
        Screening state = person.state;
        int dice = random.nextInt(10);
        Decision.Kind kind = dice < 5 && state.verdict() != Verdict.UNDECIDED
                ? Decision.Kind.CONFIRM
                : dice < 8 ? Decision.Kind.SEND_BACK : Decision.Kind.OVERRULE;
        Verdict verdict = kind != Decision.Kind.OVERRULE
                ? null
                : pick(List.of(Verdict.SUITABLE, Verdict.DEFER, Verdict.MEDICAL_CLEARANCE).stream()
                        .filter(each -> each != state.verdict())
                        .toList());
        boolean mail = random.nextBoolean();
        person.state = at.screenings.decide(
                state.reference(),
                state.version(),
                kind,
                verdict,
                Decision.Reason.OTHER,
                "How short do you wear it?",
                mail,
                "ana");
        person.mails += mail && person.agreed ? 1 : 0;
        person.happened(
                kind == Decision.Kind.SEND_BACK ? Event.Kind.SENT_BACK : Event.Kind.DECIDED, person.state.version());
    }

    private void answer(Service at, Person person) {
        Screening state = person.state;
        person.state = at.screenings.revise(
                state.reference(), state.version(), Desk.answers(person.story), Shipped.assessor(), "person");
        person.happened(Event.Kind.REVISED, person.state.version());
    }

    private void erased(Person person) {
        person.erased = now;
        person.happened(Event.Kind.ERASED, person.state.version() + 1);
    }

    /** How a screening stands in the database. */
    private record Row(int version, Status status) {}

    private static Map<String, Row> rows(Service at) {
        var rows = new HashMap<String, Row>();
        at.database
                .sql()
                .sql("select reference, version, status from screening")
                .query((row, line) ->
                        rows.put(row.getString(1), new Row(row.getInt(2), Status.valueOf(row.getString(3)))))
                .list();
        return rows;
    }

    /** Whoever was kept long enough is erased, and nobody else. */
    private void noteErased(Service at) {
        var rows = rows(at);
        for (Person person : people) {
            boolean over = person.state.changedAt().isBefore(now.minus(KEEP));
            Row row = requireNonNull(rows.get(person.state.reference().code()));
            if (person.erased == null) {
                assertThat(row.status() == Status.ERASED).as("%s", person.state).isEqualTo(over);
                if (over) {
                    erased(person);
                }
            }
            if (person.erased != null) {
                assertThat(row).isEqualTo(new Row(person.state.version() + 1, Status.ERASED));
            }
        }
    }

    /** Everybody for whom something fell due stands in the queue, taken up once, and nobody else was touched. */
    private void check(Service at, LocalDate today) {
        noteErased(at);
        var rows = rows(at);
        var queue = queue(at);
        for (Person person : people) {
            if (person.erased != null) {
                continue;
            }
            Screening before = person.state;
            Row row = requireNonNull(rows.get(before.reference().code()));
            if (row.version() == before.version()) {
                assertThat(person.isDue(today, false))
                        .as(
                                "seed %d, %s on %s: %s",
                                seed, before, today, before.agenda().items())
                        .isFalse();
                assertThat(row.status()).isEqualTo(before.status());
            } else {
                assertThat(person.isDue(today, true))
                        .as("%s on %s", before, today)
                        .isTrue();
                person.state = at.screenings.find(before.reference(), "test");
                assertThat(person.state.version()).as("once").isEqualTo(before.version() + 1);
                assertThat(person.state.revisions()).hasSize(before.revisions().size() + 1);
                assertThat(person.state.current().actor()).isEqualTo(DueScreenings.ACTOR);
                assertThat(person.state.current().asOf()).isEqualTo(today);
                assertThat(person.state.status()).isEqualTo(Status.WAITING);
                person.happened(Event.Kind.DUE, person.state.version());
                person.mails += person.agreed ? 1 : 0;
                taken++;
            }
            assertThat(queue.contains(before.reference()))
                    .as("%s stands in the queue on %s", before, today)
                    .isEqualTo(person.state.status() == Status.WAITING);
        }
    }

    private static Set<Reference> queue(Service at) {
        return at
                .screenings
                .list(Search.ALL.with(f -> f.withStatus(Status.WAITING)).ofSize(PEOPLE), "ana")
                .screenings()
                .stream()
                .map(ListedScreening::reference)
                .collect(Collectors.toSet());
    }

    private void end(Service at) {
        for (int i = 0; i < 40; i++) {
            now = now.plus(Duration.ofHours(7));
            at.mailing.run();
            at.deliveries.run();
            at.renewal.run();
        }
        assertThat(new StuckEvents(at.database, at.audit, List.of(CRM), true, () -> now).waiting())
                .as("in the outbox")
                .isZero();
        arrived.values()
                .forEach(each -> assertThat(told.add(event(each.kind(), each.reference(), each.version())))
                        .as("under one id: %s", each)
                        .isTrue());
        for (Person person : people) {
            String code = person.state.reference().code();
            var ofPerson = told.stream().filter(each -> each.startsWith(code)).collect(Collectors.toSet());
            long sent = mails.keySet().stream()
                    .filter(each -> each.startsWith(
                            requireNonNull(person.state.contact().email()) + " "))
                    .count();
            if (person.erased == null) {
                assertThat(ofPerson).isEqualTo(person.events);
                assertThat(sent)
                        .as("mails to %s", person.state)
                        .matches(each -> person.everEnded ? each <= person.mails : each == person.mails);
            } else {
                assertThat(person.events).containsAll(ofPerson);
                assertThat(ofPerson).contains(event(Event.Kind.ERASED, code, person.state.version() + 1));
                assertThat(sent).isLessThanOrEqualTo(person.mails);
                assertErased(at, person);
            }
        }
        int twice = mails.values().stream().mapToInt(each -> each.get() - 1).sum();
        assertThat(twice).as("mails sent again").isLessThanOrEqualTo(kills.getOrDefault("mails", 0));
        assertThat(at.audit.verify().faults()).isEmpty();
        long gone = people.stream().filter(each -> each.erased != null).count();
        System.out.println(people.size() + " people, " + taken + " taken up, " + arrived.size() + " events, "
                + mails.size() + " mails, " + twice + " of them twice, " + gone + " erased, killed in " + kills);
        assertThat(people).hasSize(PEOPLE);
        assertThat(taken).isGreaterThan(PEOPLE / 4);
        assertThat(mails).hasSizeGreaterThan(PEOPLE / 4);
        assertThat(gone).isGreaterThan(PEOPLE / 10);
        assertThat(kills.keySet()).isEqualTo(at.jobs.keySet());
    }

    private static void assertErased(Service at, Person person) {
        var reference = person.state.reference();
        var proof = new Erasures(at.database, at.audit).of(reference).orElseThrow();
        assertThat(proof.left()).isZero();
        assertThat(proof.keysDestroyed()).as("the last key to %s", reference).isNotNull();
        assertThat(at.audit.of(reference.code()))
                .extracting(AuditEntry::action)
                .filteredOn(Action.ERASED::equals)
                .hasSize(1);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
