package dev.stipple.access.accounts;

import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.PasskeyRows;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.store.keys.Subject;
import dev.stipple.text.PlainText;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who can sign in with a password; every change is in the audit log. */
public final class Accounts {
    /** How many characters a chosen password has at least. */
    public static final int SHORTEST_PASSWORD = 12;

    /** How many characters a chosen password has at most. */
    public static final int LONGEST_PASSWORD = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Database database;
    private final AuditLog audit;
    private final RowSeals seals;
    private final PasswordEncoder encoder;
    private final InstantSource clock;
    private final CalendarHashes calendars;

    public Accounts(Database database, AuditLog audit, PasswordEncoder encoder, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.seals = audit.seals();
        this.encoder = encoder;
        this.clock = clock;
        this.calendars = new CalendarHashes(database, audit);
    }

    /** Every account, by name. */
    public List<ListedAccount> all() {
        Map<String, String> passkeys = PasskeyRows.digests(database);
        Map<String, String> left = audit.left(Subject.ACCOUNT);
        return database
                .sql()
                .sql("select * from account order by name")
                .query((row, line) -> new Listed(
                        row.getString("name"),
                        RowSeals.stateOf(SealedTable.ACCOUNT, row),
                        seals.isUsable(SealedTable.ACCOUNT, row) ? credentials(row) : null))
                .list()
                .stream()
                .map(each -> listed(
                        each, isAsLeft(each, left.get(each.name())) && hasItsPasskeys(each, passkeys.get(each.name()))))
                .toList();
    }

    /** @param credentials null where the row was altered in the database */
    private record Listed(
            String name, String state, @Nullable Credentials credentials) {}

    private boolean isAsLeft(Listed row, @Nullable String left) {
        return row.state().equals(left) || audit.isAsLeft(Subject.ACCOUNT, row.name());
    }

    private static ListedAccount listed(Listed row, boolean usable) {
        Credentials credentials = row.credentials();
        if (credentials == null) {
            return new ListedAccount(row.name(), null, false, true, false, true);
        }
        Account account = credentials.account();
        return new ListedAccount(
                account.name(),
                account.role(),
                account.mustChange(),
                account.disabled(),
                credentials.passkey(),
                !usable);
    }

    /** As they were read or, where they were changed meanwhile, as they are now. */
    private boolean hasItsPasskeys(Listed row, @Nullable String passkeys) {
        return (row.credentials() != null && Objects.equals(row.credentials().passkeys(), passkeys))
                || credentials(row.name()).filter(this::hasItsPasskeys).isPresent();
    }

    /** Who looks after screenings, as of now. */
    public Colleagues colleagues() {
        return new Colleagues(all());
    }

    public Optional<Account> find(String name) {
        return credentials(name).map(Credentials::account);
    }

    /**
     * What a sign-in under this name is held to; empty where there is no such account, or its row was altered or put back
     * in the database, which the service's log then says.
     */
    public Optional<Credentials> credentials(String name) {
        return Names.isName(name)
                ? database.sql()
                        .sql("select * from account where name = ?")
                        .param(name)
                        .query((row, line) -> seals.isUsable(SealedTable.ACCOUNT, row)
                                ? Optional.of(credentials(row))
                                : Optional.<Credentials>empty())
                        .optional()
                        .flatMap(usable -> usable)
                        .filter(usable -> isAsLeft(name))
                : Optional.empty();
    }

    private boolean isAsLeft(String name) {
        boolean left = audit.isAsLeft(Subject.ACCOUNT, name);
        if (!left) {
            LOG.error(new Altered("account " + name).getMessage());
        }
        return left;
    }

    /**
     * Creates an account.
     *
     * @return a password that works until the first sign-in, when another one has to be chosen
     * @throws InvalidAccount where the name is no name, or is or could be taken for another one
     */
    public String create(String name, Role role, String actor) {
        String password = oneTimePassword();
        create(name, role, password, actor);
        return password;
    }

    private void create(String name, Role role, String password, String actor) {
        String hash = encode(password);
        try {
            audit.inTurn(() -> {
                Names.check(name, all().stream().map(ListedAccount::name).toList());
                database.sql()
                        .sql("insert into account (name, password, role, must_change, disabled, epoch, created_at)"
                                + " values (?, ?, ?, true, false, 0, ?)")
                        .params(name, hash, role.name(), clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
                seals.seal(SealedTable.ACCOUNT, name);
                audit.addChange(actor, Action.ACCOUNT_CREATED, Subject.ACCOUNT, name, role.word());
            });
        } catch (DuplicateKeyException e) {
            throw new InvalidAccount("This name is taken already.");
        }
    }

    /**
     * Creates the first account, {@code admin}, and returns its password; empty where there is any account, or where another
     * service on the same database creates it at the same moment.
     */
    public Optional<String> createFirst() {
        return createFirst(Accounts::oneTimePassword);
    }

    /**
     * As {@link #createFirst()}.
     *
     * @param chosen the password, asked for where the account is needed; it works until the first sign-in as well
     */
    public Optional<String> createFirst(Supplier<String> chosen) {
        int accounts = database.sql()
                .sql("select count(*) from account")
                .query(Integer.class)
                .single();
        if (accounts > 0) {
            return Optional.empty();
        }
        String password = chosen.get();
        try {
            create("admin", Role.ADMIN, password, "first start");
            return Optional.of(password);
        } catch (InvalidAccount taken) {
            return Optional.empty();
        }
    }

    /**
     * Gives an account another role, or closes or opens it, and ends its sessions. One that may not read people any more has no
     * address of a calendar any more either.
     *
     * @throws UnknownName where there is none of this name
     * @throws InvalidAccount where nobody could look after accounts any more
     */
    public void change(String name, Role role, boolean disabled, String actor) {
        audit.inTurn(() -> {
            update(
                    name,
                    database.sql()
                            .sql("update account set role = ?, disabled = ?, epoch = epoch + 1 where name = ?")
                            .params(role.name(), disabled, name));
            if (administrators() == 0) {
                throw new InvalidAccount("At least one admin has to be able to sign in; make another one first.");
            }
            if (disabled || !role.readsPeople()) {
                calendars.end(name, actor);
            }
            audit.addChange(
                    actor, Action.ACCOUNT_CHANGED, Subject.ACCOUNT, name, role.word() + (disabled ? " disabled" : ""));
        });
    }

    private void update(String name, JdbcClient.StatementSpec update) {
        require(name);
        seals.change(SealedTable.ACCOUNT, update::update, name);
    }

    private long administrators() {
        return database
                .sql()
                .sql("select * from account where role = ? and not disabled")
                .param(Role.ADMIN.name())
                .query((row, line) -> seals.isUsable(SealedTable.ACCOUNT, row))
                .list()
                .stream()
                .filter(usable -> usable)
                .count();
    }

    /**
     * Replaces a forgotten password by one that works until the next sign-in, and ends every session and the address of the
     * calendar.
     *
     * @throws UnknownName where there is no account of this name
     */
    public String resetPassword(String name, String actor) {
        require(name);
        String password = oneTimePassword();
        String hash = encode(password);
        audit.inTurn(() -> {
            setPassword(name, hash, true, actor);
            calendars.end(name, actor);
        });
        return password;
    }

    /**
     * Changes somebody's own password and ends every session.
     *
     * @throws InvalidAccount where there is no such account, the old one is wrong or the new one cannot be taken, or where the
     *     account was changed meanwhile, as by an admin who resets its password
     */
    public void changePassword(String name, String old, String chosen) {
        Credentials present = credentials(name)
                .orElseThrow(() -> new InvalidAccount("Only an account has a password; a key or a token has none."));
        if (!isPassword(chosen) || chosen.equals(old)) {
            throw new InvalidAccount("Choose a new password of %d to %d characters, not the present one."
                    .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        if (!encoder.matches(old, present.hash())) {
            throw new InvalidAccount("The present password is not right.");
        }
        String hash = encode(chosen);
        audit.inTurn(() -> {
            unlessChanged(name, present.epoch());
            setPassword(name, hash, false, name);
        });
    }

    /**
     * Takes away the passkeys of somebody who lost them, and ends every session.
     *
     * @throws UnknownName where there is no account of this name, or it has none
     */
    public void removePasskeys(String name, String actor) {
        require(name);
        changePasskeys(name, actor, Action.PASSKEYS_REMOVED, () -> {
            int gone = database.sql()
                    .sql("delete from user_credentials where user_entity_user_id in"
                            + " (select id from user_entities where name = ?)")
                    .param(name)
                    .update();
            if (gone == 0) {
                throw UnknownName.ofPasskeys();
            }
        });
    }

    /**
     * Changes somebody's own passkeys.
     *
     * @param epoch of the account when they signed in
     * @throws InvalidAccount where the account was changed since, as by a passkey that another session made
     */
    public void changeOwnPasskeys(String name, int epoch, Action action, Runnable change) {
        changePasskeys(name, name, action, () -> {
            unlessChanged(name, epoch);
            change.run();
        });
    }

    private void unlessChanged(String name, int epoch) {
        if (credentials(name)
                .map(Credentials::epoch)
                .filter(now -> now == epoch)
                .isEmpty()) {
            throw new InvalidAccount("The account was changed meanwhile; sign in again.");
        }
    }

    /** Changes the passkeys of an account and seals with it which ones it has; every session ends. */
    public void changePasskeys(String name, String actor, Action action, Runnable change) {
        audit.inTurn(() -> {
            change.run();
            update(
                    name,
                    database.sql()
                            .sql("update account set passkeys = ?, epoch = epoch + 1 where name = ?")
                            .params(Arrays.asList(PasskeyRows.digest(database, name), name)));
            audit.addChange(actor, action, Subject.ACCOUNT, name, "");
        });
    }

    /**
     * Whether the passkeys that are kept under an identity are those that its account was sealed with, and none was put in or
     * moved by who can write to the database.
     */
    public boolean hasItsPasskeys(String identity) {
        return database.sql()
                .sql("select name from user_entities where id = ?")
                .param(identity)
                .query(String.class)
                .optional()
                .filter(name -> credentials(name)
                        .filter(Credentials::passkey)
                        .filter(this::hasItsPasskeys)
                        .isPresent())
                .isPresent();
    }

    private boolean hasItsPasskeys(Credentials credentials) {
        return Objects.equals(
                credentials.passkeys(),
                PasskeyRows.digest(database, credentials.account().name()));
    }

    private void require(String name) {
        if (find(name).isEmpty()) {
            throw UnknownName.ofAccount();
        }
    }

    /** Whether a password is long enough, not endless, not of spaces alone, and can be entered on a page too. */
    public static boolean isPassword(String chosen) {
        int length = chosen.codePointCount(0, chosen.length());
        return length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD && !chosen.isBlank() && PlainText.is(chosen);
    }

    private void setPassword(String name, String hash, boolean mustChange, String actor) {
        update(
                name,
                database.sql()
                        .sql("update account set password = ?, must_change = ?, epoch = epoch + 1 where name = ?")
                        .params(hash, mustChange, name));
        audit.addChange(actor, Action.PASSWORD_CHANGED, Subject.ACCOUNT, name, "");
    }

    /** Writes to the audit log that somebody signed in. */
    public void signedIn(String name) {
        audit.add(name, Action.SIGNED_IN, name, "");
    }

    /** Writes to the audit log that a password was wrong; made-up names are not written down. */
    public void failed(String name) {
        if (find(name).isPresent()) {
            audit.add(name, Action.SIGN_IN_FAILED, name, "");
        }
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static String oneTimePassword() {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        return new Credentials(account(row), row.getString("password"), row.getInt("epoch"), row.getString("passkeys"));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"));
    }
}
