package dev.stipple.screening.rows;

import dev.stipple.screening.kept.KeyReused;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Retry;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers which screening a request made, so that repeating it makes no second one. What was asked is sealed with the key
 * of the person; it is found by its fingerprint, which every generation of keys makes anew.
 */
public final class Retries {
    private static final String PART = "request";
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Known(Reference reference, Retry retry) {}

    private final Database database;
    private final Keys keys;

    public Retries(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    public Optional<Reference> find(Retry retry) {
        List<String> fingerprints =
                keys.generations().stream().map(retry::fingerprint).toList();
        Optional<Known> known = database.sql()
                .sql("select i.*, s.generation, s.wrapped_key, s.consent from idempotency i"
                        + " join screening s on s.reference = i.reference where i.fingerprint in (:fingerprints)")
                .param("fingerprints", fingerprints)
                .query((row, line) -> known(row))
                .optional();
        if (known.isPresent() && !known.get().retry().equals(retry)) {
            throw new KeyReused();
        }
        return known.map(Known::reference);
    }

    private Known known(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        PersonKey key = PersonKey.of(keys, row);
        if (key == null) {
            throw new Altered("idempotency of " + reference);
        }
        return new Known(new Reference(reference), retry(key, row.getBytes("request")));
    }

    static Retry retry(PersonKey key, byte[] request) {
        return JSON.readValue(key.open(request, PART), Retry.class);
    }

    public void keep(Generation generation, PersonKey key, Retry retry, Instant now) {
        database.sql()
                .sql("insert into idempotency (fingerprint, request, reference, at) values (?, ?, ?, ?)")
                .params(
                        retry.fingerprint(generation),
                        key.seal(JSON.writeValueAsString(retry), PART),
                        key.owner(),
                        Times.utc(now))
                .update();
    }
}
