package dev.stipple.live;

import dev.stipple.assessment.Admission;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.reasoning.change.TimedCounterfactuals;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.RulesSignature;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the rules that the service answers by, without which it does not start, and keeps to them as they are saved. */
@Configuration
class RulebookConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(RulebookConfiguration.class);

    @Bean
    LiveRules rulebookWatch(
            @Value("${stipple.rules}") Path rules,
            @Value("${stipple.rules-signed-by}") String signedBy,
            Admission turns,
            MeterRegistry meters) {
        var assessments = new AssessmentMeters(meters);
        return LiveRules.begin(
                rules,
                trust(signedBy),
                rulebook ->
                        new Assessor(rulebook, Reasoner.compiled(rulebook), Outlook.Depth.WHOLE, assessments, turns),
                state -> tell(state, meters));
    }

    /** As many assessments at once as there are processors. */
    @Bean
    Admission turns() {
        return new Turns(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    TimedCounterfactuals whatWouldChange(@Value("${stipple.reasoning.timeout}") Duration timeout) {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new TimedCounterfactuals(timeout, new Turns(half).patient());
    }

    /** When the rules in use were loaded, in seconds since 1970; their digest is in the health details. */
    @Bean
    MeterBinder rulebookLoaded(LiveRules live) {
        return meters -> TimeGauge.builder(
                        "stipple.rulebook.loaded",
                        live,
                        TimeUnit.SECONDS,
                        each -> each.state().loaded().getEpochSecond())
                .register(meters);
    }

    private static UnaryOperator<RulesFolder> trust(String signedBy) {
        if (signedBy.isEmpty()) {
            return UnaryOperator.identity();
        }
        PublicKey key = RulesSignature.publicKey(Path.of(signedBy));
        return rules -> RulesSignature.verified(rules, key);
    }

    /** Stays up with the old rules where new ones are faulty, and says so. */
    @Bean
    HealthIndicator rulebookHealthIndicator(LiveRules live) {
        return () -> {
            RulebookView view = RulebookView.of(live.state());
            return Health.up()
                    .withDetail("digest", view.digest())
                    .withDetail("loaded", view.loaded())
                    .withDetail("lastAttempt", view.lastAttempt())
                    .build();
        };
    }

    private static void tell(LiveRules.State state, MeterRegistry meters) {
        var last = state.last();
        meters.counter("stipple.rulebook.reloads", "outcome", last.succeeded() ? "loaded" : "refused")
                .increment();
        if (last.succeeded()) {
            LOG.info("rulebook {} loaded", last.digest());
            state.warnings().forEach(warning -> LOG.warn("the rules in use: {}", warning));
        } else {
            LOG.error("the changed rules are refused and the old ones stay: {}", last.faults());
        }
    }
}
