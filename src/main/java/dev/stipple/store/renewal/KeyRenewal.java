package dev.stipple.store.renewal;

import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a new generation of keys take over once something was erased or the master key is replaced: everything that is kept
 * is wrapped anew, then the generation before is destroyed, and with it the last key to what was erased. Each step can be
 * cut short anywhere and is taken up again, by whichever service on the database is first.
 */
public final class KeyRenewal {
    /** How long the generation before outlives its last use at least: all services have read the file of keys again by then. */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** What may be promised at least: half of it passes before a renewal begins, {@link #GRACE} before it ends. */
    public static final Duration SHORTEST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);
    private static final String ACTOR = "keys";
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Keys keys;
    private final RowSeals seals;
    private final AuditLog audit;
    private final List<Survivors> survivors;
    private final Duration delay;
    private final InstantSource clock;

    /**
     * A renewal, which does nothing by itself.
     *
     * @param delay how long after an erasure it begins, so that many erasures share one
     */
    public KeyRenewal(
            Database database,
            Keys keys,
            AuditLog audit,
            List<Survivors> survivors,
            Duration delay,
            InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.seals = new RowSeals(database, keys);
        this.audit = audit;
        this.survivors = List.copyOf(survivors);
        this.delay = delay;
        this.clock = clock;
    }

    /**
     * Goes as far as is due.
     *
     * @return whether a generation waits to take over or to be destroyed still
     */
    public boolean run() {
        keys.refresh();
        Instant now = clock.instant();
        database.inTransaction(keys::takeNextMaster);
        database.inTransaction(() -> begin(now));
        if (!keys.isRenewing()) {
            return false;
        }
        if (wrapAnew() == 0) {
            database.inTransaction(() -> {
                if (audit.keyStateHolds() && keys.endRenewal(now.minus(GRACE))) {
                    audit.addKeyState(ACTOR, Action.KEYS_DESTROYED, "");
                }
            });
        }
        return keys.isUnsettled();
    }

    private void begin(Instant now) {
        Instant erasedBefore = now.minus(delay);
        if (!audit.keyStateHolds()) {
            LOG.warn(
                    "The row of key_state was altered in the database by something else than this service, or put back."
                            + " Keys are renewed for that; stipple audit verify tells what else was altered.");
            audit.add(ACTOR, Action.KEYS_MENDED, "", "");
            keys.beginRenewal(now);
        } else if (!keys.beginRenewal(isDue(erasedBefore), erasedBefore, now)) {
            return;
        }
        audit.addKeyState(ACTOR, Action.KEYS_RENEWED, "");
    }

    /** Whether the log tells of an erasure since keys were renewed; the row tells the same, where nobody else wrote it. */
    private boolean isDue(Instant erasedBefore) {
        long renewed = audit.newest(Action.KEYS_RENEWED).map(AuditEntry::number).orElse(0L);
        return Stream.of(Action.ERASED, Action.KEYS_DUE)
                .flatMap(action -> audit.next(action, renewed).stream())
                .anyMatch(erased -> !erased.at().isAfter(erasedBefore));
    }

    private int wrapAnew() {
        Generation generation = keys.newest();
        List<String> before = keys.generations().stream()
                .map(Generation::id)
                .filter(each -> !each.equals(generation.id()))
                .toList();
        int wrapped = 0;
        for (Survivors each : before.isEmpty() ? List.<Survivors>of() : survivors) {
            int done = AT_ONCE;
            while (done == AT_ONCE) {
                done = database.inTransaction(() -> each.wrapAnew(generation, before, AT_ONCE));
                wrapped += done;
            }
        }
        Stream.of(SealedTable.values())
                .filter(table -> table != SealedTable.KEY_STATE)
                .forEach(this::sealAnew);
        return wrapped;
    }

    private void sealAnew(SealedTable table) {
        Optional<String> last = Optional.of("");
        while (last.isPresent()) {
            String after = last.get();
            last = database.inTransaction(() -> seals.sealAnew(table, after, AT_ONCE));
        }
    }
}
