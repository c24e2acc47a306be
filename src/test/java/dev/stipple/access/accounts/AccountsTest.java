package dev.stipple.access.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts on a database of their own. */
class AccountsTest {
    private final Database database = database();
    private final Accounts accounts = accounts(database, PasswordEncoderFactories.createDelegatingPasswordEncoder());
    private final ApiKeys keys = new ApiKeys(database, log(database), InstantSource.system());

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

    /** With one query an account, on a connection of its own each, lists asked for at once wait for each other for ever. */
    @Test
    void aListOfAccountsTakesOneConnection() throws SQLException {
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(H2.fresh());
            pool.setMaximumPoolSize(2);
            pool.setConnectionTimeout(250);
            var pooled = Database.open(pool);
            var listing = accounts(pooled, PasswordEncoderFactories.createDelegatingPasswordEncoder());
            listing.create("ana", Role.CONSULTANT, "admin");
            listing.create("ben", Role.AUTHOR, "admin");

            try (var held = pool.getConnection()) {
                assertTrue(held.isValid(0));
                assertEquals(new Colleagues(List.of("ana"), List.of("ben")), listing.colleagues());
            }
        }
    }

    @Test
    void aPasswordForTheFirstIsAskedForOnce() {
        assertEquals(Optional.of("twelve chars"), accounts.createFirst(() -> "twelve chars"));

        assertTrue(accounts.find("admin").orElseThrow().mustChange());
        assertEquals(Optional.empty(), accounts.createFirst(() -> {
            throw new AssertionError("there is an account");
        }));
    }

    @Test
    void nobodyIsNamedAsAnotherWhetherAPersonOrAProgram() {
        accounts.create("mila", Role.AUTHOR, "admin");
        keys.create("mirror", Role.CONSULTANT, "admin");

        for (String name : List.of("intake", "retention", "due", "mila", "rnila")) {
            assertThrows(InvalidAccount.class, () -> accounts.create(name, Role.AUTHOR, "admin"), name);
        }
        for (String name : List.of("intake", "retention", "due", "mirror", "rnirror")) {
            assertThrows(InvalidAccount.class, () -> keys.create(name, Role.AUTHOR, "admin"), name);
        }
    }

    @Test
    void spacesAloneAreNoPassword() {
        String known = accounts.create("mila", Role.AUTHOR, "admin");

        assertThrows(InvalidAccount.class, () -> accounts.changePassword("mila", known, " ".repeat(12)));
        assertThrows(InvalidAccount.class, () -> accounts.changePassword("mila", known, "eleven char"));
        accounts.changePassword("mila", known, "twelve chars");
    }

    @Test
    void aResetWinsOverAChangeThatIsUnderWay() {
        var during = new AtomicReference<Runnable>(() -> {});
        Accounts slow = accounts(new PasswordEncoder() {
            private final PasswordEncoder real = PasswordEncoderFactories.createDelegatingPasswordEncoder();

            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return real.encode(password);
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                boolean right = real.matches(password, hash);
                during.getAndSet(() -> {}).run();
                return right;
            }
        });
        String known = slow.create("bob", Role.CONSULTANT, "admin");
        var reset = new AtomicReference<String>();
        during.set(() -> reset.set(slow.resetPassword("bob", "admin")));

        assertThrows(InvalidAccount.class, () -> slow.changePassword("bob", known, "chosen by a thief"));

        slow.changePassword("bob", Objects.requireNonNull(reset.get()), "chosen by bob himself");
    }

    @Test
    void aPasswordThatWorksOnceWorksOnceForManyAtOnce() throws InterruptedException {
        String once = accounts.create("eve", Role.CONSULTANT, "admin");

        assertEquals(1, atOnce(5, i -> accounts.changePassword("eve", once, "another password " + i)));
    }

    @Test
    void oneOfSeveralLookAlikesMadeAtOnceIsTaken() throws InterruptedException {
        accounts.createFirst();
        List<String> names = List.of("mila", "rnila", "mi1a", "mlla");

        assertEquals(1, atOnce(4, i -> accounts.create(names.get(i), Role.AUTHOR, "admin")));
    }

    @Test
    void ofSeveralSessionsThatMakeAFirstPasskeyAtOnceOneDoes() throws InterruptedException {
        accounts.create("kim", Role.CONSULTANT, "admin");
        int epoch = accounts.credentials("kim").orElseThrow().epoch();
        database.sql()
                .sql("insert into user_entities (id, name) values ('kim', 'kim')")
                .update();

        int made = atOnce(
                4,
                i -> accounts.changeOwnPasskeys(
                        "kim",
                        epoch,
                        Action.PASSKEY_ADDED,
                        () -> database.sql()
                                .sql("insert into user_credentials (credential_id, user_entity_user_id, public_key,"
                                        + " backup_eligible, backup_state, created, last_used, label) values (?, 'kim',"
                                        + " cast('key' as bytea), false, false, now(), now(), 'phone')")
                                .param("c" + i)
                                .update()));

        assertEquals(1, made);
        assertTrue(accounts.hasItsPasskeys("kim"));
        assertEquals(epoch + 1, accounts.credentials("kim").orElseThrow().epoch());
    }

    @Test
    void passkeysThatWereAlteredShowInTheListOfAccounts() {
        accounts.create("kim", Role.CONSULTANT, "admin");
        assertFalse(accounts.all().get(0).altered());

        database.sql()
                .sql("insert into user_entities (id, name) values ('kim', 'kim')")
                .update();
        database.sql()
                .sql("insert into user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible,"
                        + " backup_state, created, last_used, label) values ('x', 'kim', cast('key' as bytea), false,"
                        + " false, now(), now(), 'phone')")
                .update();

        assertTrue(accounts.all().get(0).altered());
    }

    @Test
    void twoAdminsWhoCloseEachOtherAtOnceLeaveOne() throws InterruptedException {
        accounts.createFirst();
        accounts.create("ana", Role.ADMIN, "admin");
        List<String> names = List.of("admin", "ana");

        assertEquals(1, atOnce(2, i -> accounts.change(names.get(i), Role.AUTHOR, false, names.get(1 - i))));
    }

    /** How many of several threads are not refused. */
    private static int atOnce(int threads, IntConsumer work) throws InterruptedException {
        var together = new CyclicBarrier(threads);
        var done = new AtomicInteger();
        List<Thread> all = IntStream.range(0, threads)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        together.await();
                        work.accept(i);
                        done.incrementAndGet();
                    } catch (InvalidAccount refused) {
                        return;
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        all.forEach(Thread::start);
        for (Thread each : all) {
            each.join();
        }
        return done.get();
    }

    private static Accounts accounts(PasswordEncoder encoder) {
        return accounts(database(), encoder);
    }

    private static Accounts accounts(Database database, PasswordEncoder encoder) {
        return new Accounts(database, log(database), encoder, InstantSource.system());
    }

    private static Database database() {
        return Database.open(H2.fresh());
    }

    private static AuditLog log(Database database) {
        return new AuditLog(database, Kept.keys(database), InstantSource.system());
    }
}
