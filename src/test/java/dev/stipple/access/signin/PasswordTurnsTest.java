package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.access.accounts.SignInAttempt;
import dev.stipple.access.accounts.SignInAttempts;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Passwords of strangers take turns, so that many at once leave processors to whoever is known. */
@Timeout(60)
class PasswordTurnsTest {
    private static final int TURNS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int STRANGERS = 40;
    private static final String HOME = "192.0.2.1";
    private static final String RIGHT = "a right sentence";

    private final SignInAttempts attempts = attempts();
    private final SlowHashes hashes = new SlowHashes();
    private final PasswordSignIn signIn = signIn();
    private final ExecutorService strangers = Executors.newFixedThreadPool(STRANGERS);

    @AfterEach
    void end() {
        hashes.end.countDown();
        strangers.shutdown();
    }

    @Test
    void fortyInventedNamesFromFortyAddressesTakeHalfTheProcessors() throws InterruptedException {
        var guesses = guesses();
        hashes.begun(TURNS);
        hashes.end.countDown();

        guesses.forEach(guess -> assertThat(guess.join()).isInstanceOf(AuthenticationException.class));
        assertThat(hashes.mostAtOnce).hasValue(TURNS);
    }

    @Test
    void whoSignedInFromAnAddressBeforeWaitsForNoStranger() throws InterruptedException {
        attempts.succeeded((SignInAttempt.Counted) attempts.begin("ana", HOME));
        guesses();
        hashes.begun(TURNS);

        assertThat(signIn.authenticate(sent("ana", RIGHT, HOME)).isAuthenticated())
                .isTrue();
    }

    @Test
    void aStrangerWhoseTurnDoesNotComeIsToldToWaitAndNotCounted() throws InterruptedException {
        guesses();
        hashes.begun(TURNS);

        assertThatThrownBy(() -> signIn.authenticate(sent("ana", RIGHT, "203.0.113.9")))
                .isInstanceOf(TooManyAttempts.class);
        hashes.end.countDown();

        assertThat(IntStream.range(0, 10)
                        .filter(i -> attempts.begin("ana", "203.0.113.9") instanceof SignInAttempt.Counted))
                .hasSize(5);
    }

    @Test
    void strangersBeyondThoseWhoWaitAreToldAtOnce() {
        long begun = System.nanoTime();

        CompletableFuture.anyOf(guesses().toArray(CompletableFuture[]::new)).join();

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("a turn is waited for three seconds")
                .isLessThan(Duration.ofMillis(2_500));
    }

    private List<CompletableFuture<Throwable>> guesses() {
        return IntStream.range(0, STRANGERS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> signIn.authenticate(sent("name" + i, "a guess", "198.51.100." + i)), strangers)
                        .handle((person, problem) -> problem.getCause()))
                .toList();
    }

    private static Authentication sent(String name, String password, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var sent = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        sent.setDetails(new WebAuthenticationDetails(request));
        return sent;
    }

    private PasswordSignIn signIn() {
        var passwords = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                User.withUsername("ana").password(RIGHT).roles("INTAKE").build()));
        passwords.setPasswordEncoder(hashes);
        return new PasswordSignIn(attempts, passwords);
    }

    private static SignInAttempts attempts() {
        Database database = Database.open(H2.fresh());
        Keys keys = Kept.keys(database);
        InstantSource clock = InstantSource.system();
        return new SignInAttempts(database, new AuditLog(database, keys, clock), keys, clock);
    }

    /** Hashes nothing, but for wrong passwords takes as long as it is told to. */
    private static final class SlowHashes implements PasswordEncoder {
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();

        void begun(int many) throws InterruptedException {
            while (atOnce.get() < many) {
                Thread.sleep(5);
            }
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String kept) {
            if (String.valueOf(password).equals(kept)) {
                return true;
            }
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                atOnce.decrementAndGet();
            }
            return false;
        }
    }
}
