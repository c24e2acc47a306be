package dev.stipple.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.Kept;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Who has to wait before a password is tried, and who never has to because of others. */
class SignInAttemptsTest {
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final Database database = database();
    private final SignInAttempts attempts = attempts();

    @Test
    void afterFiveAtANewAddressTheNextWaits() {
        assertThat(tried("ana", ELSEWHERE, 10)).isEqualTo(5);
        assertThat(attempts.begin("ana", ELSEWHERE)).hasValue(Duration.ofMinutes(15));

        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);

        assertThat(attempts.begin("ana", ELSEWHERE)).isEmpty();
    }

    @Test
    void ofManyAtOnceNoMoreAreTried() {
        var all = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> attempts.begin("ana", ELSEWHERE).isEmpty()))
                .toList();

        assertThat(all.stream().filter(CompletableFuture::join)).hasSize(5);
    }

    @Test
    void guessesFromElsewhereNeverKeepSomebodyOutWhereTheySignedInBefore() {
        attempts.succeeded("ana", HOME);

        for (int attacker = 0; attacker < 60; attacker++) {
            tried("ana", "198.51.100." + attacker, 10);
        }

        assertThat(attempts.begin("ana", ELSEWHERE)).isPresent();
        assertThat(attempts.begin("ana", HOME)).isEmpty();
    }

    @Test
    void aNeighbourWhoGuessesAtTheSameAddressKeepsSomebodyOutForAMinuteAtMost() {
        attempts.succeeded("ana", HOME);

        assertThat(tried("ana", HOME, 40)).isEqualTo(20);

        assertThat(attempts.begin("ana", HOME).orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void manyAddressesTogetherTryFiftyTimesAnHour() {
        int tried = IntStream.range(0, 100)
                .map(attacker -> tried("ana", "198.51.100." + attacker, 5))
                .sum();

        assertThat(tried).isEqualTo(50);
    }

    @Test
    void oneAddressTriesFiftyNamesAndThenWaits() {
        int tried = IntStream.range(0, 100)
                .map(name -> tried("name" + name, ELSEWHERE, 1))
                .sum();

        assertThat(tried).isEqualTo(50);
    }

    @Test
    void oneClientHasAllTheAddressesOfItsIpv6Network() {
        int tried = IntStream.range(0, 100)
                .map(host -> tried("ana", "2001:db8:1:2::" + Integer.toHexString(host + 1), 1))
                .sum();

        assertThat(tried).isEqualTo(5);
    }

    @Test
    void whoIsRightAgainAndAgainNeverWaits() {
        for (int i = 0; i < 200; i++) {
            assertThat(attempts.begin("ana", HOME)).isEmpty();
            attempts.succeeded("ana", HOME);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(attempts.begin("ana", "203.0.113." + i)).isEmpty();
            attempts.succeeded("ana", "203.0.113." + i);
        }
    }

    @Test
    void anAdministratorLetsSomebodyInAtOnce() {
        for (int attacker = 0; attacker < 60; attacker++) {
            tried("ana", "198.51.100." + attacker, 10);
        }

        attempts.unlock("ana", "admin");

        assertThat(attempts.begin("ana", "203.0.113.9")).isEmpty();
    }

    @Test
    void whereTheClockWasPutBackNobodyWaitsLonger() {
        tried("ana", ELSEWHERE, 10);

        now = now.minus(Duration.ofDays(1));

        assertThat(attempts.begin("ana", ELSEWHERE)).isEmpty();
    }

    @Test
    void anAttemptWhoseClockIsAMomentLateBeginsNoNewCount() {
        assertThat(tried("ana", ELSEWHERE, 10)).isEqualTo(5);

        now = now.minusMillis(1);

        assertThat(tried("ana", ELSEWHERE, 10)).isZero();
    }

    @Test
    void aPasswordTypedAsANameIsNotKeptInTheClear() {
        tried("my secret sentence", ELSEWHERE, 1);

        assertThat(database.sql()
                        .sql("select name from sign_in_attempt")
                        .query(String.class)
                        .list())
                .noneMatch(name -> name.contains("secret"));
    }

    @Test
    void whatIsOverIsDeleted() {
        tried("ana", ELSEWHERE, 1);
        attempts.succeeded("ana", HOME);

        now = now.plus(Duration.ofDays(91));
        attempts.forgetExpired();

        for (String table : new String[] {"sign_in_attempt", "known_address"}) {
            assertThat(database.sql()
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whatCannotBeANameIsNotUnlocked() {
        assertThatThrownBy(() -> attempts.unlock("\0", "admin")).isInstanceOf(InvalidAccount.class);
    }

    private int tried(String name, String address, int times) {
        return (int) IntStream.range(0, times)
                .filter(i -> attempts.begin(name, address).isEmpty())
                .count();
    }

    private static Database database() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        return Database.open(source);
    }

    private SignInAttempts attempts() {
        Keys keys = Kept.keys(database);
        return new SignInAttempts(database, new AuditLog(database, keys, () -> now), keys, () -> now);
    }
}
