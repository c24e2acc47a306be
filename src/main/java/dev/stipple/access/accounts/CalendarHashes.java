package dev.stipple.access.accounts;

import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.store.keys.Subject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The hashes of the secret addresses of calendars, in the sealed rows of accounts. */
final class CalendarHashes {
    private final Database database;
    private final AuditLog audit;
    private final RowSeals seals;

    CalendarHashes(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
        this.seals = audit.seals();
    }

    boolean has(String account) {
        return database.sql()
                .sql("select count(*) from account where name = ? and calendar is not null")
                .param(account)
                .query(Integer.class)
                .single()
                .equals(1);
    }

    /** Puts one in the place of a former one; part of the transaction under way. */
    void set(String account, String hash) {
        set(account, hash, account, Action.CALENDAR_MADE);
    }

    /** Takes away the one of an account, if it has one; part of the transaction under way. */
    void end(String account, String actor) {
        if (has(account)) {
            set(account, null, actor, Action.CALENDAR_ENDED);
        }
    }

    private void set(String account, @Nullable String hash, String actor, Action action) {
        seals.change(
                SealedTable.ACCOUNT,
                () -> database.sql()
                        .sql("update account set calendar = ? where name = ?")
                        .params(Arrays.asList(hash, account))
                        .update(),
                account);
        audit.addChange(actor, action, Subject.ACCOUNT, account, "");
    }
}
