package dev.stipple.api.strict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.yaml.MappingJackson2YamlHttpMessageConverter;

/** Which syntaxes bodies are read in, whatever lies on the class path: that of the product is not that of the tests. */
class ConvertersTest {
    @Test
    @SuppressWarnings("removal") // it is what the product's class path brings
    void nothingReadsYamlByEitherVersionOfItsLibrary() {
        var builder = HttpMessageConverters.forServer().registerDefaults();
        builder.addCustomConverter(new MappingJackson2YamlHttpMessageConverter());
        new SpokenTypes.Doors().configureMessageConverters(builder);

        assertThat(builder.build())
                .noneMatch(each -> each.canRead(BoundBodies.types().get(0), MediaType.APPLICATION_YAML))
                .anyMatch(each -> each.canRead(BoundBodies.types().get(0), MediaType.APPLICATION_JSON));
    }
}
