package dev.stipple;

import dev.stipple.access.address.PublicAddress;
import dev.stipple.events.Delivery;
import dev.stipple.events.Outbox;
import dev.stipple.live.LiveRules;
import dev.stipple.mail.Mailing;
import dev.stipple.mail.Sender;
import dev.stipple.screening.PersonMails;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;

/** Writes to people, where a mail server is configured. */
@Configuration
@Conditional(MailConfiguration.IsOn.class)
class MailConfiguration {
    private static final String ADDRESS = "stipple.address";

    /** Whether people are written to, also by what a command does. */
    static boolean isOn(Environment environment) {
        return !environment.getProperty("spring.mail.host", "").isBlank();
    }

    /** Holds where a mail server is configured. */
    static final class IsOn implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isOn(context.getEnvironment());
        }
    }

    @Bean
    Mailing mailing(
            @Value("${stipple.mail.from}") String from, @Value("${" + ADDRESS + "}") String address, LiveRules rules) {
        String origin = PublicAddress.of(address)
                .map(PublicAddress::origin)
                .orElseThrow(() -> new InvalidConfigurationPropertyValueException(
                        ADDRESS, address, "Links in mails need it; write it as https://clinic.example."));
        return new Mailing(
                Sender.of(from),
                origin + "/intake/",
                () -> rules.assessor().rulebook().mail());
    }

    @Bean
    PersonMails personMails(Database database, Keys keys, AuditLog audit, Mailing mailing, JavaMailSender smtp) {
        return new PersonMails(database, keys, audit, mailing, new SmtpMailer(smtp));
    }

    /** Hands mails to the server. */
    @Configuration
    @Conditional(IsOn.class)
    static class MailTask {
        private final Delivery delivery;

        MailTask(Database database, Keys keys, PersonMails mails, InstantSource clock) {
            this.delivery = new Delivery(database, keys, Outbox.PERSON, mails::send, clock);
        }

        @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
        void send() {
            StoreTasks.unlessAway("Mails are sent", delivery::run);
        }
    }
}
