package dev.stipple.screening;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Remembers which screening a request made, so that repeating it makes no second one. */
final class Retries {
    private record Known(String body, String reference) {}

    private final Database database;
    private final MasterKey master;

    Retries(Database database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    Optional<Reference> find(Retry retry) {
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

    void keep(Retry retry, Reference reference, Instant now) {
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
