package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules folder goes, or is filled with something else, under a running service that cannot cache compiled rules. */
@Tag("whole")
@NullUnmarked
final class RulesFolderTest {
    private static final Path BASE = Path.of("src/test/resources/planted/base");
    private static final String MINOR = "{\"answers\": {\"person\": {\"ageYears\": 12, \"smokes\": false}}}";

    @TempDir
    private static Path folder;

    private static String cache;
    private static Path rules;
    private static RunningService service;
    private static AtWork work;

    private String digest;
    private double refused;

    @BeforeAll
    static void start() throws IOException {
        cache = System.setProperty(
                "stipple.cache", Files.createFile(folder.resolve("no-folder")).toString());
        rules = folder.resolve("rules");
        RunningService.copy(BASE, rules);
        service = RunningService.on(rules);
        work = new AtWork(service);
    }

    @AfterAll
    static void end() {
        service.close();
        if (cache == null) {
            System.clearProperty("stipple.cache");
        } else {
            System.setProperty("stipple.cache", cache);
        }
    }

    @BeforeEach
    void before() {
        digest = digest();
        refused = refused();
    }

    @AfterEach
    void changedRulesAreTakenOver() throws Exception {
        String before = digest();
        edit("age.drl", "package stipple.rules", "package stipple.rules\n// Mended");

        AtWork.await("mended", () -> !digest().equals(before));
        assertThat(service.post("/api/v1/assessments", MINOR).statusCode()).isEqualTo(200);
    }

    @Test
    void aHalfWrittenRuleFileIsRefusedUntilTheRestArrives() throws Exception {
        String text = Files.readString(rules.resolve("age.drl"));
        String longer = text + "\n// The end\n";

        Files.writeString(rules.resolve("age.drl"), text.substring(0, text.length() / 2));
        assertTheOldRulesDecide();
        Files.writeString(rules.resolve("age.drl"), longer);

        awaitRecovery();
    }

    @Test
    void aFolderThatIsGoneAndComesBack() throws Exception {
        Files.move(rules, folder.resolve("moved"));
        assertTheOldRulesDecide();
        Files.move(folder.resolve("moved"), rules);

        awaitRecovery();
        assertThat(digest()).isEqualTo(digest);
    }

    @Test
    void aFileInPlaceOfTheFolder() throws Exception {
        Files.move(rules, folder.resolve("moved"));
        Files.writeString(rules, "no folder");
        assertTheOldRulesDecide();
        Files.delete(rules);
        Files.move(folder.resolve("moved"), rules);

        awaitRecovery();
    }

    @Test
    void rubbishInTheFolder() throws Exception {
        Path rubbish = Files.write(rules.resolve("rubbish.drl"), new byte[] {(byte) 0xff, 0, (byte) 0xfe, 1});
        assertTheOldRulesDecide();
        Files.delete(rubbish);

        awaitRecovery();
    }

    @Test
    void aLinkOutOfTheFolder() throws Exception {
        Path link = Files.createSymbolicLink(rules.resolve("elsewhere.drl"), Path.of("/etc/hostname"));
        assertTheOldRulesDecide();
        Files.delete(link);

        awaitRecovery();
    }

    @Test
    void aFolderWithTheNameOfARuleFile() throws Exception {
        Path other = Files.createDirectory(rules.resolve("other.drl"));
        assertTheOldRulesDecide();
        Files.delete(other);

        awaitRecovery();
    }

    /** The service says so in every place, and goes on. */
    private void assertTheOldRulesDecide() {
        AtWork.await("told", () -> refused() > refused);
        JsonNode told = service.json("/api/v1/rulebook");
        assertThat(told.at("/lastAttempt/succeeded").asBoolean()).isFalse();
        assertThat(told.path("digest").stringValue()).isEqualTo(digest);
        assertThat(told.at("/lastAttempt/faults")).isNotEmpty();
        assertThat(service.post("/api/v1/assessments", MINOR).body()).contains(digest);
        JsonNode health =
                JsonMapper.shared().readTree(work.operate("/actuator/health").body());
        assertThat(health.path("status").stringValue()).isEqualTo("UP");
        assertThat(health.at("/components/rulebook/details/lastAttempt/faults")).isNotEmpty();
        assertThat(service.get("/actuator/health").body()).doesNotContain("faults");
    }

    private static void awaitRecovery() {
        AtWork.await(
                "recovered",
                () -> service.json("/api/v1/rulebook")
                        .at("/lastAttempt/succeeded")
                        .asBoolean());
    }

    private static String digest() {
        return service.json("/api/v1/rulebook").path("digest").stringValue();
    }

    private static double refused() {
        return work.metric("stipple_rulebook_reloads_total", "outcome=\"refused\"");
    }

    private static void edit(String file, String find, String put) throws IOException {
        Path path = rules.resolve(file);
        Files.writeString(path, Files.readString(path).replace(find, put));
    }
}
