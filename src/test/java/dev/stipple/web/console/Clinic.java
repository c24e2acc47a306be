package dev.stipple.web.console;

import dev.stipple.Spoken;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import dev.stipple.answers.AnswersReader;
import dev.stipple.events.Outbox;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Submission;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import dev.stipple.text.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A clinic with people of its own and the screenings of the people under {@code examples/}. */
public final class Clinic {
    public static final String PASSWORD = "a-long-enough-password";

    private final ApplicationContext context;
    private final Accounts accounts;
    private final Screenings screenings;
    private final LiveRules rules;

    public Clinic(ApplicationContext context) {
        this.context = context;
        this.accounts = context.getBean(Accounts.class);
        this.screenings = context.getBean(Screenings.class);
        this.rules = context.getBean(LiveRules.class);
    }

    /** Somebody signed in with this role. */
    public Consultant person(int port, Role role) {
        return new Consultant(port).signIn(account(role), PASSWORD);
    }

    public String account(Role role) {
        String name = role.word() + "-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.changePassword(name, accounts.create(name, role, "test"), PASSWORD);
        return name;
    }

    public Screening keep(String story, String name) {
        return keep(screenings, story, name);
    }

    /** Keeps somebody as if some time ago. */
    Screening keep(String story, String name, Duration ago) {
        return keep(
                new Screenings(
                        context.getBean(Database.class),
                        context.getBean(Keys.class),
                        context.getBean(AuditLog.class),
                        context.getBean(Outbox.class),
                        () -> Instant.now().minus(ago)),
                story,
                name);
    }

    private Screening keep(Screenings screenings, String story, String name) {
        try {
            var assessor = rules.assessor();
            var json = StrictJson.read(Files.readAllBytes(Path.of("examples", story + ".answers.json")));
            var answers = AnswersReader.read(assessor.rulebook().questionnaire(), json.tree(), json.duplicates());
            var contact = new Contact(name, name.toLowerCase(Locale.ROOT) + "@example.org", "+33 6 12 34 56 78");
            return screenings.keep(new Submission(answers, Spoken.EN, contact, "2026-01"), assessor, "test", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
