package dev.stipple.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.H2;
import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.StoreContext;
import dev.stipple.answers.AnswersReader;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.events.Outbox;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Submission;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.audit.SealNotes;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.text.StrictJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks after the database from the command line. */
@Tag("whole")
class StoreCommandsTest {

    /** What a command gave. */
    private record Ran(int code, String out) {}

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTamperedLogFailsTheCheckAndAWholeOnePasses() throws Exception {
        Database database = filled("one");

        assertEquals(ExitCode.DONE, run("audit", "verify", "one").code());

        database.sql().sql("update audit set actor = 'eve' where number = 1").update();
        Ran failed = run("audit", "verify", "one");
        assertEquals(ExitCode.FAILED, failed.code());
        assertTrue(failed.out().contains("entry 1 is not as it was written"), failed.out());
    }

    /** Nothing in the database shows that a log was set back; the notes beside it do, without being asked for. */
    @Test
    void aLogThatWasSetBackFailsTheCheckByTheSealThatWasNotedLast() throws Exception {
        Database database = filled("one");
        var keys = keys(database);
        var audit = new AuditLog(database, keys, InstantSource.system());
        database.sql().sql("create table aside as select * from audit_head").update();
        audit.add("ana", Action.READ, "x", "");
        var cut = audit.newest().orElseThrow();
        new SealNotes(folder.resolve("seals").resolve(keys.database())).note(Instant.now(), cut);
        assertEquals(ExitCode.DONE, run("audit", "verify", "one").code());

        database.sql()
                .sql("delete from audit where number = ?")
                .param(cut.number())
                .update();
        database.sql().sql("delete from audit_head").update();
        database.sql().sql("insert into audit_head select * from aside").update();

        Ran failed = run("audit", "verify", "one");
        assertEquals(ExitCode.FAILED, failed.code());
        assertTrue(failed.out().contains(cut.seal()), failed.out());
        assertEquals(
                ExitCode.UNUSABLE, run("audit", "verify", "--seal", "", "one").code());
    }

    /** Whoever has nothing but a seal that was noted elsewhere: there is no note of it beside the database. */
    @Test
    void aSealThatWasNotedElsewhereIsLookedUp() throws Exception {
        Database database = filled("one");
        var audit = new AuditLog(database, keys(database), InstantSource.system());
        String kept = audit.newest().orElseThrow().seal();
        database.sql().sql("create table aside as select * from audit_head").update();
        audit.add("ana", Action.READ, "x", "");
        String cut = audit.newest().orElseThrow().seal();
        assertEquals(
                ExitCode.DONE,
                run("audit", "verify", "--seal", kept, "--seal", cut, "one").code());

        database.sql().sql("delete from audit where seal = ?").param(cut).update();
        database.sql().sql("delete from audit_head").update();
        database.sql().sql("insert into audit_head select * from aside").update();

        assertEquals(ExitCode.DONE, run("audit", "verify", "one").code());
        assertEquals(
                ExitCode.DONE, run("audit", "verify", "--seal", kept, "one").code());
        Ran failed = run("audit", "verify", "--seal", kept, "--seal", cut, "one");
        assertEquals(ExitCode.FAILED, failed.code());
        assertTrue(failed.out().contains(cut) && failed.out().contains("--seal"), failed.out());
        assertFalse(failed.out().contains(kept), failed.out());
    }

    @Test
    void aBackupIsRestoredIntoAnotherDatabase() throws Exception {
        filled("one");
        String file = folder.resolve("backup.zip").toString();

        Ran done = run("backup", file, "one");
        assertEquals(ExitCode.DONE, done.code());
        assertTrue(done.out().contains("also those erased since, until it is deleted"), done.out());
        assertEquals(ExitCode.UNUSABLE, run("backup", file, "one").code());
        assertEquals(ExitCode.DONE, run("restore", file, "two").code());
        assertTrue(run("audit", "verify", "two").out().startsWith("3 entries hold"));
        assertEquals(ExitCode.UNUSABLE, run("restore", "nowhere.zip", "two").code());
    }

    @Test
    void changedRulesNameTheKeptScreeningsWhoseVerdictTheyChangeTheMilderFirst() throws Exception {
        Database database = filled("one");
        var keys = keys(database);
        var screenings = new Screenings(
                database,
                keys,
                new AuditLog(database, keys, InstantSource.system()),
                new Outbox(database, keys, List.of(), false),
                InstantSource.system());
        var waits = screenings.keep(submission("man-recent-transplant"), Shipped.assessor(), "test", null);
        var refused = screenings.keep(submission("man-sixteen"), Shipped.assessor(), "test", null);
        Path changed = Files.createDirectory(folder.resolve("changed"));
        RunningService.copy(Shipped.FOLDER, changed);
        Path file = changed.resolve("transplants.drl");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("Transplant( monthsAgo < 6 )", "Transplant( monthsAgo < 1 )")
                        .replace("waitMonths(6 - $t", "waitMonths(1 - $t")
                        .replace("FUE ), monthsAgo >= 12", "FUE ), monthsAgo >= 1"));

        Ran ran = run("impact", Shipped.FOLDER.toString(), changed.toString(), "--store", "one");

        assertTrue(ran.out().contains("1 of 2 kept screenings get another verdict"), ran.out());
        assertTrue(
                ran.out().matches("(?s).*  MILDER   DEFER -> SUITABLE\\w*, 1: " + waits.reference() + "\\s*"),
                ran.out());
        assertFalse(ran.out().contains(refused.reference().toString()), ran.out());
    }

    private static Submission submission(String story) throws Exception {
        var json = StrictJson.read(Files.readAllBytes(Path.of("examples", story + ".answers.json")));
        var answers = AnswersReader.read(Shipped.rulebook().questionnaire(), json.tree(), json.duplicates());
        return new Submission(answers, Spoken.EN, Contact.NONE, "2026-01");
    }

    private Database filled(String name) throws Exception {
        Database database = Database.connect(url(name), "sa", "");
        new AuditLog(database, keys(database), InstantSource.system()).add("ana", Action.READ, "x", "");
        return database;
    }

    private Keys keys(Database database) {
        return Keys.open(database, MasterKeys.inFile(folder.resolve("stipple.key")), folder.resolve("keys"));
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + H2.MODE;
    }

    /** Runs a command on the database that is named last. */
    private Ran run(String... words) {
        var arguments = new ArrayList<>(List.of(words).subList(0, words.length - 1));
        arguments.addAll(List.of(
                "--spring.datasource.url=" + url(words[words.length - 1]),
                "--spring.datasource.username=sa",
                "--stipple.key=",
                "--stipple.data=" + folder));
        var out = new StringWriter();
        int code = Cli.run(
                StoreContext::new,
                new PrintWriter(out),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments.toArray(String[]::new));
        return new Ran(code, out.toString());
    }
}
