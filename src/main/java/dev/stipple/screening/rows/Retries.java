package dev.stipple.screening.rows;

import dev.stipple.screening.kept.KeyReused;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Retry;
import dev.stipple.store.Database;
import dev.stipple.store.MasterKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Remembers which screening a request made, so that repeating it makes no second one. */
public final class Retries {
    private record Known(String body, String reference) {}

    private final Database database;
    private final MasterKey master;

    public Retries(Database database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    public Optional<Reference> find(Retry retry) {
        Optional<Known> known = database.sql()
                .sql("select body, reference from idempotency where fingerprint = ?")
                .param(retry.fingerprint(master))
                .query((row, line) -> new Known(row.getString("body"), row.getString("reference")))
                .optional();
        if (known.isPresent() && !known.get().body().equals(retry.bodyFingerprint(master))) {
            throw new KeyReused();
        }
        return known.map(each -> new Reference(each.reference()));
    }

    public void keep(Retry retry, Reference reference, Instant now) {
        database.sql()
                .sql("insert into idempotency (fingerprint, body, reference, at) values (?, ?, ?, ?)")
                .params(
                        retry.fingerprint(master),
                        retry.bodyFingerprint(master),
                        reference.code(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
