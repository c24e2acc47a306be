package dev.stipple.intake;

import com.google.crypto.tink.Aead;
import dev.stipple.store.Database;
import dev.stipple.store.MasterKey;
import dev.stipple.store.RandomTokens;
import dev.stipple.store.Unreadable;
import dev.stipple.text.Language;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Drafts that outlive the process and are shared between services. The answers are encrypted under a key that is made
 * from the token, and the token itself is not kept: only who has the link can have them read.
 */
public final class DraftsInDatabase implements Drafts {
    private record Row(int version, Draft draft) {}

    private final Database database;
    private final MasterKey master;
    private final int most;
    private final Duration keep;
    private final InstantSource clock;

    /**
     * @param most how many may be open at once
     * @param keep how long each is kept after its last change
     */
    public DraftsInDatabase(Database database, MasterKey master, int most, Duration keep, InstantSource clock) {
        this.database = database;
        this.master = master;
        this.most = most;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public Draft begin(Language language) {
        int open = database.sql()
                .sql("select count(*) from draft where changed_at > ?")
                .param(utc(now().minus(keep)))
                .query(Integer.class)
                .single();
        if (open >= most) {
            throw new TooManyDrafts(most);
        }
        Instant now = now();
        var draft = new Draft(RandomTokens.next(), "{}", language, now, now);
        database.sql()
                .sql("insert into draft (fingerprint, begun_at, changed_at, language, version, answers)"
                        + " values (?, ?, ?, ?, 1, ?)")
                .params(id(draft.token()), utc(now), utc(now), language.tag(), seal(draft))
                .update();
        return draft;
    }

    @Override
    public Optional<Draft> find(String token) {
        return row(token).map(Row::draft);
    }

    @Override
    public Optional<Draft> change(String token, UnaryOperator<Draft> change) {
        while (true) {
            Optional<Row> before = row(token);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Draft old = before.get().draft();
            Draft changed = change.apply(old);
            var draft = new Draft(token, changed.answers(), changed.language(), old.begun(), now());
            int kept = database.sql()
                    .sql("update draft set changed_at = ?, language = ?, version = version + 1, answers = ?"
                            + " where fingerprint = ? and version = ?")
                    .params(
                            utc(draft.changed()),
                            draft.language().tag(),
                            seal(draft),
                            id(token),
                            before.get().version())
                    .update();
            if (kept == 1) {
                return Optional.of(draft);
            }
        }
    }

    @Override
    public void delete(String token) {
        database.sql()
                .sql("delete from draft where fingerprint = ?")
                .param(id(token))
                .update();
    }

    @Override
    public int deleteExpired() {
        return database.sql()
                .sql("delete from draft where changed_at <= ?")
                .param(utc(now().minus(keep)))
                .update();
    }

    private Optional<Row> row(String token) {
        return database.sql()
                .sql("select * from draft where fingerprint = ? and changed_at > ?")
                .params(id(token), utc(now().minus(keep)))
                .query((row, line) -> row(token, row))
                .optional();
    }

    private Row row(String token, ResultSet row) throws SQLException {
        var draft = new Draft(
                token,
                open(token, row.getBytes("answers")),
                Language.of(row.getString("language")).orElseThrow(),
                instant(row, "begun_at"),
                instant(row, "changed_at"));
        return new Row(row.getInt("version"), draft);
    }

    private String id(String token) {
        return master.fingerprint("draft", token.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] seal(Draft draft) {
        try {
            return key(draft.token()).encrypt(draft.answers().getBytes(StandardCharsets.UTF_8), new byte[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private String open(String token, byte[] sealed) {
        try {
            return new String(key(token).decrypt(sealed, new byte[0]), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new Unreadable("A draft was altered in the database.");
        }
    }

    private Aead key(String token) {
        return MasterKey.aead(master.mac("draft-key", token.getBytes(StandardCharsets.UTF_8)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
