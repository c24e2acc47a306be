package dev.stipple.intake;

import dev.stipple.store.Database;
import dev.stipple.store.RandomTokens;
import dev.stipple.store.Unreadable;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.Secret;
import dev.stipple.store.renewal.Survivors;
import dev.stipple.wording.Language;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Drafts that outlive the process and are shared between services. Each has a key of its own, which is wrapped twice: by the
 * token, which is not kept, so that only who has the link can have the answers read, and by the generation of keys, so that
 * not even they can once the draft was deleted.
 */
public final class DraftsInDatabase implements Drafts, Survivors {
    private static final String KEY = "key";
    private static final String ANSWERS = "answers";
    private static final Duration KEEP_EMPTY = Duration.ofHours(1);

    private record Row(int version, Secret key, Draft draft) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Wrapped(String fingerprint, String generation, byte[] key) {}

    private final Database database;
    private final Keys keys;
    private final AuditLog audit;
    private final int most;
    private final Duration keep;
    private final InstantSource clock;

    /**
     * @param most how many may be open at once
     * @param keep how long each is kept after its last change
     */
    public DraftsInDatabase(
            Database database, Keys keys, AuditLog audit, int most, Duration keep, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
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
                .sql("select count(*) from draft where answered and ends_at > ?")
                .param(utc(now()))
                .query(Integer.class)
                .single();
        if (open >= most) {
            throw new TooManyDrafts(most);
        }
        Instant now = now();
        var draft = new Draft(RandomTokens.next(), Draft.EMPTY, language, now, now, now.plus(KEEP_EMPTY));
        database.inTransaction(() -> insert(draft, keys.current()));
        return draft;
    }

    @Override
    public Draft reopen(String token, Language language, String answers) {
        deleteExpired();
        return find(token).orElseGet(() -> inserted(token, language, answers));
    }

    private Draft inserted(String token, Language language, String answers) {
        Instant now = now();
        var draft = new Draft(token, answers, language, now, now, now.plus(keep));
        database.inTransaction(() -> insert(draft, keys.current()));
        return draft;
    }

    private void insert(Draft draft, Generation generation) {
        var key = Secret.random();
        String fingerprint = RandomTokens.fingerprint(draft.token());
        byte[] byToken = wrapping(draft.token()).encrypt(key.bytes(), KEY);
        database.sql()
                .sql("insert into draft (fingerprint, begun_at, changed_at, ends_at, answered, language, version,"
                        + " generation, wrapped_key, answers) values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)")
                .params(
                        fingerprint,
                        utc(draft.begun()),
                        utc(draft.changed()),
                        utc(draft.ends()),
                        draft.isAnswered(),
                        draft.language().tag(),
                        generation.id(),
                        generation.wrap(byToken, fingerprint),
                        seal(key, draft))
                .update();
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
            Draft draft = kept(change.apply(old), old);
            int kept = database.sql()
                    .sql("update draft set changed_at = ?, ends_at = ?, answered = ?, language = ?, version ="
                            + " version + 1, answers = ? where fingerprint = ? and version = ?")
                    .params(
                            utc(draft.changed()),
                            utc(draft.ends()),
                            draft.isAnswered(),
                            draft.language().tag(),
                            seal(before.get().key(), draft),
                            RandomTokens.fingerprint(token),
                            before.get().version())
                    .update();
            if (kept == 1) {
                return Optional.of(draft);
            }
        }
    }

    /** Changed later than before by a millisecond at least, so that no two states of a draft are taken for one. */
    private Draft kept(Draft changed, Draft old) {
        Instant now = now();
        Instant next = old.changed().plusMillis(1);
        return new Draft(
                old.token(),
                changed.answers(),
                changed.language(),
                old.begun(),
                next.isAfter(now) ? next : now,
                now.plus(changed.isAnswered() ? keep : KEEP_EMPTY));
    }

    @Override
    public boolean delete(Draft draft) {
        return delete("fingerprint = ? and begun_at = ?", RandomTokens.fingerprint(draft.token()), utc(draft.begun()))
                > 0;
    }

    @Override
    public boolean take(Draft draft) {
        return delete(
                        "fingerprint = ? and changed_at = ?",
                        RandomTokens.fingerprint(draft.token()),
                        utc(draft.changed()))
                > 0;
    }

    /** Where nothing was answered, there is nobody whose keys have to go. */
    @Override
    public int deleteExpired() {
        int empty = database.sql()
                .sql("delete from draft where not answered and ends_at <= ?")
                .param(utc(now()))
                .update();
        return empty + delete("ends_at <= ?", utc(now()));
    }

    private int delete(String where, Object... values) {
        return database.inTransaction(() -> {
            int deleted = database.sql()
                    .sql("delete from draft where " + where)
                    .params(values)
                    .update();
            if (deleted > 0) {
                audit.noteErased();
            }
            return deleted;
        });
    }

    @Override
    public int wrapAnew(Generation generation, List<String> before, int most) {
        List<Wrapped> drafts = database.sql()
                .sql("select fingerprint, generation, wrapped_key from draft where generation in (:before)"
                        + " order by generation, fingerprint limit :most for update")
                .param("before", before)
                .param("most", most)
                .query((row, line) -> new Wrapped(
                        row.getString("fingerprint"), row.getString("generation"), row.getBytes("wrapped_key")))
                .list();
        for (Wrapped draft : drafts) {
            byte[] key = keys.generation(draft.generation())
                    .unwrap(draft.key(), draft.fingerprint())
                    .map(byToken -> generation.wrap(byToken, draft.fingerprint()))
                    .orElse(draft.key());
            database.sql()
                    .sql("update draft set generation = ?, wrapped_key = ? where fingerprint = ?")
                    .params(generation.id(), key, draft.fingerprint())
                    .update();
        }
        return drafts.size();
    }

    private Optional<Row> row(String token) {
        return database.sql()
                .sql("select * from draft where fingerprint = ? and ends_at > ?")
                .params(RandomTokens.fingerprint(token), utc(now()))
                .query((row, line) -> row(token, row))
                .optional();
    }

    private Row row(String token, ResultSet row) throws SQLException {
        Secret key = keys.generation(row.getString("generation"))
                .unwrap(row.getBytes("wrapped_key"), RandomTokens.fingerprint(token))
                .flatMap(byToken -> wrapping(token).decrypt(byToken, KEY))
                .flatMap(Secret::of)
                .orElseThrow(DraftsInDatabase::altered);
        byte[] answers = key.decrypt(row.getBytes("answers"), ANSWERS).orElseThrow(DraftsInDatabase::altered);
        var draft = new Draft(
                token,
                new String(answers, StandardCharsets.UTF_8),
                new Language(row.getString("language")),
                instant(row, "begun_at"),
                instant(row, "changed_at"),
                instant(row, "ends_at"));
        return new Row(row.getInt("version"), key, draft);
    }

    private static byte[] seal(Secret key, Draft draft) {
        return key.encrypt(draft.answers().getBytes(StandardCharsets.UTF_8), ANSWERS);
    }

    private static Unreadable altered() {
        return new Unreadable("A draft was altered in the database.");
    }

    private static Secret wrapping(String token) {
        return Secret.of(RandomTokens.digest("wrap", token)).orElseThrow();
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
