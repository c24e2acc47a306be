package dev.stipple.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.KeyReused;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.screening.rows.DecisionRows;
import dev.stipple.screening.rows.Listing;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.InvalidKey;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every database that keeps screenings has to do. */
@Tag("whole")
abstract class StorageContractTest {
    private static final String WAITS = "man-recent-transplant";
    private static final String OTHER = "woman-alopecia-totalis";

    private DataSource source = fresh();
    private Desk desk = new Desk(source);

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends StorageContractTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends StorageContractTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    /** Of words that begin alike, or stand in the name and in the address, each is found once. */
    @ParameterizedTest
    @CsvSource({
        "Jo Li, jo, jo",
        "x, x, x",
        "Wolfeschlegelsteinhausenberger Wolfeschlegelsteinhausenbergerdorff, , wolfeschlegel",
        "Ana Ana, ana@ana, ana",
        "12 12, 12@12, 12",
    })
    void aContactIsKeptAndFoundWhateverWordsItRepeats(String name, @Nullable String email, String sought) {
        var kept = desk.keep(WAITS, new Contact(name, email, email));

        assertEquals(
                List.of(kept.reference()),
                desk.screenings.list(Search.ALL.with(f -> f.withText(sought)), "ana").screenings().stream()
                        .map(ListedScreening::reference)
                        .toList());
    }

    /** As where somebody is erased between two statements of who reads them. */
    @Test
    void whoeverIsErasedWhileTheyAreReadIsErasedAndNotAltered() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.sendBack(kept, "How short?");
        var rows = new ScreeningRows(desk.database, desk.keys, desk.audit);
        var row = rows.find(kept.reference()).orElseThrow();
        var key = row.key();

        desk.screenings.erase(kept.reference(), "ana", "asked");

        assertThrows(ErasedScreening.class, () -> rows.open(row));
        assertThrows(ErasedScreening.class, () -> new DecisionRows(desk.database, desk.keys).of(key));
    }

    /** As where somebody is decided upon between two statements of who reads them. */
    @Test
    void whoeverIsDecidedUponWhileTheyAreReadIsReadAsTheyAreNow() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        var rows = new ScreeningRows(desk.database, desk.keys, desk.audit);
        var row = rows.find(kept.reference()).orElseThrow();

        var sentBack = desk.sendBack(kept, "How short?");

        assertEquals(sentBack, rows.open(row));
    }

    /** As where a colleague notes something between two statements of who reads them. */
    @Test
    void whoeverANoteIsAddedToWhileTheyAreReadIsReadAsTheyAreNow() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        var rows = new ScreeningRows(desk.database, desk.keys, desk.audit);
        var row = rows.find(kept.reference()).orElseThrow();

        var noted = desk.screenings.note(kept.reference(), "Call her on Monday.", "ben");

        assertEquals(noted, rows.open(row));
    }

    @Test
    void whatWasKeptIsFoundAsItWas() {
        var kept = desk.keep(WAITS, Desk.MARIE);

        var found = desk.screenings.find(kept.reference(), "ana");

        assertEquals(kept, found);
        assertEquals(Desk.MARIE, found.contact());
        assertEquals(Verdict.DEFER, found.verdict());
        assertEquals(Shipped.rulebook().digest(), found.current().rulebook());
        assertEquals(Status.WAITING, found.status());
    }

    @Test
    void aReferenceIsReadAsPeopleWriteIt() {
        var reference = desk.keep(WAITS, Contact.NONE).reference();

        assertEquals(
                reference,
                Reference.of(" " + reference.toString().toLowerCase(Locale.ROOT))
                        .orElseThrow());
        assertThrows(UnknownScreening.class, () -> desk.screenings.find(new Reference("000000000000"), "ana"));
    }

    @Test
    void aListIsNarrowedByVerdictStatusAndTime() {
        var first = desk.keep(WAITS, Contact.NONE);
        var second = desk.keep(OTHER, Contact.NONE);
        desk.screenings.decide(second.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ana");

        assertEquals(List.of(second.reference(), first.reference()), references(Search.ALL));
        assertEquals(List.of(first.reference()), references(Search.ALL.with(f -> f.withVerdict(Verdict.DEFER))));
        assertEquals(List.of(second.reference()), references(Search.ALL.with(f -> f.withStatus(Status.DECIDED))));
        assertEquals(
                List.of(first.reference()),
                references(Search.ALL.with(f -> f.withReceivedBefore(second.receivedAt()))));
    }

    @Test
    void everyPageFollowsTheOneBeforeWhateverTheOrder() {
        for (int each = 0; each < 7; each++) {
            desk.keep(each % 2 == 0 ? WAITS : OTHER, Contact.NONE);
        }
        for (var order : Search.Order.values()) {
            for (boolean descending : List.of(true, false)) {
                var whole = references(Search.ALL.sortedBy(order, descending));
                var paged = new ArrayList<Reference>();
                var search = Search.ALL.sortedBy(order, descending).ofSize(3);
                Page page = desk.screenings.list(search, "ana");
                paged.addAll(page.screenings().stream()
                        .map(ListedScreening::reference)
                        .toList());
                while (page.next() != null) {
                    page = desk.screenings.list(search.after(page.next()), "ana");
                    paged.addAll(page.screenings().stream()
                            .map(ListedScreening::reference)
                            .toList());
                }

                assertEquals(whole, paged, order + " " + descending);
                assertEquals(7, page.total());
            }
        }
    }

    @Test
    void manyThatATextFindsAreListedLikeFew() {
        for (int each = 0; each < 14; each++) {
            desk.keep(each % 2 == 0 ? WAITS : OTHER, each % 3 == 0 ? Contact.NONE : Desk.MARIE);
        }
        var oneByOne = new Listing(desk.database, desk.keys);
        var onTheWay = new Listing(desk.database, desk.keys, 1);
        for (var order : Search.Order.values()) {
            for (boolean descending : List.of(true, false)) {
                var search = Search.ALL
                        .with(f -> f.withText("dup"))
                        .sortedBy(order, descending)
                        .ofSize(3);
                assertEquals(pages(oneByOne, search), pages(onTheWay, search), order + " " + descending);
                var waiting = search.with(f -> f.withVerdict(Verdict.DEFER));
                assertEquals(pages(oneByOne, waiting), pages(onTheWay, waiting), order + " " + descending);
            }
        }
    }

    private static List<String> pages(Listing listing, Search search) {
        var pages = new ArrayList<String>();
        Page page = listing.page(search);
        for (; page.next() != null; page = listing.page(search.after(page.next()))) {
            pages.add(words(page));
        }
        pages.add(words(page));
        return pages;
    }

    private static String words(Page page) {
        return page.total() + " "
                + page.screenings().stream().map(ListedScreening::reference).toList();
    }

    @Test
    void textFindsAReferenceANameAMailAddressAndAPhoneNumber() {
        var marie = desk.keep(WAITS, Desk.MARIE).reference();
        desk.keep(WAITS, new Contact("Mario Rossi", "rossi@example.org", "06 98 76 54 32"));

        for (String text : List.of(
                marie.toString().substring(0, 6),
                "helene",
                "DUPONT marie",
                "dup",
                "m.dupont@example.org",
                "0612345678",
                "06 12 34",
                "+33 6 12 34 56 78")) {
            assertEquals(List.of(marie), references(Search.ALL.with(f -> f.withText(text))), text);
        }
        assertEquals(2, references(Search.ALL.with(f -> f.withText("mar"))).size());
        assertEquals(List.of(), references(Search.ALL.with(f -> f.withText("dupont rossi"))));
        assertEquals(List.of(), references(Search.ALL.with(f -> f.withText("?"))));
    }

    @Test
    void theVerdictOfTheRulesStaysBesideTheOverruledOne() {
        var kept = desk.keep(WAITS, Contact.NONE);

        var decided = desk.screenings.decide(
                kept.reference(),
                kept.version(),
                Decision.Kind.OVERRULE,
                Verdict.SUITABLE_WITH_CONDITIONS,
                Decision.Reason.SEEN_IN_PERSON,
                "healed well",
                "ana");

        assertEquals(Verdict.DEFER, decided.verdict());
        assertEquals(
                Verdict.SUITABLE_WITH_CONDITIONS, decided.decisions().get(0).verdict());
        assertEquals("healed well", decided.decisions().get(0).note());
        assertEquals(Status.DECIDED, decided.status());
        assertEquals(decided, desk.screenings.find(kept.reference(), "ana"));
    }

    @Test
    void ofTwoChangesToOneVersionOneIsAConflictAndNothingIsOverwritten() {
        var kept = desk.keep(WAITS, Contact.NONE);
        var decided = desk.sendBack(kept, "How short?");

        var conflict = assertThrows(
                ChangedMeanwhile.class,
                () -> desk.screenings.decide(
                        kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ben"));

        assertEquals(2, conflict.version());
        assertEquals(decided, desk.screenings.find(kept.reference(), "ana"));
    }

    @Test
    void ofManyWhoDecideAtOnceExactlyOneSucceeds() throws Exception {
        var kept = desk.keep(WAITS, Contact.NONE);
        Callable<Boolean> attempt = () -> {
            try {
                desk.screenings.decide(
                        kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ana");
                return true;
            } catch (ChangedMeanwhile e) {
                return false;
            }
        };

        var pool = Executors.newFixedThreadPool(4);
        int succeeded = 0;
        for (var each : pool.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
            succeeded += each.get() ? 1 : 0;
        }
        pool.shutdown();

        assertEquals(1, succeeded);
        assertEquals(
                1, desk.screenings.find(kept.reference(), "ana").decisions().size());
    }

    @Test
    void twoServicesOnOneDatabaseSeeEachOthersChangesAndWriteOneLog() {
        var other = new Desk(source);
        var kept = desk.keep(WAITS, Desk.MARIE);

        assertEquals(kept, other.screenings.find(kept.reference(), "ben"));
        other.screenings.decide(kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ben");

        assertThrows(
                ChangedMeanwhile.class,
                () -> desk.screenings.decide(
                        kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ana"));
        assertTrue(desk.audit.verify().holds());
        assertEquals(3, other.audit.verify().entries());
    }

    @Test
    void repeatingARequestMakesOneScreening() {
        var retry = Retry.of("intake", "k-1", "body".getBytes(StandardCharsets.UTF_8));

        var first = desk.keep(WAITS, Contact.NONE, retry);
        var second = desk.keep(WAITS, Contact.NONE, retry);

        assertEquals(first.reference(), second.reference());
        assertEquals(1, references(Search.ALL).size());
        assertThrows(KeyReused.class, () -> desk.keep(OTHER, Contact.NONE, Retry.of("intake", "k-1", new byte[] {1})));
        assertThrows(
                KeyReused.class,
                () -> desk.keep(
                        WAITS,
                        Contact.NONE,
                        Retry.of("intake", "k-1", "given=2026-01-01", "body".getBytes(StandardCharsets.UTF_8))));
        assertNotEquals(
                first.reference(),
                desk.keep(WAITS, Contact.NONE, Retry.of("other", "k-1", new byte[] {1}))
                        .reference());
    }

    @Test
    void ofManyRepetitionsAtOnceOneScreeningComesOut() throws Exception {
        var retry = Retry.of("intake", "k-2", new byte[] {2});
        var submission = new Submission(Desk.answers(WAITS), Spoken.EN, Contact.NONE, "2026-01");
        Callable<Reference> attempt = () -> desk.screenings
                .keep(submission, Shipped.assessor(), "intake", retry)
                .reference();

        var pool = Executors.newFixedThreadPool(4);
        var references = new HashSet<Reference>();
        for (var each : pool.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
            references.add(each.get());
        }
        pool.shutdown();

        assertEquals(1, references.size());
        assertEquals(1, references(Search.ALL).size());
    }

    @Test
    void otherAnswersAreANewRevisionThatWaitsAgain() {
        var kept = desk.keep(WAITS, Contact.NONE);
        desk.screenings.decide(kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ana");

        var revised = desk.screenings.revise(kept.reference(), 2, Desk.answers(OTHER), Shipped.assessor(), "ana");

        assertEquals(2, revised.revisions().size());
        assertEquals(kept.current(), revised.revisions().get(0));
        assertNotEquals(kept.current().answers(), revised.current().answers());
        assertEquals(Status.WAITING, revised.status());
        assertNull(desk.screenings.list(Search.ALL, "ana").screenings().get(0).decided());
    }

    @Test
    void aKeptAssessmentReplaysByteForByte() {
        var kept = desk.keep(WAITS, Contact.NONE);

        assertTrue(desk.screenings.replays(kept.current(), kept.language(), Shipped.assessor()));
    }

    @Test
    void whoReadWhatIsInTheLogAndTheLogHolds() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.find(kept.reference(), "ana");
        desk.screenings.list(Search.ALL, "ben");

        var entries = desk.audit.latest(Long.MAX_VALUE, 10);

        assertEquals(
                List.of(Action.LISTED, Action.READ, Action.KEPT),
                entries.stream().map(AuditEntry::action).toList());
        assertTrue(entries.get(0).detail().contains(kept.reference().code()));
        assertTrue(desk.audit.verify().holds());
        assertEquals(3, desk.audit.verify().entries());
    }

    @Test
    void aTamperedRemovedOrAddedEntryBreaksTheLog() {
        for (String tampering : List.of(
                "update audit set actor = 'eve' where number = 2",
                "update audit set at = at + interval '1' hour where number = 2",
                "update audit set subject = '' where number = 1",
                "delete from audit where number = 2",
                "delete from audit where number = 3",
                "delete from audit",
                "update audit_head set number = 2, seal = (select seal from audit where number = 1) where id = 1")) {
            source = fresh();
            desk = new Desk(source);
            var kept = desk.keep(WAITS, Contact.NONE);
            desk.screenings.find(kept.reference(), "ana");
            desk.screenings.find(kept.reference(), "ben");
            assertTrue(desk.audit.verify().holds());

            desk.database.sql().sql(tampering).update();

            assertFalse(desk.audit.verify().holds(), tampering);
        }
    }

    @Test
    void whatIsErasedIsGoneForGood() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.decide(
                kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, "a note", "ana");
        desk.screenings.note(kept.reference(), "Call her on Monday.", "ana");

        desk.screenings.erase(kept.reference(), "ana", "asked for");

        assertThrows(ErasedScreening.class, () -> desk.screenings.find(kept.reference(), "ana"));
        assertThrows(ErasedScreening.class, () -> desk.screenings.erase(kept.reference(), "ana", "again"));
        assertEquals(List.of(), references(Search.ALL.with(f -> f.withText("dupont"))));
        assertEquals(
                Status.ERASED,
                desk.screenings.list(Search.ALL, "ana").screenings().get(0).status());
        for (String left : List.of(
                "screening where wrapped_key is not null or contact is not null or leading_finding is not null",
                "revision where answers is not null or assessment is not null",
                "decision where content is not null",
                "note where content is not null",
                "search_term",
                "idempotency")) {
            assertEquals(0, count(left), left);
        }
        assertTrue(desk.audit.verify().holds());
    }

    @Test
    void whatWasKeptLongEnoughIsErasedAndNothingElse() {
        var old = desk.keep(WAITS, Desk.MARIE);
        desk.wait(Duration.ofDays(365));
        var young = desk.keep(WAITS, Desk.MARIE);

        assertEquals(1, desk.screenings.eraseUnchangedSince(desk.now().minus(Duration.ofDays(30)), "retention"));

        assertThrows(ErasedScreening.class, () -> desk.screenings.find(old.reference(), "ana"));
        assertEquals(young, desk.screenings.find(young.reference(), "ana"));
    }

    @Test
    void whatWasKeptLongEnoughIsErasedOnceBySeveralServicesAtOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            desk.keep(WAITS, Contact.NONE);
        }
        desk.wait(Duration.ofDays(365));
        var services = Executors.newFixedThreadPool(4);
        int erased = 0;
        Callable<Integer> service =
                () -> desk.screenings.eraseUnchangedSince(desk.now().minus(Duration.ofDays(30)), "retention");
        for (var each : services.invokeAll(Collections.nCopies(4, service))) {
            erased += each.get();
        }
        services.shutdown();

        assertEquals(20, erased);
        assertEquals(0, count("screening where wrapped_key is not null"));
        assertEquals(20, count("audit where action = 'ERASED'"));
    }

    @Test
    void nothingThatAPersonEnteredCanBeReadInTheDatabase() {
        desk.keep(WAITS, Desk.MARIE);

        for (String column : List.of("contact from screening", "answers from revision", "assessment from revision")) {
            byte[] bytes = desk.database
                    .sql()
                    .sql("select " + column)
                    .query((row, line) -> row.getBytes(1))
                    .single();
            String text = new String(bytes, StandardCharsets.ISO_8859_1);

            assertFalse(text.contains("Dupont") || text.contains("monthsAgo") || text.contains("verdict"), column);
        }
    }

    @Test
    void anotherMasterKeyIsRefused() {
        var other = MasterKeys.of("OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=", "");

        assertThrows(InvalidKey.class, () -> Keys.open(desk.database, other, Kept.FOLDER));
    }

    private int count(@Nullable String from) {
        return desk.database
                .sql()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }

    private List<Reference> references(Search search) {
        return desk.screenings.list(search, "ana").screenings().stream()
                .map(ListedScreening::reference)
                .toList();
    }
}
