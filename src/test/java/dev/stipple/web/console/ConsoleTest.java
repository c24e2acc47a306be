package dev.stipple.web.console;

import dev.stipple.Service;
import dev.stipple.access.accounts.Role;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Screening;
import dev.stipple.store.audit.AuditLog;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The console over HTTP, and a clinic behind it. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ConsoleTest {
    @LocalServerPort
    public int port;

    public final Clinic clinic;
    final Screenings screenings;
    public final AuditLog audit;

    public ConsoleTest(ApplicationContext context) {
        this.clinic = new Clinic(context);
        this.screenings = context.getBean(Screenings.class);
        this.audit = context.getBean(AuditLog.class);
    }

    Consultant consultant() {
        return clinic.person(port, Role.CONSULTANT);
    }

    /** The address of a screening's page. */
    static String page(Screening kept) {
        return "/console/screenings/" + kept.reference();
    }
}
