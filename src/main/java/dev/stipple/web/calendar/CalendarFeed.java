package dev.stipple.web.calendar;

import dev.stipple.access.accounts.Account;
import dev.stipple.access.accounts.CalendarAddresses;
import dev.stipple.live.LiveRules;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Search;
import dev.stipple.store.Times;
import dev.stipple.wording.Language;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is next to come for whom, at the secret address of a consultant: references and kinds, and nothing else. */
@Controller
class CalendarFeed {
    private static final int DAYS = 180;
    private static final int AT_ONCE = 100;
    private static final int MOST = 1000;

    private final CalendarAddresses addresses;
    private final Screenings screenings;
    private final LiveRules rules;
    private final MessageSource words;
    private final InstantSource clock;

    CalendarFeed(
            CalendarAddresses addresses,
            Screenings screenings,
            LiveRules rules,
            MessageSource words,
            InstantSource clock) {
        this.addresses = addresses;
        this.screenings = screenings;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token, Language language) {
        return addresses
                .reader(token)
                .map(account -> calendar(account, language).file())
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Calendar calendar(Account account, Language language) {
        SummaryTexts texts = rules.assessor().rulebook().summary();
        return new Calendar(
                "Stipple",
                coming(account).stream()
                        .flatMap(each -> Stream.ofNullable(each.next())
                                .map(due -> event(each, due.day(), kind(due, texts, language))))
                        .toList());
    }

    private List<ListedScreening> coming(Account account) {
        var coming = new ArrayList<ListedScreening>();
        LocalDate end = Times.day(clock.instant()).plusDays(DAYS);
        Search search = Search.ALL
                .with(filter -> filter.withDueBefore(end))
                .sortedBy(Search.Order.DUE, false)
                .ofSize(AT_ONCE);
        Page page = screenings.list(search, account.name());
        coming.addAll(page.screenings());
        while (page.next() != null && coming.size() < MOST) {
            page = screenings.list(search.after(page.next()), account.name());
            coming.addAll(page.screenings());
        }
        return coming;
    }

    private static Calendar.Event event(ListedScreening screening, LocalDate day, String kind) {
        String reference = screening.reference().toString();
        return new Calendar.Event(
                UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8)) + "@stipple",
                day,
                reference + ": " + kind,
                screening.changedAt());
    }

    /** What a kind is called today; a question has no name of the rules, and a kind that they no longer know keeps its code. */
    private String kind(Due due, SummaryTexts texts, Language language) {
        if (due.isQuestion()) {
            return words.getMessage("due.QUESTION", null, language.locale());
        }
        SummaryTexts.Deadline known = texts.due().get(due.kind());
        return known == null ? due.kind() : known.name().in(language);
    }
}
