package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The link to a form is all that it takes to read it, so it stays with the person. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class IntakeSecrecyTest {
    @LocalServerPort
    private int port;

    @Test
    void noLogKnowsTheLinkWhateverSomebodyDoesWithIt(CapturedOutput output) {
        var person = new Candidate(port).begin();
        String token = person.token();

        person.question("candidate.ageYears").answer("many");
        person.question("candidate.ageYears").answer("12");
        person.question("candidate.ageYears/notANumber").question("no.such");
        person.page("check").page("result").page("handover").fill("name=Ada");
        person.page("sent").page("nothing/here").page("%00").page("removal").press("Yes, delete everything");
        person.open("/intake/" + token);

        assertThat(person.status()).isEqualTo(404);
        assertThat(output.getAll()).doesNotContain(token);
    }
}
