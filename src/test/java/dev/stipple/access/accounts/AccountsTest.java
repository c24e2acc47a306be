package dev.stipple.access.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Kept;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import java.time.InstantSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Accounts on a database of their own. */
class AccountsTest {
    private final Accounts accounts = accounts();

    @Test
    void theLastAdminStaysOne() {
        assertTrue(accounts.createFirst().isPresent());

        assertThrows(InvalidAccount.class, () -> accounts.change("admin", Role.AUTHOR, false, "admin"));
        assertThrows(InvalidAccount.class, () -> accounts.change("admin", Role.ADMIN, true, "admin"));
        assertEquals(Role.ADMIN, accounts.find("admin").orElseThrow().role());
        assertFalse(accounts.find("admin").orElseThrow().disabled());

        assertFalse(accounts.create("ana", Role.ADMIN, "admin").isEmpty());
        accounts.change("admin", Role.AUTHOR, false, "ana");
        assertEquals(Role.AUTHOR, accounts.find("admin").orElseThrow().role());
    }

    private static Accounts accounts() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:accounts;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        var database = Database.open(source);
        return new Accounts(
                database,
                new AuditLog(database, Kept.keys(database), InstantSource.system()),
                PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                InstantSource.system());
    }
}
