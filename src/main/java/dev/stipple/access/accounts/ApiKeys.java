package dev.stipple.access.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.store.keys.Subject;
import dev.stipple.text.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/** Keys for programs that call the API. Only a hash of each is kept; a key itself is shown once, when it is made. */
public final class ApiKeys {
    /** A key that works. */
    public record ApiKey(String name, Role role, Instant createdAt) {}

    /**
     * A key in the list of all.
     *
     * @param role null where the row was altered or put back
     * @param altered whether something else than the service changed the row in the database, so that it does not work
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListedKey(String name, @Nullable Role role, Instant createdAt, boolean altered) {}

    /** The header that a program sends a key in. */
    public static final String HEADER = "X-API-Key";

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final String PREFIX = "stipple_";

    private final Database database;
    private final AuditLog audit;
    private final RowSeals seals;
    private final InstantSource clock;

    public ApiKeys(Database database, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.seals = audit.seals();
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @return what the program sends as {@code X-API-Key}
     * @throws InvalidAccount where the name is no name, or is or could be taken for another one
     */
    public String create(String name, Role role, String actor) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            audit.inTurn(() -> {
                Names.check(name, all().stream().map(ListedKey::name).toList());
                database.sql()
                        .sql("insert into api_key (name, hash, role, created_at) values (?, ?, ?, ?)")
                        .params(name, hash(key), role.name(), clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
                seals.seal(SealedTable.API_KEY, name);
                audit.addChange(actor, Action.KEY_CREATED, Subject.API_KEY, name, role.word());
            });
        } catch (DuplicateKeyException e) {
            throw new InvalidAccount("This name is taken already.");
        }
        return key;
    }

    /**
     * Ends a key at once.
     *
     * @throws UnknownName where there is none of this name
     */
    public void revoke(String name, String actor) {
        if (!Names.isName(name)) {
            throw UnknownName.ofKey();
        }
        database.inTransaction(() -> {
            int gone = database.sql()
                    .sql("delete from api_key where name = ?")
                    .param(name)
                    .update();
            if (gone == 0) {
                throw UnknownName.ofKey();
            }
            audit.addChange(actor, Action.KEY_REVOKED, Subject.API_KEY, name, "");
        });
    }

    /** Every key, by name. */
    public List<ListedKey> all() {
        return database
                .sql()
                .sql("select * from api_key order by name")
                .query((row, line) -> listed(row, seals.isUsable(SealedTable.API_KEY, row)))
                .list()
                .stream()
                .map(each -> each.altered() || isAsLeft(each.name())
                        ? each
                        : new ListedKey(each.name(), null, each.createdAt(), true))
                .toList();
    }

    private boolean isAsLeft(String name) {
        boolean left = audit.isAsLeft(Subject.API_KEY, name);
        if (!left) {
            LOG.error(new Altered("api_key " + name).getMessage());
        }
        return left;
    }

    private static ListedKey listed(ResultSet row, boolean usable) throws SQLException {
        return new ListedKey(
                row.getString("name"), usable ? Role.valueOf(row.getString("role")) : null, createdAt(row), !usable);
    }

    /** The key that a program sent; one whose row was altered or put back in the database is none, and the service's log says so. */
    public Optional<ApiKey> find(String key) {
        return key.startsWith(PREFIX)
                ? database.sql()
                        .sql("select * from api_key where hash = ?")
                        .param(hash(key))
                        .query((row, line) -> seals.isUsable(SealedTable.API_KEY, row)
                                ? Optional.of(apiKey(row))
                                : Optional.<ApiKey>empty())
                        .optional()
                        .flatMap(usable -> usable)
                        .filter(usable -> isAsLeft(usable.name()))
                : Optional.empty();
    }

    private static ApiKey apiKey(ResultSet row) throws SQLException {
        return new ApiKey(row.getString("name"), Role.valueOf(row.getString("role")), createdAt(row));
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    /** A plain hash is enough, as a key has 256 random bits. */
    private static String hash(String key) {
        return Digest.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
