package dev.stipple.api.screenings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages; counting stops at 10,000
 * @param next to be sent as {@code after} for the next page; missing on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageView(
        List<SummaryView> screenings, int total, @Nullable String next) {

    /**
     * A screening in a list.
     *
     * @param due the day of what is next to come; missing where nothing is
     * @param assignee the account to which it is given; missing where to nobody
     * @param news {@code NEW} where who asks has not opened it, {@code CHANGED} where not this version; else missing
     * @param altered true where something else than the service changed it in the database, whatever verdict it had
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SummaryView(
            String reference,
            int version,
            Instant receivedAt,
            Instant changedAt,
            Status status,
            Verdict verdict,
            @Nullable Verdict decided,
            String language,
            @Nullable String name,
            @Nullable LocalDate due,
            @Nullable String assignee,
            ListedScreening.@Nullable News news,
            @Nullable Boolean altered) {
        static SummaryView of(ListedScreening summary) {
            return new SummaryView(
                    summary.reference().toString(),
                    summary.version(),
                    summary.receivedAt(),
                    summary.changedAt(),
                    summary.status(),
                    summary.altered() ? Verdict.UNDECIDED : summary.verdict(),
                    summary.decided(),
                    summary.language().tag(),
                    summary.name(),
                    summary.next() == null ? null : summary.next().day(),
                    summary.assignee(),
                    summary.news(),
                    summary.altered() ? true : null);
        }
    }

    static PageView of(Page page) {
        return new PageView(page.screenings().stream().map(SummaryView::of).toList(), page.total(), page.next());
    }
}
