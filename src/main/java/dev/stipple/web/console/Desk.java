package dev.stipple.web.console;

import dev.stipple.authoring.RulebookWatch;
import dev.stipple.reasoning.WhatWouldChange;
import dev.stipple.screening.AuditLog;
import dev.stipple.screening.Reference;
import dev.stipple.screening.Screening;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.UnknownScreening;
import dev.stipple.text.Language;
import org.springframework.stereotype.Component;

/** Opens screenings for people who work on them. */
@Component
class Desk {
    private final Screenings screenings;
    private final AuditLog audit;
    private final RulebookWatch watch;
    private final WhatWouldChange whatWouldChange;

    Desk(Screenings screenings, AuditLog audit, RulebookWatch watch, WhatWouldChange whatWouldChange) {
        this.screenings = screenings;
        this.audit = audit;
        this.watch = watch;
        this.whatWouldChange = whatWouldChange;
    }

    /** Opens a screening; noted in the audit log. */
    Opened open(String reference, String actor, Language language) {
        return opened(screenings.find(reference(reference), actor), language);
    }

    DetailPage page(Opened opened) {
        return DetailPage.of(
                opened,
                whatWouldChange.of(
                        opened.assessment().rulebook(), opened.assessment().answers(), opened.language()),
                Timeline.of(opened, audit.of(opened.screening().reference().code())));
    }

    private Opened opened(Screening screening, Language language) {
        var today = watch.state().assessor();
        return Opened.of(screening, screenings.assessor(screening.current(), today), today, language);
    }

    static Reference reference(String text) {
        return Reference.of(text).orElseThrow(UnknownScreening::new);
    }
}
