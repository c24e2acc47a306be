package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Whoever mistypes a code or a value is told the nearest, or what may be written. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CodesTest {
    private static final String REFERENCE = "K7QF-3M2X-9RTW";

    @LocalServerPort
    private int port;

    private final RequestMappingHandlerMapping doors;
    private final ApiKeys keys;
    private String key = "";

    @Autowired
    CodesTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors, ApiKeys keys) {
        this.doors = doors;
        this.keys = keys;
    }

    @BeforeEach
    void mayDoEverything() {
        key = keys.create("n" + UUID.randomUUID(), Role.ADMIN, "test");
    }

    /** Every code that is bound from an address, with a letter too many. */
    @Test
    void everyMistypedCodeOfAnAddressIsToldWithTheNearest() throws Exception {
        int asked = 0;
        for (var door : doors.getHandlerMethods().entrySet()) {
            for (Parameter parameter : ours(door.getValue())) {
                if (parameter.isAnnotationPresent(RequestParam.class)
                        && parameter.getType().isEnum()) {
                    String code = parameter.getType().getEnumConstants()[0].toString();
                    String path = door.getKey().getPatternValues().iterator().next();

                    var answer = send("GET", path + "?" + parameter.getName() + "=" + code + "X", "");

                    assertThat(answer.statusCode()).isEqualTo(400);
                    assertThat(detail(answer)).contains("'" + parameter.getName() + "'", "write '" + code + "'");
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(2);
    }

    /** Every code that is bound from a body. */
    @Test
    void everyMistypedCodeOfABodyIsToldWithTheNearestAndItsPlace() throws Exception {
        int asked = 0;
        for (var door : doors.getHandlerMethods().entrySet()) {
            for (Parameter parameter : ours(door.getValue())) {
                if (parameter.isAnnotationPresent(RequestBody.class)
                        && parameter.getType().isRecord()) {
                    for (RecordComponent member : parameter.getType().getRecordComponents()) {
                        if (member.getType().isEnum()) {
                            String code = member.getType().getEnumConstants()[0].toString();
                            String path =
                                    door.getKey().getPatternValues().iterator().next();

                            var answer = send(
                                    "POST",
                                    path.replace("{reference}", REFERENCE),
                                    "{\"" + member.getName() + "\": \"" + code + "X\"}");

                            assertThat(answer.statusCode()).isEqualTo(400);
                            assertThat(detail(answer)).contains("/" + member.getName(), "write '" + code + "'");
                            asked++;
                        }
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/screenings?size=many, write a whole number",
        "/api/v1/screenings?descending=perhaps, write true or false",
        "/api/v1/screenings?from=yesterday, write a time such as 2026-11-30T09:00:00Z",
        "/api/v1/rules/AGE-01?language=frr, 'write ''fr'''",
    })
    void aValueOfAnotherKindIsToldWithWhatToWrite(String path, String remedy) throws Exception {
        var answer = send("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).contains(remedy).doesNotContain("java.", "Failed to convert");
    }

    /** One after the other would take as many tries. */
    @Test
    void allThatADecisionLacksIsToldAtOnce() throws Exception {
        var answer = send("POST", "/api/v1/screenings/" + REFERENCE + "/decisions", "{}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JsonMapper.shared().readTree(answer.body()).path("errors").findValuesAsString("pointer"))
                .containsExactly("/version", "/kind", "/reason");
        var described = JsonMapper.shared()
                .readTree(send("GET", "/v3/api-docs", "").body())
                .at("/components/schemas/DecisionRequest/required");
        assertThat(described.values().stream().map(each -> each.stringValue()))
                .containsExactlyInAnyOrder("version", "kind", "reason");
    }

    private static List<Parameter> ours(HandlerMethod door) {
        return door.getBeanType().getPackageName().startsWith("dev.stipple.api")
                ? List.of(door.getMethod().getParameters())
                : List.of();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var running = new Running(port);
        return running.send(HttpRequest.newBuilder(URI.create(running.address(path)))
                .header(ApiKeys.HEADER, key)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static String detail(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("detail").asString("");
    }
}
