package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Leading;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.Submission;
import dev.stipple.store.Database;
import dev.stipple.store.MasterKey;
import dev.stipple.store.PersonKey;
import dev.stipple.store.Times;
import dev.stipple.text.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Screenings as rows of the database, what is personal sealed on the way in and opened on the way out. */
public final class ScreeningRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTACT = "contact";
    private static final String LEADING = "leading ";
    private static final String WHERE_UNCHANGED =
            ", changed_at = :now, version = version + 1" + " where reference = :reference and version = :version";

    /** A screening without its revisions and decisions; the key is null once it is erased. */
    public record Row(
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
        public PersonKey key() {
            if (personKey == null) {
                throw new ErasedScreening();
            }
            return personKey;
        }
    }

    private final JdbcClient sql;
    private final MasterKey master;
    private final SearchTerms terms;
    private final RevisionRows revisions;
    private final DecisionRows decisions;

    public ScreeningRows(Database database, MasterKey master) {
        this.sql = database.sql();
        this.master = master;
        this.terms = new SearchTerms(master);
        this.revisions = new RevisionRows(database, master);
        this.decisions = new DecisionRows(database);
    }

    public void insert(PersonKey key, Submission submission, Assessed assessed, Instant now) {
        sql.sql("insert into screening (reference, received_at, changed_at, status, verdict, strictness, language,"
                        + " consent, revision, version, wrapped_key, contact, leading_finding)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?, ?)")
                .params(
                        key.owner(),
                        Times.utc(now),
                        Times.utc(now),
                        Status.WAITING.name(),
                        assessed.verdict().name(),
                        Strictness.of(assessed.verdict()),
                        submission.language().tag(),
                        submission.consent(),
                        key.wrapped(),
                        key.seal(JSON.writeValueAsString(submission.contact()), CONTACT),
                        sealed(key, 1, assessed.leading()))
                .update();
        insertTerms(key.owner(), submission.contact());
    }

    private void insertTerms(String reference, Contact contact) {
        List<byte[]> wanted = terms.of(contact);
        if (!wanted.isEmpty()) {
            String rows =
                    String.join(", ", wanted.stream().map(term -> "(?, ?)").toList());
            var insert = sql.sql("insert into search_term (term, reference) values " + rows);
            for (byte[] term : wanted) {
                insert = insert.param(term).param(reference);
            }
            insert.update();
        }
    }

    /** Sets what a decision changes; false where the version is no longer this one. */
    public boolean decide(Row row, Status status, @Nullable Verdict decided, Instant now) {
        return changed(
                row,
                now,
                sql.sql("update screening set status = :status, decided = :decided" + WHERE_UNCHANGED)
                        .param("status", status.name())
                        .param("decided", name(decided), Types.VARCHAR));
    }

    /** Sets what a new revision changes; false where the version is no longer this one. */
    public boolean revise(Row row, int revision, Assessed assessed, Instant now) {
        return changed(
                row,
                now,
                sql.sql("update screening set status = :status, decided = null, revision = :revision,"
                                + " verdict = :verdict, strictness = :strictness, leading_finding = :leading"
                                + WHERE_UNCHANGED)
                        .param("status", Status.WAITING.name())
                        .param("revision", revision)
                        .param("verdict", assessed.verdict().name())
                        .param("strictness", Strictness.of(assessed.verdict()))
                        .param("leading", sealed(row.key(), revision, assessed.leading())));
    }

    private static boolean changed(Row row, Instant now, JdbcClient.StatementSpec update) {
        return update.param("now", Times.utc(now))
                        .param("reference", row.reference().code())
                        .param("version", row.version())
                        .update()
                == 1;
    }

    private static byte[] sealed(PersonKey key, int revision, Leading leading) {
        return key.seal(JSON.writeValueAsString(leading), LEADING + revision);
    }

    /** Destroys the key and everything that it sealed, and what the person could be found by. */
    public void erase(Reference reference, Instant now) {
        sql.sql(
                        "update screening set wrapped_key = null, contact = null, leading_finding = null, status = ?, changed_at = ?,"
                                + " version = version + 1 where reference = ?")
                .params(Status.ERASED.name(), Times.utc(now), reference.code())
                .update();
        for (String rest : List.of(
                "update revision set answers = null, assessment = null where reference = ?",
                "update decision set note = null where reference = ?",
                "delete from search_term where reference = ?",
                "delete from idempotency where reference = ?")) {
            sql.sql(rest).param(reference.code()).update();
        }
    }

    public List<Reference> unchangedSince(Instant time) {
        return sql.sql("select reference from screening where changed_at < ? and status <> ? order by changed_at")
                .params(Times.utc(time), Status.ERASED.name())
                .query((row, line) -> new Reference(row.getString("reference")))
                .list();
    }

    public Optional<Row> find(Reference reference) {
        return sql.sql("select * from screening where reference = ?")
                .param(reference.code())
                .query(this::row)
                .optional();
    }

    public Screening open(Row row) {
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
                revisions.of(key),
                decisions.of(key));
    }

    ListedScreening summary(ResultSet result, int line) throws SQLException {
        Row row = row(result, line);
        return new ListedScreening(
                row.reference(),
                row.version(),
                row.receivedAt(),
                row.changedAt(),
                row.status(),
                Verdict.valueOf(result.getString("verdict")),
                verdict(result.getString("decided")),
                row.language(),
                row.contact().name(),
                row.personKey() == null
                        ? null
                        : leading(row.key(), row.revision(), result.getBytes("leading_finding")));
    }

    private static Leading leading(PersonKey key, int revision, byte[] sealed) {
        return JSON.readValue(key.open(sealed, LEADING + revision), Leading.class);
    }

    private Row row(ResultSet row, int line) throws SQLException {
        String reference = row.getString("reference");
        byte[] wrapped = row.getBytes("wrapped_key");
        PersonKey key = wrapped == null ? null : PersonKey.unwrap(master, reference, wrapped);
        return new Row(
                new Reference(reference),
                row.getInt("version"),
                Times.instant(row, "received_at"),
                Times.instant(row, "changed_at"),
                Status.valueOf(row.getString("status")),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("consent"),
                row.getInt("revision"),
                key == null ? Contact.NONE : JSON.readValue(key.open(row.getBytes("contact"), CONTACT), Contact.class),
                key);
    }

    static @Nullable String name(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.name();
    }

    static @Nullable Verdict verdict(@Nullable String name) {
        return name == null ? null : Verdict.valueOf(name);
    }
}
