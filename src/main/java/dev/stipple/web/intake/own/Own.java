package dev.stipple.web.intake.own;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Screening;
import dev.stipple.web.intake.Redirects;
import dev.stipple.web.intake.form.Visit;
import org.jspecify.annotations.Nullable;

/** What somebody sent and opened by their link, as it was assessed last. */
record Own(Screening screening, Visit visit) {
    /** The address of a page of it. */
    String address(String page) {
        return Redirects.sent(visit.draft().token()) + page;
    }

    /** The consultant's verdict where it is another one than that of the rules; else null. */
    @Nullable
    Verdict overruled() {
        Verdict decided = screening.decided();
        return decided == screening.verdict() ? null : decided;
    }
}
