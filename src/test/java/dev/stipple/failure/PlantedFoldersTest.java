package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.authoring.HarmfulFolder;
import dev.stipple.authoring.PlantedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A service under requests whose rules folder is filled with one planted folder after the other. Each is refused at its
 * place while the old rules decide, and the next good save is taken. The long form, with all of them, is {@code ./mvnw test
 * -Dtest=PlantedFoldersTest -Dstipple.planted=1}; without that, one of so many.
 */
@Tag("whole")
@NullUnmarked
final class PlantedFoldersTest {
    private static final int EVERY = Integer.getInteger("stipple.planted", 12);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String MINOR = "{\"answers\": {\"person\": {\"ageYears\": 12, \"smokes\": false}}}";

    @TempDir
    private static Path folder;

    private static Path rules;
    private static RunningService service;
    private static int edition;

    static List<PlantedFolder> folders() {
        // A scenario's wrong answer is told like a person's, and nothing of a person may stand in a log.
        List<PlantedFolder> all = PlantedFolder.all().stream()
                .filter(planted -> !planted.name().equals("scenario/out-of-bounds"))
                .toList();
        return IntStream.range(0, all.size())
                .filter(each -> each % EVERY == 0 || all.get(each).toString().startsWith("limit/"))
                .mapToObj(all::get)
                .toList();
    }

    /** All in the long form; else one of each sort. */
    static List<HarmfulFolder> harmful() {
        List<HarmfulFolder> all = HarmfulFolder.all();
        return IntStream.range(0, all.size())
                .filter(each -> each % EVERY == 0)
                .mapToObj(all::get)
                .toList();
    }

    @BeforeAll
    static void start() throws IOException {
        rules = folder.resolve("rules");
        RunningService.copy(PlantedFolder.CLEAN, rules);
        service = RunningService.on(rules);
        String begun = digest();
        fill(PlantedFolder.clean(++edition));
        AtWork.await("warm", () -> !digest().equals(begun));
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theOldRulesDecideAndTheNextGoodSaveIsTaken(PlantedFolder planted) throws Exception {
        String old = digest();

        fill(planted.texts());
        assertTheOldRulesDecide(old);

        fill(PlantedFolder.clean(++edition));
        assertTheGoodSaveIsTaken(old);
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void aHarmfulFolderHarmsNobody(HarmfulFolder planted) throws Exception {
        String old = digest();

        planted.planting().plant(rules);
        assertTheOldRulesDecide(old);

        restore();
        assertTheGoodSaveIsTaken(old);
    }

    private static void assertTheOldRulesDecide(String old) {
        AtWork.await("refused", () -> !attempt().path("succeeded").asBoolean());
        assertThat(attempt().path("faults").findValuesAsString("file"))
                .as(attempt().toString())
                .isNotEmpty()
                .doesNotContain(".");
        assertThat(digest()).isEqualTo(old);
        assertThat(attempt().path("faults").size()).isLessThan(102);
        assertThat(service.post("/api/v1/assessments", MINOR).body()).contains(old);
    }

    private static void assertTheGoodSaveIsTaken(String old) {
        Instant saved = Instant.now();
        AtWork.await("taken", () -> attempt().path("succeeded").asBoolean() && !digest().equals(old));
        assertThat(Duration.between(saved, Instant.now())).isLessThan(SOON);
    }

    /** Leaves nothing there but another edition of the clean rules. */
    private static void restore() throws IOException {
        Files.move(rules, folder.resolve("planted-" + ++edition));
        RunningService.copy(PlantedFolder.CLEAN, rules);
        fill(PlantedFolder.clean(edition));
    }

    private static void fill(Map<String, String> texts) throws IOException {
        try (Stream<Path> files = Files.list(rules)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!texts.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        for (var text : texts.entrySet()) {
            Files.writeString(rules.resolve(text.getKey()), text.getValue());
        }
    }

    private static JsonNode attempt() {
        return service.json("/api/v1/rulebook").path("lastAttempt");
    }

    private static String digest() {
        return service.json("/api/v1/rulebook").path("digest").stringValue();
    }
}
