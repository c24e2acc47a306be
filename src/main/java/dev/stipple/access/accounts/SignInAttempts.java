package dev.stipple.access.accounts;

import dev.stipple.access.address.NetworkAddress;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;

/**
 * Slows down who guesses passwords. An attempt is counted before it is tried, in the database, so that guesses sent at once
 * or to several services count together. It is counted for the name at the address, for the name at all addresses and for
 * the address; where the name has signed in from the address before, only there, so that nobody elsewhere can keep its owner
 * out. Names without an account are counted alike, so that waiting tells nothing.
 */
public final class SignInAttempts {
    /** How many attempts are tried within a time that starts with the first of them. */
    private record Limit(int most, Duration within) {
        /** The end of a time that may be under way; clocks of services and threads differ, so it is later than a new one. */
        Instant latestEnd(Instant now) {
            return now.plus(within.multipliedBy(2));
        }
    }

    private static final Limit AT_NEW_ADDRESS = new Limit(5, Duration.ofMinutes(15));
    private static final Limit AT_KNOWN_ADDRESS = new Limit(20, Duration.ofMinutes(1));
    private static final Limit OF_NAME = new Limit(50, Duration.ofHours(1));
    private static final Limit OF_ADDRESS = new Limit(50, Duration.ofMinutes(15));
    private static final Duration KNOWN = Duration.ofDays(90);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String ALL = "";

    private final Database database;
    private final AuditLog audit;
    private final Keys keys;
    private final InstantSource clock;

    public SignInAttempts(Database database, AuditLog audit, Keys keys, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Counts an attempt that is about to be tried.
     *
     * @param address an IP address; of IPv6 the first 64 bits count, as one client has all that follow
     * @return how long to wait where it must not be tried; the same whether or not there is an account of this name
     */
    public Optional<Duration> begin(String name, String address) {
        String who = hidden(name);
        String where = NetworkAddress.of(address);
        if (isKnown(who, where)) {
            return count(who, where, AT_KNOWN_ADDRESS);
        }
        return count(who, where, AT_NEW_ADDRESS)
                .or(() -> count(ALL, where, OF_ADDRESS))
                .or(() -> count(who, ALL, OF_NAME));
    }

    /** Takes back what an attempt counted that was right, and remembers its address for 90 days. */
    public void succeeded(String name, String address) {
        String who = hidden(name);
        String where = NetworkAddress.of(address);
        database.inTransaction(() -> {
            forget(who, where);
            Stream.of(new String[] {ALL, where}, new String[] {who, ALL})
                    .forEach(each -> database.sql()
                            .sql("update sign_in_attempt set attempts = attempts - 1"
                                    + " where name = ? and address = ? and attempts > 0")
                            .params(each[0], each[1])
                            .update());
        });
        remember(who, where);
    }

    /**
     * Lets an account be tried again from everywhere, at once.
     *
     * @throws InvalidAccount where this cannot be the name of one
     */
    public void unlock(String name, String actor) {
        if (!Names.isName(name)) {
            throw new InvalidAccount("There is no account of this name.");
        }
        database.inTransaction(() -> {
            database.sql()
                    .sql("delete from sign_in_attempt where name = ?")
                    .param(hidden(name))
                    .update();
            audit.add(actor, Action.ACCOUNT_UNLOCKED, name, "");
        });
    }

    /** Deletes counts and addresses whose time is over. */
    public void forgetExpired() {
        Instant now = clock.instant();
        database.sql()
                .sql("delete from sign_in_attempt where ends_at < ?")
                .param(time(now))
                .update();
        database.sql()
                .sql("delete from known_address where last_at < ?")
                .param(time(now.minus(KNOWN)))
                .update();
    }

    private Optional<Duration> count(String name, String address, Limit limit) {
        Instant now = clock.instant();
        if (counted(name, address, limit, now)
                || begun(name, address, limit, now)
                || counted(name, address, limit, now)) {
            return Optional.empty();
        }
        return Optional.of(database.sql()
                .sql("select ends_at from sign_in_attempt where name = ? and address = ?")
                .params(name, address)
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(wait -> wait.compareTo(SHORTEST) > 0)
                .orElse(SHORTEST));
    }

    private boolean counted(String name, String address, Limit limit, Instant now) {
        return database.sql()
                        .sql("update sign_in_attempt set attempts = attempts + 1"
                                + " where name = ? and address = ? and attempts < ? and ends_at between ? and ?")
                        .params(name, address, limit.most(), time(now), time(limit.latestEnd(now)))
                        .update()
                > 0;
    }

    /** Starts counting anew where nothing was counted yet, the time is over, or the clock was put back since. */
    private boolean begun(String name, String address, Limit limit, Instant now) {
        OffsetDateTime end = time(now.plus(limit.within()));
        int again = database.sql()
                .sql("update sign_in_attempt set attempts = 1, ends_at = ?"
                        + " where name = ? and address = ? and (ends_at < ? or ends_at > ?)")
                .params(end, name, address, time(now), time(limit.latestEnd(now)))
                .update();
        if (again > 0) {
            return true;
        }
        try {
            return database.sql()
                            .sql("insert into sign_in_attempt (name, address, attempts, ends_at) values (?, ?, 1, ?)")
                            .params(name, address, end)
                            .update()
                    > 0;
        } catch (DuplicateKeyException counted) {
            return false;
        }
    }

    private void forget(String name, String address) {
        database.sql()
                .sql("delete from sign_in_attempt where name = ? and address = ?")
                .params(name, address)
                .update();
    }

    private boolean isKnown(String name, String address) {
        return database.sql()
                        .sql("select count(*) from known_address where name = ? and address = ? and last_at > ?")
                        .params(name, address, time(clock.instant().minus(KNOWN)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void remember(String name, String address) {
        OffsetDateTime now = time(clock.instant());
        int known = database.sql()
                .sql("update known_address set last_at = ? where name = ? and address = ?")
                .params(now, name, address)
                .update();
        if (known == 0) {
            try {
                database.sql()
                        .sql("insert into known_address (name, address, last_at) values (?, ?, ?)")
                        .params(name, address, now)
                        .update();
            } catch (DuplicateKeyException atTheSameMoment) {
                return;
            }
        }
    }

    /** What is typed as a name can be a password, so that no name is kept in the clear. */
    private String hidden(String name) {
        return keys.fingerprint("sign-in", name.getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
