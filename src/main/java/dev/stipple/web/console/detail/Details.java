package dev.stipple.web.console.detail;

import dev.stipple.reasoning.change.TimedCounterfactuals;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.web.console.Opened;
import org.springframework.stereotype.Component;

/** Puts everything about an opened screening onto its page. */
@Component
class Details {
    private final AuditLog audit;
    private final TimedCounterfactuals whatWouldChange;

    Details(AuditLog audit, TimedCounterfactuals whatWouldChange) {
        this.audit = audit;
        this.whatWouldChange = whatWouldChange;
    }

    DetailPage of(Opened opened) {
        return DetailPage.of(
                opened,
                whatWouldChange.of(
                        opened.assessment().rulebook(), opened.assessment().answers(), opened.language()),
                Timeline.of(opened, audit.of(opened.screening().reference().code())));
    }
}
