package dev.stipple;

import dev.stipple.text.Nearest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses settings that Stipple does not know, as a limit whose name is misspelt would protect nobody. The known ones are
 * those that have a value in the bundled {@code application.yaml}, and two of each receiver, under names of their own. Variables of the environment are only told of, as they may
 * be meant for others; properties of the system are not looked at.
 */
public final class SettingNames implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** Java's options, which the launcher reads. */
    private static final String OF_THE_LAUNCHER = "STIPPLE_JAVA_OPTIONS";

    private static final Logger LOG = LoggerFactory.getLogger(SettingNames.class);
    private static final Pattern OF_A_RECEIVER = Pattern.compile("stipplereceivers.+(url|secret)");
    private static final String BUNDLED = "class path resource [application.yaml]";

    /** A setting that there is not. */
    static final class UnknownSetting extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private UnknownSetting(String message) {
            super(message);
        }
    }

    /** Says which setting there is not, instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnknownSetting> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, UnknownSetting cause) {
            return new FailureAnalysis(cause.getMessage(), "Mend its name, or leave it out.", cause);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        var known = new TreeMap<String, String>();
        sources.stream()
                .filter(source -> source.getName().contains(BUNDLED))
                .flatMap(SettingNames::names)
                .forEach(name -> known.put(uniform(name), name));
        Stream.of("stipple.receivers.NAME.url", "stipple.receivers.NAME.secret")
                .forEach(name -> known.put(uniform(name), name));
        sources.stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
                .forEach(source -> names(source)
                        .filter(name -> !known.containsKey(uniform(name)))
                        .filter(name -> !OF_A_RECEIVER.matcher(uniform(name)).matches())
                        .forEach(name -> tell(source, name, known)));
    }

    private static void tell(PropertySource<?> source, String name, Map<String, String> known) {
        String problem = "there is no setting " + name
                + Nearest.to(uniform(name), known.keySet())
                        .map(near -> "; did you mean " + known.get(near) + "?")
                        .orElse("");
        if (!source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            throw new UnknownSetting(problem);
        }
        LOG.warn("A variable of the environment is not used: {}", problem);
    }

    /** The names that are ours, as they are written. */
    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> enumerable
                ? Stream.of(enumerable.getPropertyNames())
                        .filter(name -> name.matches("(?i)stipple[._].+"))
                        .filter(name -> !name.equals(OF_THE_LAUNCHER))
                : Stream.empty();
    }

    /** A name without what its spellings differ in: {@code stipple.key-file} is {@code STIPPLE_KEY_FILE}. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
