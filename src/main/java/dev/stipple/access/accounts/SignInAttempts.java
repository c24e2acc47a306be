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
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/**
 * Slows down who guesses passwords. An attempt is counted before it is tried, in the database, so that guesses sent at once
 * or to several services count together. It is counted for the name at the address, for the name at all addresses and for
 * the address; where the name has signed in from the address before, only there, so that nobody elsewhere can keep its owner
 * out. Whom an administrator lets in may try five times from anywhere, whatever else was counted. Names without an account are
 * counted alike, so that waiting tells nothing.
 */
public final class SignInAttempts {
    /** How many attempts are tried within a time that starts with the first of them. */
    private record Limit(int most, Duration within) {
        /** The end of a time that may be under way; clocks of services and threads differ, so it is later than a new one. */
        Instant latestEnd(Instant now) {
            return now.plus(within.multipliedBy(2));
        }
    }

    /** What attempts are counted for: a name at an address, or at all, or an address for all names. */
    private record Counter(String name, String address, Limit limit) {}

    private static final Limit AT_NEW_ADDRESS = new Limit(5, Duration.ofMinutes(15));
    private static final Limit AT_KNOWN_ADDRESS = new Limit(20, Duration.ofMinutes(1));
    private static final Limit LET_IN = new Limit(5, Duration.ofMinutes(15));
    private static final Limit OF_NAME = new Limit(50, Duration.ofHours(1));
    private static final Limit OF_ADDRESS = new Limit(50, Duration.ofMinutes(15));
    private static final Duration KNOWN = Duration.ofDays(90);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String ALL = "";
    /** Stands for the address where a name was let in; it is none. */
    private static final String ANYWHERE = "*";

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

    /** Whether a name has signed in from an address within 90 days. */
    public boolean isKnownAt(String name, String address) {
        return isKnown(hidden(name), NetworkAddress.of(address));
    }

    /**
     * Counts an attempt that is about to be tried.
     *
     * @param address an IP address; of IPv6 the first 64 bits count, as one client has all that follow
     * @return whether it may be; the same whether or not there is an account of this name
     */
    public SignInAttempt begin(String name, String address) {
        String who = hidden(name);
        String where = NetworkAddress.of(address);
        if (counted(letIn(who), clock.instant())) {
            return new SignInAttempt.Counted(who, where, SignInAttempt.As.LET_IN);
        }
        var attempt = new SignInAttempt.Counted(
                who, where, isKnown(who, where) ? SignInAttempt.As.KNOWN : SignInAttempt.As.NEW);
        return counters(attempt).stream()
                .flatMap(each -> count(each).stream())
                .findFirst()
                .<SignInAttempt>map(SignInAttempt.TooMany::new)
                .orElse(attempt);
    }

    /**
     * Takes back what an attempt counted that was right, and nothing else, as another one may have been a guess; and remembers
     * its address for 90 days.
     */
    public void succeeded(SignInAttempt.Counted attempt) {
        database.inTransaction(() -> counters(attempt)
                .forEach(each -> database.sql()
                        .sql("update sign_in_attempt set attempts = attempts - 1"
                                + " where name = ? and address = ? and attempts > 0")
                        .params(each.name(), each.address())
                        .update()));
        remember(attempt.name(), attempt.address());
    }

    private static List<Counter> counters(SignInAttempt.Counted attempt) {
        String name = attempt.name();
        String address = attempt.address();
        return switch (attempt.as()) {
            case LET_IN -> List.of(letIn(name));
            case KNOWN -> List.of(new Counter(name, address, AT_KNOWN_ADDRESS));
            case NEW ->
                List.of(
                        new Counter(name, address, AT_NEW_ADDRESS),
                        new Counter(ALL, address, OF_ADDRESS),
                        new Counter(name, ALL, OF_NAME));
        };
    }

    private static Counter letIn(String name) {
        return new Counter(name, ANYWHERE, LET_IN);
    }

    /**
     * Lets an account be tried again from everywhere, at once.
     *
     * @throws UnknownName where there is none of this name
     */
    public void unlock(String name, String actor) {
        if (!isAccount(name)) {
            throw UnknownName.ofAccount();
        }
        audit.inTurn(() -> {
            database.sql()
                    .sql("delete from sign_in_attempt where name = ?")
                    .param(hidden(name))
                    .update();
            database.sql()
                    .sql("insert into sign_in_attempt (name, address, attempts, ends_at) values (?, ?, 0, ?)")
                    .params(hidden(name), ANYWHERE, time(clock.instant().plus(LET_IN.within())))
                    .update();
            audit.add(actor, Action.ACCOUNT_UNLOCKED, name, "");
        });
    }

    private boolean isAccount(String name) {
        return Names.isName(name)
                && database.sql()
                                .sql("select count(*) from account where name = ?")
                                .param(name)
                                .query(Integer.class)
                                .single()
                        > 0;
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

    /** How long to wait where it cannot count one more. */
    private Optional<Duration> count(Counter counter) {
        Instant now = clock.instant();
        if (counted(counter, now) || begun(counter, now) || counted(counter, now)) {
            return Optional.empty();
        }
        return Optional.of(database.sql()
                .sql("select ends_at from sign_in_attempt where name = ? and address = ?")
                .params(counter.name(), counter.address())
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(wait -> wait.compareTo(SHORTEST) > 0)
                .orElse(SHORTEST));
    }

    private boolean counted(Counter counter, Instant now) {
        Limit limit = counter.limit();
        return database.sql()
                        .sql("update sign_in_attempt set attempts = attempts + 1"
                                + " where name = ? and address = ? and attempts < ? and ends_at between ? and ?")
                        .params(counter.name(), counter.address(), limit.most(), time(now), time(limit.latestEnd(now)))
                        .update()
                > 0;
    }

    /** Starts counting anew where nothing was counted yet, the time is over, or the clock was put back since. */
    private boolean begun(Counter counter, Instant now) {
        Limit limit = counter.limit();
        OffsetDateTime end = time(now.plus(limit.within()));
        int again = database.sql()
                .sql("update sign_in_attempt set attempts = 1, ends_at = ?"
                        + " where name = ? and address = ? and (ends_at < ? or ends_at > ?)")
                .params(end, counter.name(), counter.address(), time(now), time(limit.latestEnd(now)))
                .update();
        if (again > 0) {
            return true;
        }
        try {
            return database.sql()
                            .sql("insert into sign_in_attempt (name, address, attempts, ends_at) values (?, ?, 1, ?)")
                            .params(counter.name(), counter.address(), end)
                            .update()
                    > 0;
        } catch (DuplicateKeyException counted) {
            return false;
        }
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
