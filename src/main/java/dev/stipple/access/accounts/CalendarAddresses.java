package dev.stipple.access.accounts;

import dev.stipple.store.Database;
import dev.stipple.store.RandomTokens;
import dev.stipple.store.audit.AuditLog;
import java.util.Optional;

/**
 * The secret addresses at which programs read the calendars of accounts, as they can show neither password nor passkey. Only a
 * hash of each is kept; an address itself is shown once, when it is made.
 */
public final class CalendarAddresses {
    private final Database database;
    private final AuditLog audit;
    private final Accounts accounts;
    private final CalendarHashes hashes;

    public CalendarAddresses(Database database, AuditLog audit, Accounts accounts) {
        this.database = database;
        this.audit = audit;
        this.accounts = accounts;
        this.hashes = new CalendarHashes(database, audit);
    }

    /** Whether an account has one. */
    public boolean has(String name) {
        return hashes.has(name);
    }

    /**
     * Makes one for an account, whose former one then ends.
     *
     * @return the secret in it
     * @throws InvalidAccount where there is no such account, or it may not read people any more
     */
    public String make(String name) {
        String token = RandomTokens.next();
        audit.inTurn(() -> {
            if (accounts.find(name).filter(CalendarAddresses::mayHaveOne).isEmpty()) {
                throw new InvalidAccount(
                        "Only an account that may read people has a calendar; a key or a token has none.");
            }
            hashes.set(name, RandomTokens.fingerprint(token));
        });
        return token;
    }

    /** Ends the one of an account at once; without effect where it has none. */
    public void end(String name) {
        audit.inTurn(() -> accounts.find(name).ifPresent(account -> hashes.end(name, name)));
    }

    /** Whose calendar a secret opens: an account that may read people, is open, and has chosen its password. */
    public Optional<Account> reader(String token) {
        return database.sql()
                .sql("select name from account where calendar = ?")
                .param(RandomTokens.fingerprint(token))
                .query(String.class)
                .optional()
                .flatMap(accounts::find)
                .filter(CalendarAddresses::mayHaveOne);
    }

    private static boolean mayHaveOne(Account account) {
        return !account.disabled() && !account.mustChange() && account.role().readsPeople();
    }
}
