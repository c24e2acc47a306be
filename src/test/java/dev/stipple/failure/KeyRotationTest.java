package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.RunningService;
import dev.stipple.ServiceProcess;
import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.Stipple;
import dev.stipple.assessment.Assessor;
import dev.stipple.events.Outbox;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.live.LiveRules;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.rows.SurvivingPeople;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.InvalidKey;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.store.renewal.KeyRenewal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code stipple key rotate} as a process of its own, beside a service and killed anywhere, loses nobody. */
@Tag("whole")
class KeyRotationTest {
    private static final Path RULES = Path.of("src/test/resources/planted/base");
    private static final int PEOPLE = 150;

    @TempDir
    private Path folder = Path.of("");

    private final Map<Reference, String> people = new TreeMap<>(Comparator.comparing(Reference::code));

    @Test
    void aServiceGoesOnWhileTheCommandReplacesEveryKey() throws Exception {
        try (var service = RunningService.on(
                RULES,
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("stipple") + H2.MODE,
                "--stipple.key=",
                "--stipple.data=" + folder)) {
            keep(service.bean(Screenings.class), service.bean(LiveRules.class).assessor(), 3);
            String old = Files.readString(master());
            byte[] keys = Files.readAllBytes(keys(service.bean(Keys.class)));

            Process command = rotate(List.of());
            assertThat(command.waitFor(3, TimeUnit.MINUTES)).isTrue();

            assertThat(command.exitValue()).as(said()).isZero();
            assertThat(said()).contains("The new master key is in use");
            assertThat(Files.readString(master())).isNotEqualTo(old);
            assertThat(next()).doesNotExist();
            assertThat(Files.readAllBytes(keys(service.bean(Keys.class)))).isNotEqualTo(keys);
            assertOpensNothing(service.bean(Database.class), old);
            assertThat(people)
                    .allSatisfy((reference, name) -> assertThat(service.bean(Screenings.class)
                                    .find(reference, "ana")
                                    .contact()
                                    .name())
                            .isEqualTo(name));
            assertThat(service.bean(AuditLog.class).verify().faults()).isEmpty();
        }
    }

    /** Stopped by a lock that the test holds, then killed: before the new master key is taken, half way, and at the end. */
    @Test
    void killedAnywhereItLosesNobodyAndIsTakenUpAgain() throws Exception {
        var source = new PGSimpleDataSource();
        source.setUrl(Databases.postgresUrl());
        source.setUser("postgres");
        var service = new Running(source);
        var rulebook = Small.rulebook();
        keep(service.screenings, new Assessor(rulebook, new Reasoner(rulebook)), PEOPLE);
        String old = Files.readString(master());
        List<String> found =
                List.of("--spring.datasource.url=" + source.getUrl(), "--spring.datasource.username=postgres");

        try (var channel = FileChannel.open(folder.resolve("keys/lock"), StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            startAndKill(found, () -> Files.exists(next()));
        }
        assertThat(Files.readString(master())).isEqualTo(old);
        assertReadByEverybody(service);

        service.database.inTransaction(() -> {
            service.database
                    .sql()
                    .sql("select reference from screening where reference = ? for update")
                    .param(people.keySet().stream()
                            .skip(PEOPLE - 1)
                            .findFirst()
                            .orElseThrow()
                            .code())
                    .query()
                    .listOfRows();
            startAndKill(found, () -> waits(source) && service.wrappedAnew() > 0);
        });
        assertThat(service.wrappedAnew()).isBetween(1, PEOPLE - 1);
        assertThat(Files.readString(master())).isNotEqualTo(old);
        assertReadByEverybody(service);

        startAndKill(found, () -> service.wrappedAnew() == PEOPLE);
        assertReadByEverybody(service);

        service.renewed();
        assertThat(service.keys.generations()).hasSize(1);
        assertReadByEverybody(service);
        assertOpensNothing(service.database, old);
    }

    /** A service on the database, which went on all the time. */
    private final class Running {
        private Instant now = Instant.now();
        private final InstantSource clock = () -> now;
        private final Database database;
        private final Keys keys;
        private final AuditLog audit;
        private final Screenings screenings;
        private final KeyRenewal renewal;

        private Running(DataSource source) {
            database = Database.open(source);
            keys = Keys.open(database, MasterKeys.inFile(master()), folder.resolve("keys"));
            audit = new AuditLog(database, keys, clock);
            screenings = new Screenings(database, keys, audit, new Outbox(database, keys, List.of(), false), clock);
            var drafts = new DraftsInDatabase(database, keys, audit, 10, Duration.ofDays(1), clock);
            renewal = new KeyRenewal(
                    database, keys, audit, List.of(new SurvivingPeople(database, keys), drafts), Duration.ZERO, clock);
        }

        private int wrappedAnew() {
            return database.sql()
                    .sql("select count(*) from screening where generation = (select generation from key_state)")
                    .query(Integer.class)
                    .single();
        }

        private void renewed() {
            while (renewal.run()) {
                now = now.plus(Duration.ofMinutes(5));
            }
        }
    }

    private void keep(Screenings screenings, Assessor assessor, int many) {
        for (int i = 0; i < many; i++) {
            var submission = new Submission(
                    Small.answers(assessor.rulebook().questionnaire(), "{}"),
                    Spoken.EN,
                    new Contact("Person " + i, null, null),
                    "1");
            people.put(screenings.keep(submission, assessor, "test", null).reference(), "Person " + i);
        }
    }

    private void assertReadByEverybody(Running service) {
        service.keys.refresh();
        var fresh = new Running(service.database.source());
        for (Running each : List.of(service, fresh)) {
            people.forEach((reference, name) -> assertThat(
                            each.screenings.find(reference, "ana").contact().name())
                    .isEqualTo(name));
        }
        assertThat(fresh.audit.verify().faults()).isEmpty();
    }

    private void assertOpensNothing(Database database, String master) {
        assertThatThrownBy(() -> Keys.open(database, MasterKeys.of(master, ""), folder.resolve("keys")))
                .isInstanceOf(InvalidKey.class);
    }

    private static boolean waits(DataSource source) {
        return Database.open(source)
                        .sql()
                        .sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void startAndKill(List<String> settings, BooleanSupplier when) {
        try {
            Process command = rotate(settings);
            AtWork.await("the command", () -> {
                assertThat(command.isAlive()).as(said()).isTrue();
                return when.getAsBoolean();
            });
            command.destroyForcibly().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Process rotate(List<String> settings) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                ServiceProcess.shippedClassPath(),
                Stipple.class.getName(),
                "key",
                "rotate",
                "--stipple.data=" + folder));
        words.addAll(settings);
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return "nothing";
        }
    }

    private Path master() {
        return folder.resolve("stipple.key");
    }

    private Path next() {
        return folder.resolve("stipple.key.next");
    }

    private Path keys(Keys keys) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            return files.filter(each -> each.getFileName().toString().startsWith(keys.database()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
