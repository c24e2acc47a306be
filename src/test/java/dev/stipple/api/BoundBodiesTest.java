package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies that are bound to records account for all that was sent too. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BoundBodiesTest {
    private static final String DECISIONS = "/api/v1/screenings/0000-0000-0000/decisions";

    @LocalServerPort
    private int port;

    private final ApiKeys keys;

    @Autowired
    BoundBodiesTest(ApiKeys keys) {
        this.keys = keys;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'version': 1, 'kind': 'CONFIRM', 'reason': 'AGREED', 'notes': 'healed'} | /notes",
                "{'version': 1, 'version': 2, 'kind': 'CONFIRM', 'reason': 'AGREED'} | line 1, column",
                "{'version': '1', 'kind': 'CONFIRM', 'reason': 'AGREED'} | /version",
                "{'version': 1.0, 'kind': 'CONFIRM', 'reason': 'AGREED'} | /version",
                "{'version': 1, 'kind': 1, 'reason': 'AGREED'} | /kind",
                "{'version': 1, 'kind': 'CONFIRM', 'reason': 'AGREED', 'note': 5} | /note",
                "{'version': 1, 'kind': 'CONFIRM', 'reason': 'AGREED'} {} | ''",
                "{'version': 1, 'kind': 'CONFIRM ', 'reason': 'AGREED'} | /kind: this code has a blank",
                "{'version': 1, 'kind': '\\nCONFIRM', 'reason': 'AGREED'} | /kind: this code has a blank",
                "{'version': 1, 'kind': 'CONFIRM', 'reason': 'AGREED '} | /reason: this code has a blank",
                "{'version': 1, 'kind': 'CONFIRM', 'reason': 'AGREED', 'note': 'healed\\u202e'} | /note: this text has a control",
            })
    void whatIsNotReadIsRefusedWithItsPlace(String body, String place) throws Exception {
        String key = keys.create("bound" + UUID.randomUUID(), Role.CONSULTANT, "test");

        var refused = new Running(port)
                .send(HttpRequest.newBuilder(URI.create(new Running(port).address(DECISIONS)))
                        .header("X-API-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.replace('\'', '"'))));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(place.replace("'", "")).doesNotContain("healed");
    }
}
