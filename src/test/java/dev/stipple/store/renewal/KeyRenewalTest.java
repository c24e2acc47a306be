package dev.stipple.store.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.events.Outbox;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.Erasures;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.rows.SurvivingPeople;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.backup.Backup;
import dev.stipple.store.backup.Restore;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.InvalidKey;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While keys are replaced, and wherever that is cut short, everything that is kept stays readable, and only that. */
@Tag("whole")
abstract class KeyRenewalTest {
    private static final int PEOPLE = 250;

    @TempDir
    private Path folder = Path.of("");

    private final DataSource source = fresh();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends KeyRenewalTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends KeyRenewalTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    /** One of the services on the database. */
    private final class Service {
        private final InstantSource clock = () -> now;
        private final MasterKeys masters;
        private final Database database;
        private final Keys keys;
        private final AuditLog audit;
        private final Screenings screenings;
        private final DraftsInDatabase drafts;

        private Service() {
            this(source, folder.resolve("keys"), folder.resolve("stipple.key"));
        }

        private Service(DataSource source, Path keyFolder, Path master) {
            masters = MasterKeys.inFile(master);
            database = Database.open(source);
            keys = Keys.open(database, masters, keyFolder);
            audit = new AuditLog(database, keys, clock);
            screenings = new Screenings(database, keys, audit, new Outbox(database, keys, List.of(), false), clock);
            drafts = new DraftsInDatabase(database, keys, audit, 10_000, Duration.ofDays(30), clock);
        }

        private KeyRenewal renewal(Survivors... more) {
            var survivors = new ArrayList<Survivors>(List.of(new SurvivingPeople(database, keys), drafts));
            survivors.addAll(List.of(more));
            return new KeyRenewal(database, keys, audit, survivors, Duration.ZERO, clock);
        }

        /** Is killed once the next generation is there, before anything is wrapped with it. */
        private void beginAlone() {
            Survivors killed = (generation, before, most) -> {
                throw new Killed();
            };
            var renewal = new KeyRenewal(database, keys, audit, List.of(killed), Duration.ZERO, clock);
            assertThatThrownBy(renewal::run).isInstanceOf(Killed.class);
            assertThat(keys.generations()).hasSizeGreaterThan(1);
        }

        private Reference keep(String name) {
            return screenings
                    .keep(submission(name), Shipped.assessor(), "intake", retry(name))
                    .reference();
        }

        private Submission submission(String name) {
            return new Submission(
                    Desk.answers("man-recent-transplant"), Spoken.EN, new Contact(name, null, null), "2026-01");
        }

        private Retry retry(String name) {
            return new Retry("website", name, name);
        }

        private String draft() {
            String token = drafts.begin(Spoken.EN).token();
            drafts.change(token, draft -> draft.withAnswers("{\"a\":1}"));
            return token;
        }

        private void renewed() {
            while (renewal().run()) {
                now = now.plus(KeyRenewal.GRACE);
            }
        }

        private void assertReads(Map<String, Reference> people, String token) {
            people.forEach((name, reference) -> {
                assertThat(screenings.find(reference, "ana").contact().name()).isEqualTo(name);
                assertThat(screenings
                                .list(Search.ALL.with(f -> f.withText(name)), "ana")
                                .screenings())
                        .as(name)
                        .singleElement()
                        .satisfies(found -> assertThat(found.reference()).isEqualTo(reference));
                assertThat(screenings
                                .keep(submission(name), Shipped.assessor(), "intake", retry(name))
                                .reference())
                        .as("a request that is repeated")
                        .isEqualTo(reference);
            });
            assertThat(drafts.find(token)).isPresent();
            assertThat(audit.verify().faults()).isEmpty();
        }
    }

    @Test
    void everythingStaysReadableWhereverARenewalIsCutShort() {
        var service = new Service();
        Map<String, Reference> people = new TreeMap<>();
        for (String name : List.of("Aldegonde", "Barthelemy", "Cunegonde")) {
            people.put(name, service.keep(name));
        }
        String token = service.draft();
        service.screenings.erase(service.keep("Desideratus"), "ana", "asked for");

        for (Runnable cut : List.<Runnable>of(
                () -> service.database.inTransaction(() -> {
                    service.keys.beginRenewal(true, now, now);
                    throw new Killed();
                }),
                () -> service.renewal((generation, before, most) -> {
                            throw new Killed();
                        })
                        .run(),
                () -> service.database.inTransaction(() -> {
                    new SurvivingPeople(service.database, service.keys)
                            .wrapAnew(service.keys.newest(), others(service), 2);
                    throw new Killed();
                }),
                () -> service.database.inTransaction(() -> {
                    new Service().renewal().run();
                    now = now.plus(KeyRenewal.GRACE);
                    service.keys.endRenewal(now.minus(KeyRenewal.GRACE));
                    throw new Killed();
                }))) {
            assertThatThrownBy(cut::run).isInstanceOf(Killed.class);
            new Service().assertReads(people, token);
        }

        var after = new Service();
        after.renewed();
        assertThat(after.keys.isRenewing()).isFalse();
        assertThat(after.keys.generations()).hasSize(1);
        after.assertReads(people, token);
    }

    private static List<String> others(Service service) {
        String newest = service.keys.newest().id();
        return generations(service).stream()
                .filter(each -> !each.equals(newest))
                .toList();
    }

    /** What a process that is killed does not get past. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void nothingIsLostThatIsKeptWhileKeysAreReplaced() {
        var one = new Service();
        var other = new Service();
        var people = new ConcurrentHashMap<String, Reference>();
        String token = one.draft();
        var done = new AtomicBoolean();
        var keeping = CompletableFuture.runAsync(() -> {
            for (int each = 0; each < PEOPLE; each++) {
                String name = "Person" + (1000 + each);
                people.put(name, other.keep(name));
                assertThat(other.drafts.find(token)).isPresent();
                other.drafts.begin(Spoken.FR);
            }
            done.set(true);
        });
        int renewals = 0;
        while (!done.get() && !keeping.isDone()) {
            one.screenings.erase(one.keep("Erased" + renewals), "ana", "asked for");
            one.renewed();
            other.keys.refresh();
            renewals++;
        }
        keeping.join();

        assertThat(renewals).isGreaterThan(2);
        new Service().assertReads(people, token);
    }

    @Test
    void aKeyThatNobodyCanUnwrapHoldsUpNobodyElse() {
        var service = new Service();
        Reference spoilt = service.keep("Aldegonde");
        Reference other = service.keep("Barthelemy");
        service.database
                .sql()
                .sql("update screening set wrapped_key = contact where reference = ?")
                .param(spoilt.code())
                .update();

        service.audit.noteErased();
        service.renewed();

        assertThat(service.keys.generations()).hasSize(1);
        assertThat(service.screenings.find(other, "ana").contact().name()).isEqualTo("Barthelemy");
    }

    @Test
    void theProofOfAnErasureSaysSinceWhenNoKeyIsLeft() {
        var service = new Service();
        Reference erased = service.keep("Aldegonde");
        service.screenings.erase(erased, "ana", "asked for");
        var erasures = new Erasures(service.database, service.audit);
        assertThat(erasures.of(erased).orElseThrow().keysDestroyed()).isNull();

        service.renewed();

        assertThat(erasures.of(erased).orElseThrow().keysDestroyed()).isEqualTo(now);
        assertThat(service.renewal().run()).as("nothing more to do").isFalse();
        assertThat(service.keys.isRenewing()).isFalse();
    }

    @Test
    void aNewMasterKeyTakesOverAndTheOldOneOpensNothingAnyMore() throws IOException {
        var service = new Service();
        Map<String, Reference> people = Map.of("Aldegonde", service.keep("Aldegonde"));
        String token = service.draft();
        var other = new Service();
        Path key = folder.resolve("stipple.key");
        String old = Files.readString(key);
        String seal = service.keys.sealer();

        assertThat(service.masters.makeNext()).isTrue();
        new Service().assertReads(people, token);
        service.renewed();
        other.keys.refresh();

        assertThat(Files.readString(key)).isNotEqualTo(old);
        assertThat(folder.resolve("stipple.key.next")).doesNotExist();
        assertThat(service.keys.sealer()).isNotEqualTo(seal);
        assertThatThrownBy(() -> Keys.open(service.database, MasterKeys.of(old, ""), folder.resolve("keys")))
                .isInstanceOf(InvalidKey.class);
        other.assertReads(people, token);
        service.assertReads(people, token);
        new Service().assertReads(people, token);
    }

    @Test
    void aMasterKeyReplacedAgainMeanwhileLeavesNoKeyThatTheFirstOneOpened() throws IOException {
        var service = new Service();
        Map<String, Reference> people = Map.of("Aldegonde", service.keep("Aldegonde"));
        String token = service.draft();
        service.masters.makeNext();
        assertThat(service.renewal().run()).isTrue();
        List<String> leaked = generations(service);

        service.masters.makeNext();
        service.renewed();

        assertThat(generations(service)).hasSize(1).doesNotContainAnyElementsOf(leaked);
        new Service().assertReads(people, token);
    }

    /** Each is taken to another machine with the master key of its time. */
    @Test
    void backupsTakenBeforeAndAmidARenewalOrARotationAreRestored() throws IOException {
        var service = new Service();
        Map<String, Reference> people = Map.of("Aldegonde", service.keep("Aldegonde"));
        Reference erased = service.keep("Desideratus");
        String token = service.draft();
        Path before = backup(service, "before");
        service.screenings.erase(erased, "ana", "asked for");
        service.beginAlone();
        Path amid = backup(service, "amid a renewal");
        service.renewed();
        service.masters.makeNext();
        Path next = backup(service, "before a rotation");
        service.beginAlone();
        Path rotating = backup(service, "amid a rotation");
        service.renewed();

        for (Path each : List.of(before, amid, next, rotating)) {
            var restored = restored(each);
            restored.assertReads(people, token);
            restored.renewed();
            restored.assertReads(people, token);
        }
        assertThat(restored(before).screenings.find(erased, "ana").contact().name())
                .as("an older backup knows the erased")
                .isEqualTo("Desideratus");
        assertThatThrownBy(() -> restored(amid).screenings.find(erased, "ana")).isInstanceOf(ErasedScreening.class);
    }

    /** A folder that holds a backup, and the master key as it is now. */
    private Path backup(Service service, String when) throws IOException {
        Path taken = Files.createDirectory(folder.resolve(when));
        Files.copy(folder.resolve("stipple.key"), taken.resolve("stipple.key"));
        try (var out = Files.newOutputStream(taken.resolve("backup.zip"))) {
            new Backup(service.database, service.keys, service.clock).write(out);
        }
        return taken;
    }

    private Service restored(Path taken) throws IOException {
        var empty = new Service(fresh(), Files.createTempDirectory(taken, "restored"), taken.resolve("stipple.key"));
        try (var in = Files.newInputStream(taken.resolve("backup.zip"))) {
            new Restore(empty.database, empty.keys, empty.audit, empty.clock).read(in);
        }
        return empty;
    }

    private static List<String> generations(Service service) {
        return service.keys.generations().stream().map(Generation::id).toList();
    }

    /** A copy of the keys of before, and the key that opened it, make no seal that counts. */
    @Test
    void whatIsSealedWithAKeyThatWasReplacedDoesNotHold() throws IOException {
        var service = new Service();
        service.keep("Aldegonde");
        Path before = folder.resolve("before");
        Files.createDirectories(before.resolve("keys"));
        Files.copy(folder.resolve("stipple.key"), before.resolve("stipple.key"));
        Path keys = folder.resolve("keys").resolve(service.keys.database() + ".keys");
        Files.copy(keys, before.resolve("keys").resolve(keys.getFileName()));
        var stolen =
                Keys.open(service.database, MasterKeys.inFile(before.resolve("stipple.key")), before.resolve("keys"));
        service.masters.makeNext();
        service.renewed();

        service.database.sql().sql("update screening set verdict = 'SUITABLE'").update();
        new RowSeals(service.database, stolen)
                .sealAll(
                        Subject.SCREENING,
                        service.database
                                .sql()
                                .sql("select reference from screening")
                                .query(String.class)
                                .single());
        new AuditLog(service.database, stolen, () -> now).add("eve", Action.LISTED, "", "");

        assertThat(service.audit.verify().faults())
                .anyMatch(fault -> fault.contains("row of screening"))
                .anyMatch(fault -> fault.contains("key that was replaced"));
    }

    @Test
    void aKeyInASettingIsReplacedByStartingWithBoth() {
        String first = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        String second = "OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=";
        var database = Database.open(source);
        Path keys = folder.resolve("keys");
        var running = Keys.open(database, MasterKeys.of(first, ""), keys);

        var restarted = Keys.open(database, MasterKeys.of(second, first), keys);
        running.refresh();
        assertThat(running.generations())
                .as("a service not started anew yet reads on")
                .hasSize(2);
        assertThat(restarted.generations()).hasSize(2);
        Keys.open(database, MasterKeys.of(second, ""), keys);

        assertThatThrownBy(() -> Keys.open(database, MasterKeys.of(first, ""), keys))
                .isInstanceOf(InvalidKey.class);
    }
}
