package dev.stipple.screening.uploads;

import dev.stipple.events.Event;
import dev.stipple.events.Outbox;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.screening.rows.ScreeningRow;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.Subject;
import dev.stipple.uploads.FileKind;
import dev.stipple.uploads.HarmlessFile;
import dev.stipple.uploads.Refused;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The files that people send to what is kept of them; each that is kept, opened or taken away is in the audit log. No verdict
 * hangs on them.
 */
public final class Uploads {
    private final Database database;
    private final AuditLog audit;
    private final Outbox outbox;
    private final ScreeningRows screenings;
    private final UploadRows rows;
    private final int most;
    private final long mostBytes;
    private final InstantSource clock;

    /**
     * Opens the files of people.
     *
     * @param most how many somebody may have
     * @param mostBytes how many bytes one may have as it is sent
     */
    public Uploads(
            Database database,
            Keys keys,
            AuditLog audit,
            Outbox outbox,
            int most,
            long mostBytes,
            InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
        this.screenings = new ScreeningRows(database, keys, audit);
        this.rows = new UploadRows(database, keys);
        this.most = most;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    public int most() {
        return most;
    }

    public long mostBytes() {
        return mostBytes;
    }

    /**
     * Keeps a file.
     *
     * @throws Refused where it is none that may be kept
     * @throws ErasedScreening where the person was erased
     */
    public void add(Reference reference, Upload.Shows shows, byte[] sent, String actor) {
        if (of(reference).size() >= most) {
            throw new Refused(Refused.Why.TOO_MANY);
        }
        HarmlessFile file = HarmlessFile.of(sent, mostBytes);
        if (file.kind() == FileKind.PDF && shows != Upload.Shows.LETTER) {
            throw new Refused(Refused.Why.NO_PHOTO);
        }
        database.inTransaction(() -> {
            ScreeningRow row = locked(reference);
            PersonKey key = row.key();
            List<Upload> before = rows.of(key);
            if (before.size() >= most) {
                throw new Refused(Refused.Why.TOO_MANY);
            }
            int number = 1 + before.stream().mapToInt(Upload::number).max().orElse(0);
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            rows.insert(key, new Upload(number, at, shows, file.kind(), file.bytes().length), file);
            audit.addChange(actor, Action.FILE_KEPT, Subject.SCREENING, reference.code(), "file " + number);
            outbox.add(Event.Kind.FILE_SENT, reference.code(), row.version(), at);
        });
    }

    /** What there is, whoever asks having opened the screening. */
    public List<Upload> of(Reference reference) {
        return rows.of(
                screenings.find(reference).orElseThrow(UnknownScreening::new).key());
    }

    /**
     * Opens one.
     *
     * @throws UnknownUpload where there is none of this number
     */
    public HarmlessFile open(Reference reference, int number, String actor) {
        return database.inTransaction(() -> {
            PersonKey key = locked(reference).key();
            HarmlessFile file = rows.open(key, one(key, number));
            audit.add(actor, Action.READ, reference.code(), "file " + number);
            return file;
        });
    }

    /**
     * Takes one away.
     *
     * @throws UnknownUpload where there is none of this number
     */
    public void remove(Reference reference, int number, String actor) {
        database.inTransaction(() -> {
            PersonKey key = locked(reference).key();
            rows.delete(key, one(key, number).number());
            audit.addChange(actor, Action.FILE_REMOVED, Subject.SCREENING, reference.code(), "file " + number);
        });
    }

    private ScreeningRow locked(Reference reference) {
        return screenings.lock(reference).orElseThrow(UnknownScreening::new);
    }

    private Upload one(PersonKey key, int number) {
        return rows.of(key).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(UnknownUpload::new);
    }
}
