package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the intake says where it has to stop. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "stipple.rules=src/test/resources/planted/base",
            "stipple.intake.most=1",
            "stipple.reasoning.timeout=0s"
        })
class IntakeLimitsTest {
    @LocalServerPort
    private int port;

    @Test
    void whereNoMoreFormsMayBeOpenThePageSaysSoAndTheOpenOnesGoOn() {
        var first = new Candidate(port).begin().unsure();

        var second = new Candidate(port).begin();
        var third = new Candidate(port).begin("fr", "Commencer");

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.heading()).isEqualTo("Please try again in a few minutes");
        assertThat(third.status()).isEqualTo(503);
        assertThat(first.unsure().status()).isEqualTo(200);
        first.page("removal").press("Yes, delete everything");
        assertThat(second.follow("Try again").press("Start").status()).isEqualTo(200);
        second.page("removal").press("Yes, delete everything");
    }

    @Test
    void whatWouldChangeSaysThatTheTimeWasOver() {
        var person = new Candidate(port).begin().question("person.ageYears").answer("12");

        person.page("result");

        assertThat(person.text()).contains("We found no change in your hands", "That does not mean that there is none");
        person.page("removal").press("Yes, delete everything");
    }
}
