package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Passwords, keys, links and what is searched for end in no log, however much is logged. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "debug=true",
            "trace=true",
            "logging.level.root=TRACE",
            "logging.level.jdk=INFO",
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.starttls.required=false",
            "stipple.address=https://clinic.example",
            "stipple.mail.from=desk@clinic.example"
        })
@ExtendWith(OutputCaptureExtension.class)
class DebuggingLogsTest {
    private static final String CHOSEN = "correct horse quillbattery";

    private static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());

    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiKeys keys;
    private final JavaMailSender mails;

    @LocalServerPort
    private int port;

    @Autowired
    DebuggingLogsTest(ApiKeys keys, JavaMailSender mails) {
        this.keys = keys;
        this.mails = mails;
    }

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        MAILS.start();
        registry.add("spring.mail.port", () -> MAILS.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        MAILS.stop();
    }

    @Test
    void noMailIsLoggedHoweverMuchIs(CapturedOutput output) {
        var mail = new SimpleMailMessage();
        mail.setFrom("desk@clinic.example");
        mail.setTo("quillmail@clinic.example");
        mail.setText("https://clinic.example/intake/quilltoken");

        mails.send(mail);

        assertThat(MAILS.getReceivedMessages()).hasSize(1);
        assertThat(output.getAll()).contains(" TRACE ").doesNotContain("quillmail", "quilltoken");
    }

    @Test
    void noSecretIsLoggedHoweverMuchIs(CapturedOutput output) throws Exception {
        String admin = keys.create("debugging-admin", Role.ADMIN, "test");
        String consultant = keys.create("debugging-consultant", Role.CONSULTANT, "test");
        var secrets = new ArrayList<>(List.of(admin, consultant, CHOSEN, "Quillsearch"));

        secrets.add(secret(
                send(with(admin, "/api/v1/keys").POST(json("{\"name\":\"debugging-intake\",\"role\":\"intake\"}")))));
        String once = secret(
                send(with(admin, "/api/v1/accounts").POST(json("{\"name\":\"debugging\",\"role\":\"consultant\"}"))));
        secrets.add(once);
        String basic = Base64.getEncoder().encodeToString(("debugging:" + once).getBytes(StandardCharsets.UTF_8));
        var changed = send(to("/api/v1/account/password")
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + basic)
                .PUT(BodyPublishers.ofString("{\"present\": \"" + once + "\", \"chosen\": \"" + CHOSEN + "\"}")));
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(send(with(consultant, "/api/v1/screenings?text=Quillsearch").GET())
                        .statusCode())
                .isEqualTo(200);
        String link = send(to("/intake").POST(BodyPublishers.noBody()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        secrets.add(link.replaceAll("^/intake/([^/?]+).*$", "$1"));
        assertThat(send(to(link).GET()).statusCode()).isIn(200, 303);

        List<String> lines = output.getAll().lines().toList();
        assertThat(lines.stream().filter(line -> line.contains(" TRACE ")).count())
                .isPositive();
        assertThat(lines.stream().filter(line -> secrets.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    private static String secret(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(made.body()).path("secret").stringValue();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port).resolve(path));
    }

    private HttpRequest.Builder with(String key, String path) {
        return to(path).header(ApiKeys.HEADER, key).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
