package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of questions are open to everybody, and nothing else is that lies beside them or elsewhere. */
@Tag("whole")
final class PicturesTest {
    private static final String SECRET = "a secret of this machine";

    @TempDir
    private static Path folder;

    private static Path rules;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        rules = folder.resolve("rules");
        RunningService.copy(Shipped.FOLDER, rules);
        Files.writeString(folder.resolve("secret.svg"), SECRET);
        service = RunningService.on(rules);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void aPictureIsShownAsADrawingAndKeptForAnHour() throws IOException {
        String name = pictures().get(0);

        var answer = service.get("/pictures/" + name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(Files.readString(rules.resolve("pictures").resolve(name)));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=3600");
    }

    @Test
    void aPictureThatBecameALinkIsShownAsItWas() throws IOException {
        Path picture = rules.resolve("pictures").resolve(pictures().get(1));
        String before = Files.readString(picture);
        Files.delete(picture);
        Files.createSymbolicLink(picture, folder.resolve("secret.svg"));

        var answer = service.get("/pictures/" + picture.getFileName());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(before);
    }

    @Test
    void aPictureThatGrewIsShownAsItWas() throws IOException {
        Path picture = rules.resolve("pictures").resolve(pictures().get(2));
        String before = Files.readString(picture);
        Files.writeString(picture, "x".repeat(3_000_000));

        assertThat(service.get("/pictures/" + picture.getFileName()).body()).isEqualTo(before);
    }

    @Test
    void anotherLinkBesideThePicturesIsNotOpened() throws IOException {
        Files.createSymbolicLink(rules.resolve("pictures/more.svg"), folder.resolve("secret.svg"));
        Files.createSymbolicLink(rules.resolve("pictures/more"), folder);

        for (String path : new String[] {"more.svg", "more/secret.svg"}) {
            var answer = service.get("/pictures/" + path);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../questionnaire.yaml", "%2e%2e/questionnaire.yaml", "..%2fquestionnaire.yaml",
                        "%2e%2e%2fquestionnaire.yaml",
                "", ".", "%00", "nothing.svg"
            })
    void nothingElseOfTheRulesFolderIsShown(String path) {
        var answer = service.get("/pictures/" + path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("groups:");
    }

    private static List<String> pictures() throws IOException {
        try (Stream<Path> files = Files.list(rules.resolve("pictures"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }
}
