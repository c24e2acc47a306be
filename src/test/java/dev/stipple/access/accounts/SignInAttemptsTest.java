package dev.stipple.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Who has to wait before a password is tried, and who never has to because of others. */
class SignInAttemptsTest {
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final Database database = database();
    private final Keys keys = Kept.keys(database);
    private final AuditLog audit = new AuditLog(database, keys, () -> now);
    private final SignInAttempts attempts = new SignInAttempts(database, audit, keys, () -> now);

    @Test
    void afterFiveAtANewAddressTheNextWaits() {
        assertThat(tried("ana", ELSEWHERE, 10)).isEqualTo(5);
        assertThat(waiting("ana", ELSEWHERE)).hasValue(Duration.ofMinutes(15));

        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);

        assertThat(waiting("ana", ELSEWHERE)).isEmpty();
    }

    @Test
    void ofManyAtOnceNoMoreAreTried() {
        var all = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> waiting("ana", ELSEWHERE).isEmpty()))
                .toList();

        assertThat(all.stream().filter(CompletableFuture::join)).hasSize(5);
    }

    @Test
    void guessesFromElsewhereNeverKeepSomebodyOutWhereTheySignedInBefore() {
        signIn("ana", HOME);

        for (int attacker = 0; attacker < 60; attacker++) {
            tried("ana", "198.51.100." + attacker, 10);
        }

        assertThat(waiting("ana", ELSEWHERE)).isPresent();
        assertThat(waiting("ana", HOME)).isEmpty();
    }

    @Test
    void aNeighbourWhoGuessesAtTheSameAddressKeepsSomebodyOutForAMinuteAtMost() {
        signIn("ana", HOME);

        assertThat(tried("ana", HOME, 40)).isEqualTo(20);

        assertThat(waiting("ana", HOME).orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(1));
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
            signIn("ana", HOME);
        }
        for (int i = 0; i < 100; i++) {
            signIn("ana", "203.0.113." + i);
        }
    }

    @Test
    void aRightPasswordAtHomeGivesNobodyElsewhereAnotherTry() {
        signIn("ana", HOME);
        for (int attacker = 0; attacker < 60; attacker++) {
            tried("ana", "198.51.100." + attacker, 5);
        }

        for (int i = 0; i < 10; i++) {
            signIn("ana", HOME);
        }

        assertThat(tried("ana", "203.0.113.9", 5)).isZero();
    }

    @Test
    void anAccountOfTheirOwnGivesNobodyAnotherTryAtThoseOfOthers() {
        signIn("ina", ELSEWHERE);
        for (int name = 0; name < 60; name++) {
            tried("name" + name, ELSEWHERE, 1);
        }

        for (int i = 0; i < 10; i++) {
            signIn("ina", ELSEWHERE);
        }

        assertThat(tried("another", ELSEWHERE, 5)).isZero();
    }

    @Test
    void aRightPasswordTakesBackNoneOfTheGuessesOfANeighbour() {
        signIn("ana", HOME);
        assertThat(tried("ana", HOME, 15)).isEqualTo(15);

        signIn("ana", HOME);

        assertThat(tried("ana", HOME, 40)).isEqualTo(5);
    }

    /** Two that are under way at once count at all addresses, though the place is known when the second is found right. */
    @Test
    void ofTwoRightPasswordsAtANewAddressEachTakesItsOwnCountBack() {
        var one = (SignInAttempt.Counted) attempts.begin("ana", ELSEWHERE);
        var other = (SignInAttempt.Counted) attempts.begin("ana", ELSEWHERE);
        attempts.succeeded(one);
        attempts.succeeded(other);

        assertThat(database.sql()
                        .sql("select sum(attempts) from sign_in_attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAdministratorLetsSomebodyInAtOnce() {
        account("ana");
        for (int attacker = 0; attacker < 60; attacker++) {
            tried("ana", "198.51.100." + attacker, 10);
        }

        attempts.unlock("ana", "admin");

        assertThat(waiting("ana", "203.0.113.9")).isEmpty();
    }

    @Test
    void whoIsLetInMayTryFiveTimesAlsoWhereTheAddressMayNot() {
        account("ana");
        tried("nobody", ELSEWHERE, 60);
        for (int other = 0; other < 60; other++) {
            tried("other" + other, ELSEWHERE, 1);
        }
        assertThat(waiting("ana", ELSEWHERE)).isPresent();

        attempts.unlock("ana", "admin");

        assertThat(tried("ana", ELSEWHERE, 10)).isEqualTo(5);
        assertThat(waiting("other60", ELSEWHERE)).as("nobody else").isPresent();
        attempts.unlock("ana", "admin");
        signIn("ana", ELSEWHERE);
        assertThat(tried("ana", ELSEWHERE, 40)).as("takes its own count back").isEqualTo(25);
    }

    @Test
    void whereTheClockWasPutBackNobodyWaitsLonger() {
        tried("ana", ELSEWHERE, 10);

        now = now.minus(Duration.ofDays(1));

        assertThat(waiting("ana", ELSEWHERE)).isEmpty();
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
                .isNotEmpty()
                .noneMatch(name -> name.contains("secret"));
    }

    @Test
    void whatIsOverIsDeleted() {
        tried("ana", ELSEWHERE, 1);
        signIn("ana", HOME);

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
    void whereThereIsNoAccountNothingIsUnlockedOrWrittenToTheLog() {
        for (String name : List.of("\0", "nobody")) {
            assertThatThrownBy(() -> attempts.unlock(name, "admin"))
                    .isInstanceOf(UnknownName.class)
                    .hasMessageContaining("no account of this name");
        }
        assertThat(audit.of("nobody")).isEmpty();
    }

    private void account(String name) {
        new Accounts(database, audit, PasswordEncoderFactories.createDelegatingPasswordEncoder(), () -> now)
                .create(name, Role.CONSULTANT, "admin");
    }

    private void signIn(String name, String address) {
        attempts.succeeded((SignInAttempt.Counted) attempts.begin(name, address));
    }

    private Optional<Duration> waiting(String name, String address) {
        return attempts.begin(name, address) instanceof SignInAttempt.TooMany refused
                ? Optional.of(refused.after())
                : Optional.empty();
    }

    private int tried(String name, String address, int times) {
        return (int) IntStream.range(0, times)
                .filter(i -> waiting(name, address).isEmpty())
                .count();
    }

    private static Database database() {
        return Database.open(H2.fresh());
    }
}
