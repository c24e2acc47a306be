package dev.stipple;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Takes the folder of what is kept as an absolute path, as H2 refuses a relative one that does not begin with a dot. */
public final class DataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String SETTING = "stipple.data";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Optional.ofNullable(environment.getProperty(SETTING))
                .map(folder -> Path.of(folder).toAbsolutePath().normalize().toString())
                .ifPresent(folder -> environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource("data folder", Map.of(SETTING, folder))));
    }
}
