package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the files for containers say, held to each other and to the documents, as no engine runs them here. */
class ContainerTest {
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (.+) \\S+$");
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)g");

    private final JsonNode compose = read();

    private static JsonNode read() {
        return JsonMapper.shared().valueToTree(new Yaml().<Object>load(text("compose.yaml")));
    }

    private static String text(String file) {
        return Documents.read(Path.of(file)).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stipple", "database"})
    void everyServiceIsStartedAgainAndHasItsMemory(String name) {
        JsonNode service = service(name);

        assertThat(service.path("restart").asString("")).isEqualTo("unless-stopped");
        assertThat(service.path("mem_limit").asString("")).matches("\\d+m");
        assertThat(service.path("healthcheck").path("test")).isNotEmpty();
    }

    @Test
    void theHeapOfTheLauncherLeavesRoomForTheRestOfJava() {
        var heap = HEAP.matcher(text("stipple"));
        assertThat(heap.find()).isTrue();

        int limit = Integer.parseInt(
                service("stipple").path("mem_limit").asString("").replace("m", ""));

        assertThat(limit).isGreaterThanOrEqualTo(Integer.parseInt(heap.group(1)) * 1024 + 512);
    }

    @Test
    void keysAndDatabaseLieOnVolumesOfTheirOwn() {
        List<String> keys = volumes("stipple");
        List<String> data = volumes("database");

        assertThat(keys).containsExactly("keys");
        assertThat(data).containsExactly("database");
        assertThat(compose.path("volumes").propertyNames()).containsExactlyInAnyOrder("keys", "database");
    }

    private List<String> volumes(String service) {
        return service(service)
                .path("volumes")
                .valueStream()
                .map(each -> each.asString("").replaceFirst(":.*", ""))
                .toList();
    }

    @Test
    void theFirstPasswordIsASecretThatTheServiceReads() {
        String file = service("stipple")
                .path("environment")
                .path("STIPPLE_ACCESS_FIRST_PASSWORD_FILE")
                .asString("");

        String secret = file.replace("/run/secrets/", "");

        assertThat(service("stipple").path("secrets").valueStream().map(each -> each.asString("")))
                .contains(secret);
        assertThat(compose.path("secrets").path(secret).path("file").asString(""))
                .isEqualTo("./" + secret);
        assertThat(text(".gitignore").lines()).contains(secret, ".env");
    }

    @Test
    void everySettingOfOursIsOne() {
        String page = text("docs/operations.md");

        List<String> settings = service("stipple").path("environment").propertyNames().stream()
                .filter(name -> name.startsWith("STIPPLE_"))
                .toList();

        assertThat(settings).hasSizeGreaterThan(2);
        assertThat(settings)
                .allSatisfy(name -> assertThat(
                                page.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))
                        .contains("`" + name + "`"));
    }

    @Test
    void onlyTheOneDoorIsOpenAndOnlyToThisMachine() {
        assertThat(service("stipple").path("ports").valueStream().map(each -> each.asString("")))
                .containsExactly("127.0.0.1:8080:8080");
        assertThat(service("database").path("ports")).isEmpty();
    }

    /** What is not sent to whoever builds the image cannot be copied into it, and nothing else is sent. */
    @Test
    void whatTheImageIsMadeOfIsWhatIsSent() {
        Set<String> copied = new HashSet<>();
        COPIED.matcher(text("Containerfile"))
                .results()
                .flatMap(each -> Arrays.stream(each.group(1).split(" ")))
                .forEach(copied::add);
        List<String> lines = text(".dockerignore")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(lines.get(0)).isEqualTo("*");
        assertThat(lines.stream().skip(1).map(line -> line.replaceFirst("^!", "")))
                .containsExactlyInAnyOrderElementsOf(copied);
    }

    /** Its folders belong to whoever runs it, and the rest of it may be read-only. */
    @Test
    void theImageRunsAsNobodyInParticular() {
        assertThat(text("Containerfile")).contains("\nUSER 10001\n", "STIPPLE_DATA=/var/lib/stipple");
        assertThat(service("stipple").path("read_only").booleanValue()).isTrue();
        assertThat(service("stipple").path("volumes").get(0).asString("")).endsWith(":/var/lib/stipple");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Containerfile", "compose.yaml"})
    void whatWasNeverRunSaysSo(String file) {
        assertThat(text(file)).contains("# Not run where it was written");
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }
}
