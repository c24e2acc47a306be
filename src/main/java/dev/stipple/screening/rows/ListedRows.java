package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.wording.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of the queue: as much of a screening as a list shows, and of one that was altered, that it was. */
final class ListedRows {
    private static final Logger LOG = LoggerFactory.getLogger(ListedRows.class);

    private final Keys keys;
    private final RowSeals seals;

    ListedRows(Database database, Keys keys) {
        this.keys = keys;
        this.seals = new RowSeals(database, keys);
    }

    ListedScreening row(ResultSet result, int unusedLine) throws SQLException {
        if (!seals.isUsable(SealedTable.SCREENING, result)) {
            return altered(result);
        }
        try {
            return listed(result);
        } catch (Unreadable e) {
            LOG.error(e.getMessage());
            return altered(result);
        }
    }

    /** Nothing is opened, and what cannot be read is left undecided. */
    private static ListedScreening altered(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return new ListedScreening(
                new Reference(row.getString("reference")),
                row.getInt("version"),
                Times.instant(row, "received_at"),
                Times.instant(row, "changed_at"),
                Times.instant(row, "revised_at"),
                Status.WAITING,
                row.getInt("revision"),
                Stream.of(Verdict.values())
                        .filter(each -> each.name().equals(verdict))
                        .findFirst()
                        .orElse(Verdict.UNDECIDED),
                null,
                Language.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                true);
    }

    private ListedScreening listed(ResultSet result) throws SQLException {
        ScreeningRow row = SealedColumns.row(keys, result);
        return new ListedScreening(
                row.reference(),
                row.version(),
                row.receivedAt(),
                row.changedAt(),
                Times.instant(result, "revised_at"),
                row.status(),
                row.revision(),
                Verdict.valueOf(result.getString("verdict")),
                row.personKey() == null
                        ? null
                        : SealedColumns.verdict(row.key().openIfAny(result.getBytes("decided"), SealedColumns.DECIDED)),
                row.language(),
                row.contact().name(),
                row.personKey() == null
                        ? null
                        : SealedColumns.leading(row.key(), row.revision(), result.getBytes("leading_finding")),
                row.agenda().next().orElse(null),
                row.assignee(),
                null,
                false);
    }
}
