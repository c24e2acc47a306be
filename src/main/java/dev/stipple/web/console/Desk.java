package dev.stipple.web.console;

import dev.stipple.live.LiveRules;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.wording.Language;
import org.springframework.stereotype.Component;

/** Opens screenings for people who work on them. */
@Component
public class Desk {
    /** Where the console lists screenings; each stands below it. */
    public static final String PATH = "/console/screenings";

    private final Screenings screenings;
    private final LiveRules rules;

    public Desk(Screenings screenings, LiveRules rules) {
        this.screenings = screenings;
        this.rules = rules;
    }

    /** Opens a screening; noted in the audit log. */
    public Opened open(String reference, String actor, Language language) {
        return opened(screenings.find(reference(reference), actor), language);
    }

    private Opened opened(Screening screening, Language language) {
        var today = rules.assessor().patient();
        return Opened.of(screening, screenings.assessor(screening.current(), today), today, language);
    }

    public static Reference reference(String text) {
        return Reference.of(text).orElseThrow(UnknownScreening::new);
    }
}
