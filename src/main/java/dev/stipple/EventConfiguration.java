package dev.stipple;

import dev.stipple.events.Deliveries;
import dev.stipple.events.HttpPost;
import dev.stipple.events.Outbox;
import dev.stipple.events.Receiver;
import dev.stipple.events.StuckEvents;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Whom the service and its commands tell what happened. */
@Configuration
class EventConfiguration {
    /** Less than the first pause before an event is sent again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** As it is configured, under the name of the receiver. */
    record Address(
            @DefaultValue("") String url, @DefaultValue("") String secret) {}

    /**
     * Those whom something is told; in the order of their names.
     *
     * @param mail whether people are written to
     */
    record Receivers(List<Receiver> all, boolean mail) {}

    @Bean
    Receivers receivers(Environment environment) {
        Map<String, Address> settings = Binder.get(environment)
                .bind("stipple.receivers", Bindable.mapOf(String.class, Address.class))
                .orElse(Map.of());
        return new Receivers(
                settings.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> Receiver.of(
                                each.getKey(),
                                each.getValue().url(),
                                each.getValue().secret()))
                        .toList(),
                MailConfiguration.isOn(environment));
    }

    @Bean
    Outbox outbox(Database database, Keys keys, Receivers receivers) {
        return new Outbox(database, keys, receivers.all(), receivers.mail());
    }

    @Bean
    Deliveries deliveries(Database database, Keys keys, Receivers receivers, InstantSource clock) {
        return new Deliveries(database, keys, receivers.all(), new HttpPost(PATIENCE), clock);
    }

    @Bean
    StuckEvents stuckEvents(Database database, AuditLog audit, Receivers receivers, InstantSource clock) {
        return new StuckEvents(database, audit, receivers.all(), receivers.mail(), clock);
    }
}
