package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The list of all parts that the build writes before it runs tests, and what may not be among them. */
final class PartsTest {
    private static final Path PARTS = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    /** Java seals and wraps by itself what is kept; the library that did it before brought others, which read what is sent. */
    @Test
    void noLibraryOfItsOwnSealsWhatIsKept() throws Exception {
        Needed.file(PARTS, "./mvnw generate-resources");
        var parts = JsonMapper.shared().readTree(Files.readString(PARTS)).path("components");

        assertThat(parts).hasSizeGreaterThan(100);
        assertThat(parts)
                .extracting(part ->
                        part.path("group").asString() + ":" + part.path("name").asString())
                .noneMatch(part -> part.matches("com\\.google\\.(crypto\\.tink|protobuf):.*"));
    }
}
