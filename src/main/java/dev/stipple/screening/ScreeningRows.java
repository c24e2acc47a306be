package dev.stipple.screening;

import dev.stipple.rulebook.Verdict;
import dev.stipple.text.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Screenings as rows of the database, sealed on the way in and opened on the way out. */
final class ScreeningRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTACT = "contact";

    /** A screening without its revisions and decisions; the key is null once it is erased. */
    record Row(
            Reference reference,
            int version,
            Instant receivedAt,
            Instant changedAt,
            Status status,
            Language language,
            String consent,
            int revision,
            Contact contact,
            @Nullable PersonKey personKey) {
        PersonKey key() {
            if (personKey == null) {
                throw new ErasedScreening();
            }
            return personKey;
        }
    }

    private final JdbcClient sql;
    private final MasterKey master;
    private final SearchTerms terms;

    ScreeningRows(Database database, MasterKey master) {
        this.sql = database.sql();
        this.master = master;
        this.terms = new SearchTerms(master);
    }

    void insert(PersonKey key, Submission submission, Assessed assessed, Instant now) {
        sql.sql(
                        "insert into screening (reference, received_at, changed_at, status, verdict, strictness, language,"
                                + " consent, revision, version, wrapped_key, contact) values (?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?)")
                .params(
                        key.owner(),
                        utc(now),
                        utc(now),
                        Status.WAITING.name(),
                        assessed.verdict().name(),
                        Strictness.of(assessed.verdict()),
                        submission.language().tag(),
                        submission.consent(),
                        key.wrapped(),
                        key.seal(JSON.writeValueAsString(submission.contact()), CONTACT))
                .update();
        insertTerms(key.owner(), submission.contact());
    }

    private void insertTerms(String reference, Contact contact) {
        var wanted = List.copyOf(terms.of(contact));
        if (!wanted.isEmpty()) {
            String rows =
                    String.join(", ", wanted.stream().map(term -> "(?, ?)").toList());
            var insert = sql.sql("insert into search_term (term, reference) values " + rows);
            for (Long term : wanted) {
                insert = insert.param(term).param(reference);
            }
            insert.update();
        }
    }

    void insertRevision(PersonKey key, int number, String actor, Assessed assessed, Instant now) {
        sql.sql("insert into revision (reference, number, at, actor, rulebook, verdict, answers, assessment)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key.owner(),
                        number,
                        utc(now),
                        actor,
                        assessed.rulebook().digest(),
                        assessed.verdict().name(),
                        key.seal(assessed.answers(), "answers " + number),
                        key.seal(assessed.assessment(), "assessment " + number))
                .update();
    }

    void insertDecision(PersonKey key, Decision decision) {
        String note = decision.note();
        sql.sql("insert into decision (reference, number, at, actor, revision, kind, verdict, reason, note)"
                        + " values (:reference, :number, :at, :actor, :revision, :kind, :verdict, :reason, :note)")
                .param("reference", key.owner())
                .param("number", decision.number())
                .param("at", utc(decision.at()))
                .param("actor", decision.actor())
                .param("revision", decision.revision())
                .param("kind", decision.kind().name())
                .param("verdict", name(decision.verdict()), Types.VARCHAR)
                .param("reason", decision.reason().name())
                .param("note", note == null ? null : key.seal(note, "note " + decision.number()), Types.VARBINARY)
                .update();
    }

    /** Sets what a revision or a decision changes; false where the version is no longer this one. */
    boolean update(Row row, Status status, @Nullable Verdict decided, int revision, Verdict verdict, Instant now) {
        return sql.sql("update screening set status = :status, decided = :decided, revision = :revision,"
                                + " verdict = :verdict, strictness = :strictness, changed_at = :now,"
                                + " version = version + 1 where reference = :reference and version = :version")
                        .param("status", status.name())
                        .param("decided", name(decided), Types.VARCHAR)
                        .param("revision", revision)
                        .param("verdict", verdict.name())
                        .param("strictness", Strictness.of(verdict))
                        .param("now", utc(now))
                        .param("reference", row.reference().code())
                        .param("version", row.version())
                        .update()
                == 1;
    }

    /** Destroys the key and everything that it sealed, and what the person could be found by. */
    void erase(Reference reference, Instant now) {
        sql.sql("update screening set wrapped_key = null, contact = null, status = ?, changed_at = ?,"
                        + " version = version + 1 where reference = ?")
                .params(Status.ERASED.name(), utc(now), reference.code())
                .update();
        for (String rest : List.of(
                "update revision set answers = null, assessment = null where reference = ?",
                "update decision set note = null where reference = ?",
                "delete from search_term where reference = ?",
                "delete from idempotency where reference = ?")) {
            sql.sql(rest).param(reference.code()).update();
        }
    }

    List<Reference> unchangedSince(Instant time) {
        return sql.sql("select reference from screening where changed_at < ? and status <> ? order by changed_at")
                .params(utc(time), Status.ERASED.name())
                .query((row, line) -> new Reference(row.getString("reference")))
                .list();
    }

    Optional<Row> find(Reference reference) {
        return sql.sql("select * from screening where reference = ?")
                .param(reference.code())
                .query(this::row)
                .optional();
    }

    Screening open(Row row) {
        PersonKey key = row.key();
        return new Screening(
                row.reference(),
                row.version(),
                row.receivedAt(),
                row.changedAt(),
                row.status(),
                row.language(),
                row.consent(),
                row.contact(),
                revisions(key),
                decisions(key));
    }

    Summary summary(ResultSet result, int line) throws SQLException {
        Row row = row(result, line);
        String decided = result.getString("decided");
        return new Summary(
                row.reference(),
                row.version(),
                row.receivedAt(),
                row.changedAt(),
                row.status(),
                Verdict.valueOf(result.getString("verdict")),
                decided == null ? null : Verdict.valueOf(decided),
                row.language(),
                row.contact().name());
    }

    private List<Revision> revisions(PersonKey key) {
        return sql.sql("select * from revision where reference = ? order by number")
                .param(key.owner())
                .query((row, line) -> {
                    int number = row.getInt("number");
                    return new Revision(
                            number,
                            instant(row, "at"),
                            row.getString("actor"),
                            row.getString("rulebook"),
                            Verdict.valueOf(row.getString("verdict")),
                            key.open(row.getBytes("answers"), "answers " + number),
                            key.open(row.getBytes("assessment"), "assessment " + number));
                })
                .list();
    }

    List<Decision> decisions(PersonKey key) {
        return sql.sql("select * from decision where reference = ? order by number")
                .param(key.owner())
                .query((row, line) -> {
                    int number = row.getInt("number");
                    String verdict = row.getString("verdict");
                    String note = key.openIfAny(row.getBytes("note"), "note " + number);
                    return new Decision(
                            number,
                            instant(row, "at"),
                            row.getString("actor"),
                            row.getInt("revision"),
                            Decision.Kind.valueOf(row.getString("kind")),
                            verdict == null ? null : Verdict.valueOf(verdict),
                            Decision.Reason.valueOf(row.getString("reason")),
                            note);
                })
                .list();
    }

    private Row row(ResultSet row, int line) throws SQLException {
        String reference = row.getString("reference");
        byte[] wrapped = row.getBytes("wrapped_key");
        PersonKey key = wrapped == null ? null : PersonKey.unwrap(master, reference, wrapped);
        return new Row(
                new Reference(reference),
                row.getInt("version"),
                instant(row, "received_at"),
                instant(row, "changed_at"),
                Status.valueOf(row.getString("status")),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("consent"),
                row.getInt("revision"),
                key == null ? Contact.NONE : JSON.readValue(key.open(row.getBytes("contact"), CONTACT), Contact.class),
                key);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.name();
    }
}
