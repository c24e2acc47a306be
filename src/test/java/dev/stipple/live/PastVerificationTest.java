package dev.stipple.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.authoring.Planted;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
final class PastVerificationTest {
    private static final RulesFolder RULES = Planted.clean();
    private static final Fault MARK =
            new Fault(Place.startOf("age.drl"), "dead-rule", "AGE-09 can never fire", "remove it");

    @TempDir
    private Path cache;

    private String kept;

    @BeforeEach
    void useOwnCache() {
        kept = System.setProperty("stipple.cache", cache.toString());
    }

    @AfterEach
    void restore() {
        if (kept == null) {
            System.clearProperty("stipple.cache");
        } else {
            System.setProperty("stipple.cache", kept);
        }
    }

    @Test
    void rulesThatThisBuildFoundSafeAreNotVerifiedAnew() {
        VerifiedRules first = VerifiedRules.ofStart(RULES);
        assertThat(past(RULES).warnings()).hasValue(first.warnings());
        past(RULES).keep(List.of(MARK));

        VerifiedRules again = VerifiedRules.ofStart(RULES);

        assertThat(again.warnings()).containsExactly(MARK);
        assertThat(again.rulebook().digest()).isEqualTo(first.rulebook().digest());
    }

    @Test
    void anyOtherTextIsVerified() {
        past(RULES).keep(List.of(MARK));

        assertThat(VerifiedRules.ofStart(RULES.with("age.drl", RULES.text("age.drl") + "\n"))
                        .warnings())
                .doesNotContain(MARK);
    }

    @Test
    void anotherBuildVerifiesForItself() {
        PastVerification.of(RULES, "another build").keep(List.of(MARK));

        assertThat(VerifiedRules.ofStart(RULES).warnings()).doesNotContain(MARK);
    }

    @Test
    void whatIsDamagedIsVerifiedAnew() throws IOException {
        VerifiedRules first = VerifiedRules.ofStart(RULES);
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".verified")).toList()) {
                Files.writeString(file, "[{\"place\": ");
            }
        }

        assertThat(VerifiedRules.ofStart(RULES).warnings()).isEqualTo(first.warnings());
        assertThat(past(RULES).warnings()).hasValue(first.warnings());
    }

    @Test
    void faultyRulesAreNeverRemembered() {
        RulesFolder silent = RULES.with("age.drl", RULES.text("age.drl").replace("< 18", "< 17"));

        assertThatThrownBy(() -> VerifiedRules.ofStart(silent)).isInstanceOf(InvalidRules.class);

        assertThat(past(silent).warnings()).isEmpty();
        assertThatThrownBy(() -> VerifiedRules.ofStart(silent)).isInstanceOf(InvalidRules.class);
    }

    @Test
    void aBuildIsToldByWhatIsInIt() throws IOException {
        Path jar = jar("a", "one");

        assertThat(ProgramDigest.of(jar)).isEqualTo(ProgramDigest.of(jar("b", "one")));
        assertThat(ProgramDigest.of(jar)).isNotEqualTo(ProgramDigest.of(jar("c", "two")));
        assertThat(ProgramDigest.get()).isPresent();
    }

    private Path jar(String name, String content) throws IOException {
        Path jar = cache.resolve(name + ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("dev/stipple/Some.class"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static PastVerification past(RulesFolder rules) {
        return PastVerification.of(rules, ProgramDigest.get().orElseThrow());
    }
}
