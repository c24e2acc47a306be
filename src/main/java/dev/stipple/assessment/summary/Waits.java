package dev.stipple.assessment.summary;

import dev.stipple.assessment.Assessment;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rule.Wait;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be waited for from a day on.
 *
 * @param longest the wait that is over last; null where there is none, or nobody can say when all is over
 * @param timeAlone whether nothing but time is to be waited for, and for how long is known
 */
record Waits(LocalDate day, @Nullable Wait longest, boolean timeAlone) {
    /** Where it does not suit, no wait leads on. */
    static Waits of(Assessment assessment, LocalDate day) {
        return of(assessment.verdict() == Verdict.NOT_SUITABLE ? List.of() : assessment.findings(), day);
    }

    static Waits of(List<Finding> findings, LocalDate day) {
        boolean endless = isOpen(findings, Effect.DEFER);
        return new Waits(
                day, endless ? null : longest(findings, day), !endless && !isOpen(findings, Effect.MEDICAL_CLEARANCE));
    }

    /** Whether something of this effect says nothing of how long it takes. */
    private static boolean isOpen(List<Finding> findings, Effect effect) {
        return findings.stream().anyMatch(finding -> finding.rule().effect() == effect && finding.delay() == null);
    }

    private static @Nullable Wait longest(List<Finding> findings, LocalDate day) {
        return findings.stream()
                .map(Finding::delay)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(wait -> end(day, wait)))
                .orElse(null);
    }

    @Nullable
    LocalDate until() {
        return longest == null ? null : end(day, longest);
    }

    boolean inMonths() {
        return longest != null && longest.unit() == Wait.Unit.MONTHS;
    }

    static LocalDate end(LocalDate day, Wait wait) {
        return day.plus(
                wait.amount(),
                switch (wait.unit()) {
                    case DAYS -> ChronoUnit.DAYS;
                    case WEEKS -> ChronoUnit.WEEKS;
                    case MONTHS -> ChronoUnit.MONTHS;
                });
    }
}
