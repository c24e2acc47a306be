package dev.stipple.screening.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.events.Receiver;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.Erasures;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.keys.Altered;
import dev.stipple.uploads.FileKind;
import dev.stipple.uploads.Files;
import dev.stipple.uploads.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every database has to do about letters and photos. */
@Tag("whole")
abstract class UploadsContractTest {
    private static final String WAITS = "man-recent-transplant";
    private static final int MOST = 3;
    private static final byte[] PHOTO = Files.picture("jpeg", 64, 32);

    private static final Receiver CRM =
            Receiver.of("crm", "https://crm.example", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final Desk desk = new Desk(fresh(), CRM);
    private final Uploads uploads =
            new Uploads(desk.database, desk.keys, desk.audit, desk.outbox, MOST, 1 << 20, desk::now);
    private final Screening kept = desk.keep(WAITS, Contact.NONE);

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends UploadsContractTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends UploadsContractTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    private void add(Upload.Shows shows, byte[] sent) {
        uploads.add(kept.reference(), shows, sent, "person");
    }

    @Test
    void whatIsSentIsKeptSealedAndOpenedAsItWasAndNoted() {
        add(Upload.Shows.LETTER, Files.PDF);
        add(Upload.Shows.FRONT, PHOTO);

        assertThat(uploads.of(kept.reference()))
                .extracting(Upload::shows, Upload::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Upload.Shows.LETTER, FileKind.PDF),
                        org.assertj.core.groups.Tuple.tuple(Upload.Shows.FRONT, FileKind.JPEG));
        assertThat(uploads.open(kept.reference(), 1, "ana").bytes()).isEqualTo(Files.PDF);
        desk.database
                .sql()
                .sql("select content from upload_content")
                .query((row, line) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list()
                .forEach(content -> assertThat(content).doesNotContain("PDF", "JFIF"));
        assertThat(desk.audit.of(kept.reference().code()))
                .extracting(entry -> entry.action() + " " + entry.actor() + " " + entry.detail())
                .contains("FILE_KEPT person file 1", "FILE_KEPT person file 2", "READ ana file 1");
        assertThat(desk.database
                        .sql()
                        .sql("select kind from outbox")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("KEPT", "FILE_SENT", "FILE_SENT");
        assertThat(desk.screenings.find(kept.reference(), "ana").verdict()).isEqualTo(kept.verdict());
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    @Test
    void nobodyHasMoreThanSoManyWhateverIsSentAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        int refused = 0;
        for (var each : threads.invokeAll(Collections.nCopies(6, (Callable<Boolean>) () -> {
            add(Upload.Shows.TOP, PHOTO);
            return true;
        }))) {
            try {
                each.get();
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(Refused.class);
                refused++;
            }
        }
        threads.shutdown();

        assertThat(refused).isEqualTo(3);
        assertThat(uploads.of(kept.reference())).extracting(Upload::number).containsExactly(1, 2, 3);
        uploads.remove(kept.reference(), 2, "person");
        add(Upload.Shows.BACK, PHOTO);
        assertThat(uploads.of(kept.reference())).extracting(Upload::number).containsExactly(1, 3, 4);
        assertThatThrownBy(() -> uploads.open(kept.reference(), 2, "ana")).isInstanceOf(UnknownUpload.class);
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotKept() {
        assertThatThrownBy(() -> add(Upload.Shows.LETTER, "letter".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);

        assertThat(uploads.of(kept.reference())).isEmpty();
    }

    @Test
    void erasingLeavesNoneAndTakesNone() {
        add(Upload.Shows.LETTER, Files.PDF);

        desk.screenings.erase(kept.reference(), "ana", "asked for");

        assertThat(new Erasures(desk.database, desk.audit)
                        .of(kept.reference())
                        .orElseThrow()
                        .left())
                .isZero();
        assertThat(rows("upload") + rows("upload_content")).isZero();
        assertThatThrownBy(() -> add(Upload.Shows.LETTER, Files.PDF)).isInstanceOf(ErasedScreening.class);
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    /** As where somebody is erased between two statements of who opens a file. */
    @Test
    void whoeverIsErasedWhileAFileIsOpenedIsErasedAndNotAltered() {
        add(Upload.Shows.FRONT, PHOTO);
        var rows = new UploadRows(desk.database, desk.keys);
        var key = new ScreeningRows(desk.database, desk.keys, desk.audit)
                .find(kept.reference())
                .orElseThrow()
                .key();
        var upload = rows.of(key).get(0);

        desk.screenings.erase(kept.reference(), "ana", "asked");

        assertThatThrownBy(() -> rows.open(key, upload)).isInstanceOf(ErasedScreening.class);
    }

    @Test
    void aFileThatSomebodyAlteredOrPutElsewhereIsNotShown() {
        var other = desk.keep(WAITS, Contact.NONE);
        add(Upload.Shows.FRONT, PHOTO);
        uploads.add(other.reference(), Upload.Shows.LETTER, Files.PDF, "person");
        desk.database
                .sql()
                .sql("update upload_content set content = (select content from upload_content where reference = ?)"
                        + " where reference = ?")
                .params(other.reference().code(), kept.reference().code())
                .update();
        assertThatThrownBy(() -> uploads.open(kept.reference(), 1, "ana")).isInstanceOf(Altered.class);

        desk.database
                .sql()
                .sql("update upload set digest = ? where reference = ?")
                .params("0", other.reference().code())
                .update();
        assertThatThrownBy(() -> uploads.open(other.reference(), 1, "ana")).isInstanceOf(Altered.class);
        assertThat(desk.audit.verify().faults())
                .anyMatch(fault -> fault.contains("upload " + other.reference().code() + " 1"));
    }

    /** Also while nobody opens it. */
    @Test
    void aFileThatSomebodyAlteredOrDeletedIsNamedByTheLog() {
        add(Upload.Shows.FRONT, PHOTO);
        add(Upload.Shows.TOP, PHOTO);
        assertThat(desk.audit.verify().faults()).isEmpty();

        desk.database
                .sql()
                .sql("update upload_content set content = (select content from upload_content where number = 2)"
                        + " where number = 1")
                .update();
        String code = kept.reference().code();
        assertThat(desk.audit.verify().faults()).singleElement().asString().contains("upload_content " + code + " 1");

        desk.database.sql().sql("delete from upload_content").update();
        assertThat(desk.audit.verify().faults()).hasSize(2).allMatch(fault -> fault.contains("upload_content " + code));
    }

    private int rows(String table) {
        return desk.database
                .sql()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
