package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.audit.SealNotes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Whoever ships the service's log or its files elsewhere has the newest seal of the audit log, at most an hour old. */
@Tag("whole")
class SealTaskTest {
    private static final Path RULES = Path.of("src/test/resources/planted/base");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onceAnHourTheNewestSealIsInTheLogAndInAFileOfItsOwnersAlone() throws Exception {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        Logger log = (Logger) LoggerFactory.getLogger(StoreTasks.class);
        try (var service = RunningService.on(
                RULES, "--stipple.key=", "--stipple.data=" + folder, "--logging.level.dev.stipple=info")) {
            log.addAppender(logged);
            var audit = service.bean(AuditLog.class);
            FixedDelayTask hourly = hourly(service);

            audit.add("ana", Action.LISTED, "", "");
            String first = audit.newest().orElseThrow().seal();
            hourly.getRunnable().run();
            audit.add("ana", Action.LISTED, "", "");
            String second = audit.newest().orElseThrow().seal();
            hourly.getRunnable().run();

            assertThat(hourly.getIntervalDuration()).isEqualTo(Duration.ofHours(1));
            assertThat(hourly.getInitialDelayDuration()).as("and at the start").isZero();
            assertThat(logged.list)
                    .anyMatch(event -> event.getFormattedMessage().contains(first))
                    .anyMatch(event -> event.getFormattedMessage().contains(second));
            assertThat(noted()).anyMatch(line -> line.endsWith(first)).anyMatch(line -> line.endsWith(second));
        } finally {
            log.detachAppender(logged);
        }
    }

    @Test
    void aSealThatWasNotedBeforeAndIsNotInTheLogAnyMoreIsWarnedOf() throws Exception {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        Logger log = (Logger) LoggerFactory.getLogger(StoreTasks.class);
        try (var service = RunningService.on(RULES, "--stipple.key=", "--stipple.data=" + folder)) {
            log.addAppender(logged);
            var audit = service.bean(AuditLog.class);
            var sql = service.bean(Database.class).sql();
            audit.add("ana", Action.LISTED, "", "");
            sql.sql("create table aside as select * from audit_head").update();
            audit.add("ana", Action.LISTED, "", "");
            var cut = audit.newest().orElseThrow();
            hourly(service).getRunnable().run();
            assertThat(logged.list).noneMatch(event -> event.getLevel() == Level.WARN);

            sql.sql("delete from audit where number = ?").param(cut.number()).update();
            sql.sql("delete from audit_head").update();
            sql.sql("insert into audit_head select * from aside").update();
            hourly(service).getRunnable().run();

            assertThat(logged.list)
                    .filteredOn(event -> event.getLevel() == Level.WARN)
                    .singleElement()
                    .satisfies(event -> assertThat(event.getFormattedMessage())
                            .contains(cut.seal(), "entry " + cut.number(), "not in the audit log any more"));
            assertThat(audit.verify(service.bean(SealNotes.class).read()).faults())
                    .singleElement()
                    .asString()
                    .contains(cut.seal());
        } finally {
            log.detachAppender(logged);
        }
    }

    private static FixedDelayTask hourly(RunningService service) {
        return service.bean(ScheduledTaskHolder.class).getScheduledTasks().stream()
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().contains("SealTask.note"))
                .map(FixedDelayTask.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Every line that is noted below the folder, in files that nobody else opens. */
    private List<String> noted() throws Exception {
        try (Stream<Path> below = Files.walk(folder.resolve("seals"))) {
            List<Path> all = below.toList();
            assertThat(all)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .as(each.toString())
                            .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------"));
            return Files.readAllLines(
                    all.stream().filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }
}
