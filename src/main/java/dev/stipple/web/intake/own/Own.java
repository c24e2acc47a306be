package dev.stipple.web.intake.own;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Screening;
import dev.stipple.web.intake.Redirects;
import dev.stipple.web.intake.form.Visit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent and opened by their link.
 *
 * @param assessed what it was assessed as last; looked at by those pages alone that show it, as the rules of that day have to
 *     be loaded for it
 */
record Own(String token, Screening screening, Supplier<Visit> assessed) {
    Visit visit() {
        return assessed.get();
    }

    /** The address of a page of it. */
    String address(String page) {
        return Redirects.sent(token) + page;
    }

    /** The consultant's verdict where it is another one than that of the rules; else null. */
    @Nullable
    Verdict overruled() {
        Verdict decided = screening.decided();
        return decided == screening.verdict() ? null : decided;
    }
}
