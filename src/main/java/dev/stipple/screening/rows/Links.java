package dev.stipple.screening.rows;

import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Reference;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import java.time.Instant;
import java.util.Optional;

/** Finds which screening a link opens. The row of the screening holds the hash, and its seal that nobody moved it. */
public final class Links {
    private final Database database;

    public Links(Database database) {
        this.database = database;
    }

    /**
     * The screening of a link.
     *
     * @param since when it must have changed, or it is to be erased
     */
    public Optional<Reference> find(Link link, Instant since) {
        return database.sql()
                .sql("select reference from screening where link = ? and changed_at >= ?")
                .params(link.hash(), Times.utc(since))
                .query((row, line) -> new Reference(row.getString("reference")))
                .optional();
    }
}
