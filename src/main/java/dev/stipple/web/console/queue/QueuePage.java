package dev.stipple.web.console.queue;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.Times;
import dev.stipple.web.console.Desk;
import dev.stipple.web.console.LeadingText;
import dev.stipple.web.console.Since;
import dev.stipple.web.console.VerdictMark;
import dev.stipple.web.console.Worklist;
import dev.stipple.wording.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of the queue.
 *
 * @param total how many there are, counted up to a limit
 * @param first address of the first page; null on it
 * @param next address of the next page; null on the last
 * @param everywhere address of the same search without filters
 */
public record QueuePage(
        QueueFilter filter,
        List<VerdictMark> verdicts,
        List<Row> rows,
        int total,
        boolean counted,
        @Nullable String first,
        @Nullable String next,
        String everywhere) {

    /**
     * A screening in the queue.
     *
     * @param decided verdict of the consultant; null while there is none
     * @param reason null where the screening is erased
     * @param next the next thing to come; null where nothing is
     * @param changed whether it waits for a decision on other answers, or another assessment, than the first
     * @param assignee to whom it is given; null for nobody
     * @param gone whether that account cannot open it any more
     * @param news what the reader has not seen of it; null where they have
     * @param waits how many days it has waited for a decision, where that is long; else null
     * @param altered whether it was altered in the database, so that its verdict is not shown
     */
    record Row(
            String reference,
            String address,
            @Nullable String name,
            VerdictMark verdict,
            @Nullable VerdictMark decided,
            boolean overruled,
            @Nullable LeadingText reason,
            Since since,
            ZonedDateTime received,
            Status status,
            @Nullable Due next,
            boolean overdue,
            boolean changed,
            @Nullable String assignee,
            boolean gone,
            ListedScreening.@Nullable News news,
            @Nullable Long waits,
            boolean altered) {}

    /**
     * A page of what was found.
     *
     * @param gone the accounts that cannot open screenings
     * @param longAgo before when somebody who still waits for a decision has waited long
     */
    static QueuePage of(
            QueueFilter filter,
            Page page,
            Rulebook rulebook,
            Language language,
            List<String> gone,
            Instant longAgo,
            Instant now) {
        var questionnaire = rulebook.questionnaire();
        return new QueuePage(
                filter,
                verdicts(questionnaire, language),
                page.screenings().stream()
                        .map(each -> row(each, rulebook, language, gone, longAgo, now))
                        .toList(),
                page.total(),
                page.total() < Page.COUNTED,
                filter.after() == null ? null : filter.from(null),
                page.next() == null ? null : filter.from(page.next()),
                filter.everywhere());
    }

    Worklist worklist() {
        return new Worklist(filter.address(), rows.stream().map(Row::reference).toList(), next);
    }

    public static List<VerdictMark> verdicts(Questionnaire questionnaire, Language language) {
        return Stream.of(Verdict.values())
                .map(each -> VerdictMark.of(questionnaire, each, language))
                .toList();
    }

    private static Row row(
            ListedScreening summary,
            Rulebook rulebook,
            Language language,
            List<String> gone,
            Instant longAgo,
            Instant now) {
        var questionnaire = rulebook.questionnaire();
        var decided = summary.decided();
        var leading = summary.leading();
        boolean waiting = summary.status() == Status.WAITING && !summary.altered();
        return new Row(
                summary.reference().toString(),
                Desk.PATH + "/" + summary.reference(),
                summary.name(),
                VerdictMark.of(questionnaire, summary.verdict(), language),
                VerdictMark.ofAny(questionnaire, decided, language),
                decided != null && decided != summary.verdict(),
                leading == null ? null : LeadingText.of(leading, rulebook, language),
                Since.of(summary.receivedAt(), now),
                summary.receivedAt().atZone(ZoneId.systemDefault()),
                summary.status(),
                summary.next(),
                summary.next() != null && summary.next().state(Times.day(now)) == Due.State.OVERDUE,
                summary.status() == Status.WAITING && summary.revision() > 1,
                summary.assignee(),
                gone.contains(String.valueOf(summary.assignee())),
                summary.news(),
                waiting && summary.revisedAt().isBefore(longAgo)
                        ? Duration.between(summary.revisedAt(), now).toDays()
                        : null,
                summary.altered());
    }
}
