package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.cli.store.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** A misspelt setting protects nobody. */
@ExtendWith(OutputCaptureExtension.class)
class SettingNamesTest {
    /** A service of nothing. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @ParameterizedTest
    @CsvSource({
        "--stipple.limits.bodi=1KB, stipple.limits.bodi; did you mean stipple.limits.body?",
        "--stipple.passkey-required=true, stipple.passkey-required; did you mean stipple.access.passkey-required?",
        "--stipple.keyfile=x,",
        "--stipple.key_file=x,",
        "--STIPPLE_KEY_FILE=x,",
        "--stipple.limits.body=1KB,",
        "--stipple.receivers.crm.url=x,",
        "--stipple.receivers.our-crm.secret=x,",
        "--stipple.receivers.crm.sekret=x, stipple.receivers.crm.sekret; did you mean stipple.receivers.NAME.secret?",
        "--stipples.limits.body=1KB,",
    })
    void anUnknownSettingIsRefusedAndTheNearestNamed(String option, String problem) {
        if (problem == null) {
            start(new StandardEnvironment(), option).close();
            return;
        }
        assertThatThrownBy(() -> start(new StandardEnvironment(), option)).hasMessage("there is no setting " + problem);
    }

    @Test
    void aVariableIsToldOfAsItMayBeMeantForOthers(CapturedOutput output) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("STIPPLE_KEY_FILE", "x", "STIPPLE_SCREENING_KEEP", "30d", "STIPPLER", "x")));

        start(environment).close();

        assertThat(output)
                .contains("there is no setting STIPPLE_SCREENING_KEEP; did you mean stipple.screenings.keep?")
                .doesNotContain("STIPPLE_KEY_FILE", "STIPPLER");
    }

    @ParameterizedTest
    @CsvSource({"else, else", "./else, else", "else/where/.., else", "/somewhere/else, /somewhere/else"})
    void theFolderOfWhatIsKeptMayBeWrittenAsAnyFolder(String written, String meant) {
        try (var context = start(new StandardEnvironment(), "--stipple.data=" + written)) {
            assertThat(context.getEnvironment().getProperty("stipple.key-file"))
                    .isEqualTo(Path.of(meant).toAbsolutePath() + "/stipple.key");
        }
    }

    @Test
    void commandsOnWhatIsKeptRefuseItToo() {
        var context = new StoreContext(List.of("--stipple.dat=/nowhere"));

        assertThatThrownBy(() -> context.open(false))
                .isInstanceOf(UnusableStore.class)
                .hasMessageContaining("there is no setting stipple.dat; did you mean stipple.data?");
    }

    @Test
    void everySettingStandsOnThePage() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        var bundled = new YamlPropertySourceLoader()
                .load("bundled", new ClassPathResource("application.yaml", SettingNames.class.getClassLoader()))
                .get(0);

        assertThat(((EnumerablePropertySource<?>) bundled).getPropertyNames())
                .filteredOn(name -> name.startsWith("stipple."))
                .hasSizeGreaterThan(25)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static ConfigurableApplicationContext start(StandardEnvironment environment, String... options) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setEnvironment(environment);
        return application.run(options);
    }
}
