package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A first start whose password lies in a file, as a secret of a container does. */
@Tag("whole")
@ExtendWith(OutputCaptureExtension.class)
class FirstAccountTest {
    private static final String PASSWORD = "chosen by whoever runs it";

    @TempDir
    private Path folder;

    @Test
    void thePasswordOfTheFileWorksOnceAndIsNotPrinted(CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("first-password"), PASSWORD + "\n");

        try (var service = start(file)) {
            assertThat(status(service)).isEqualTo(403);
            assertThat(service.send(request(service, "/api/v1/account/password")
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString(
                                            "{\"present\": \"" + PASSWORD + "\", \"chosen\": \"another long enough\"}"))
                                    .build())
                            .statusCode())
                    .isEqualTo(204);
            assertThat(status(service)).isEqualTo(401);
        }
        assertThat(output).contains("the password in " + file).doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short\n"})
    void whatIsNoPasswordEndsTheStart(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("first-password"), content);

        assertThatThrownBy(() -> start(file))
                .hasMessageContaining("stipple.access.first-password-file: a password of 12 to 1000 characters");
    }

    @Test
    void aFileThatIsNotThereEndsTheStart() {
        assertThatThrownBy(() -> start(folder.resolve("nowhere"))).hasMessageContaining("nowhere cannot be read");
    }

    private RunningService start(Path file) {
        return RunningService.on(
                Path.of("src/test/resources/planted/base"),
                "--stipple.data=" + folder,
                "--stipple.access.first-password-file=" + file);
    }

    private static int status(RunningService service) {
        return service.send(request(service, "/api/v1/accounts").build()).statusCode();
    }

    private static HttpRequest.Builder request(RunningService service, String path) {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return service.request(path).header("Authorization", "Basic " + credentials);
    }
}
