package dev.stipple.access.accounts;

import dev.stipple.store.AuditEntry.Action;
import dev.stipple.store.AuditLog;
import dev.stipple.store.Database;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who can sign in with a password; every change is in the audit log. */
public final class Accounts {
    /** How many characters a chosen password has at least. */
    public static final int SHORTEST_PASSWORD = 12;

    private static final int FAILURES_BEFORE_WAIT = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    /** No wait is longer: one that ends later is from before the clock was put back. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Database database;
    private final AuditLog audit;
    private final PasswordEncoder encoder;
    private final InstantSource clock;

    public Accounts(Database database, AuditLog audit, PasswordEncoder encoder, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Every account, by name. */
    public List<Account> all() {
        return database.sql()
                .sql("select * from account order by name")
                .query(Accounts::account)
                .list();
    }

    public Optional<Account> find(String name) {
        return database.sql()
                .sql("select * from account where name = ?")
                .param(name)
                .query(Accounts::account)
                .optional();
    }

    public String hash(String name) {
        return database.sql()
                .sql("select password from account where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    /**
     * Creates an account.
     *
     * @return a password that works until the first sign-in, when another one has to be chosen
     * @throws InvalidAccount where the name is taken or is no name
     */
    public String create(String name, Role role, String actor) {
        if (!name.matches("[\\p{L}\\p{N}._@-]{1,80}")) {
            throw new InvalidAccount("A name has up to 80 letters, digits, or one of . _ @ -");
        }
        String password = oneTimePassword();
        try {
            database.inTransaction(() -> {
                database.sql()
                        .sql("insert into account (name, password, role, must_change, disabled, failures, created_at)"
                                + " values (?, ?, ?, true, false, 0, ?)")
                        .params(
                                name,
                                encode(password),
                                role.name(),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
                audit.add(actor, Action.ACCOUNT_CREATED, name, role.word());
            });
        } catch (DuplicateKeyException e) {
            throw new InvalidAccount("There is an account of this name already.");
        }
        return password;
    }

    /**
     * Creates the first account, {@code admin}, and returns its password; empty where there is any account, or where another
     * service on the same database creates it at the same moment.
     */
    public Optional<String> createFirst() {
        int accounts = database.sql()
                .sql("select count(*) from account")
                .query(Integer.class)
                .single();
        if (accounts > 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(create("admin", Role.ADMIN, "first start"));
        } catch (InvalidAccount taken) {
            return Optional.empty();
        }
    }

    /**
     * Gives an account another role, or closes or opens it.
     *
     * @throws InvalidAccount where there is none of this name, or nobody could look after accounts any more
     */
    public void change(String name, Role role, boolean disabled, String actor) {
        database.inTransaction(() -> {
            int changed = database.sql()
                    .sql("update account set role = ?, disabled = ? where name = ?")
                    .params(role.name(), disabled, name)
                    .update();
            if (changed == 0) {
                throw new InvalidAccount("There is no account of this name.");
            }
            if (administrators() == 0) {
                throw new InvalidAccount("At least one admin has to be able to sign in; make another one first.");
            }
            audit.add(actor, Action.ACCOUNT_CHANGED, name, role.word() + (disabled ? " disabled" : ""));
        });
    }

    private int administrators() {
        return database.sql()
                .sql("select count(*) from account where role = ? and not disabled")
                .param(Role.ADMIN.name())
                .query(Integer.class)
                .single();
    }

    /** Replaces a forgotten password by one that works until the next sign-in. */
    public String resetPassword(String name, String actor) {
        String password = oneTimePassword();
        setPassword(name, password, true, actor);
        return password;
    }

    /**
     * Changes somebody's own password.
     *
     * @throws InvalidAccount where the old one is wrong or the new one is too short or the same
     */
    public void changePassword(String name, String old, String chosen) {
        if (!encoder.matches(old, hash(name))) {
            throw new InvalidAccount("The present password is not right.");
        }
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST_PASSWORD || chosen.equals(old)) {
            throw new InvalidAccount(
                    "Choose a new password of at least " + SHORTEST_PASSWORD + " characters, not the present one.");
        }
        setPassword(name, chosen, false, name);
    }

    private void setPassword(String name, String password, boolean mustChange, String actor) {
        database.inTransaction(() -> {
            int changed = database.sql()
                    .sql("update account set password = ?, must_change = ?, failures = 0, locked_until = null"
                            + " where name = ?")
                    .params(encode(password), mustChange, name)
                    .update();
            if (changed == 0) {
                throw new InvalidAccount("There is no account of this name.");
            }
            audit.add(actor, Action.PASSWORD_CHANGED, name, "");
        });
    }

    public void signedIn(String name) {
        database.inTransaction(() -> {
            forgive(name);
            audit.add(name, Action.SIGNED_IN, name, "");
        });
    }

    public void forgive(String name) {
        database.sql()
                .sql("update account set failures = 0, locked_until = null where name = ? and failures > 0")
                .param(name)
                .update();
    }

    /** Counts a failed sign-in; after some, the account waits before the next one is tried, longer each time. */
    public void failed(String name) {
        Optional<Account> account = find(name);
        if (account.isEmpty()) {
            return;
        }
        database.inTransaction(() -> {
            database.sql()
                    .sql("update account set failures = failures + 1 where name = ?")
                    .param(name)
                    .update();
            int failures = database.sql()
                    .sql("select failures from account where name = ?")
                    .param(name)
                    .query(Integer.class)
                    .single();
            if (failures >= FAILURES_BEFORE_WAIT) {
                database.sql()
                        .sql("update account set locked_until = ? where name = ?")
                        .params(clock.instant().plus(pause(failures)).atOffset(ZoneOffset.UTC), name)
                        .update();
            }
            audit.add(name, Action.SIGN_IN_FAILED, name, "");
        });
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FAILURES_BEFORE_WAIT, 10));
        return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static String oneTimePassword() {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    private static Account account(ResultSet row, int line) throws SQLException {
        OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
        Instant until = locked == null ? null : locked.toInstant();
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"),
                until);
    }
}
