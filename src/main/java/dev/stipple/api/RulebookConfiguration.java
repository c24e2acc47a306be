package dev.stipple.api;

import dev.stipple.assessment.Assessor;
import dev.stipple.reasoning.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the rules that the service answers by; it does not start without them. */
@Configuration
class RulebookConfiguration {
    @Bean
    Assessor assessor(@Value("${stipple.rules}") Path rules) {
        Rulebook rulebook = Rulebook.load(RulesFolder.read(rules));
        return new Assessor(rulebook, new Reasoner(rulebook));
    }
}
