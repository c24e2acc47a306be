package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service behind a proxy that speaks TLS to browsers. */
@Tag("whole")
@NullUnmarked
final class BehindTlsTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.on(Shipped.FOLDER, "--server.forward-headers-strategy=native");
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void noCookieTravelsInTheOpen() {
        assertThat(cookies("https"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure").contains("; HttpOnly"));
    }

    /** On the machine itself there is no TLS, and browsers would not send such a cookie back. */
    @Test
    void withoutTlsCookiesWork() {
        assertThat(cookies("http")).hasSize(2).noneMatch(cookie -> cookie.contains("; Secure"));
    }

    private static List<String> cookies(String scheme) {
        return service.send(service.request("/login?language=fr")
                        .header("Accept", "text/html")
                        .header("X-Forwarded-Proto", scheme)
                        .build())
                .headers()
                .allValues("set-cookie");
    }
}
