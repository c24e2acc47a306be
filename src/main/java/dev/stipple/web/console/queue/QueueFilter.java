package dev.stipple.web.console.queue;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Search.Order;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.Times;
import dev.stipple.web.console.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which screenings the queue shows, as its address says.
 *
 * @param after where the page begins; null for the first one
 */
public record QueueFilter(
        String text,
        @Nullable Verdict verdict,
        @Nullable Status status,
        @Nullable Age age,
        @Nullable Coming due,
        Order sort,
        boolean descending,
        @Nullable String after) {
    public static final int SIZE = 25;

    private static final String ANY = "ANY";

    /** How long ago a screening came in. */
    enum Age {
        DAY(Duration.ofDays(1), true),
        WEEK(Duration.ofDays(7), true),
        OLDER_THAN_WEEK(Duration.ofDays(7), false),
        OLDER_THAN_MONTH(Duration.ofDays(30), false);

        private final Duration length;
        private final boolean within;

        Age(Duration length, boolean within) {
            this.length = length;
            this.within = within;
        }
    }

    /** How soon something is to come. */
    enum Coming {
        NOW(1),
        WEEK(8);

        private final int days;

        Coming(int days) {
            this.days = days;
        }
    }

    Search search(Instant now) {
        return new Search(
                verdict,
                status,
                age != null && age.within ? now.minus(age.length) : null,
                age != null && !age.within ? now.minus(age.length) : null,
                due == null ? null : Times.day(now).plusDays(due.days),
                text.isBlank() ? null : text,
                sort,
                descending,
                after,
                SIZE);
    }

    /** The address of the first page sorted by this; the other way round where it is sorted so already. */
    public String sortedBy(Order order) {
        boolean falling = order == sort && !descending;
        return new QueueFilter(text, verdict, status, age, due, order, falling, null).address();
    }

    /** What a column says of its order to those who cannot see the arrow. */
    public String direction(Order order) {
        return order != sort ? "none" : descending ? "descending" : "ascending";
    }

    String from(@Nullable String start) {
        return new QueueFilter(text, verdict, status, age, due, sort, descending, start).address();
    }

    /** Everybody for whom something is to come that soon, whatever was decided, what is next first. */
    QueueFilter coming(Coming soon) {
        return new QueueFilter("", null, null, null, soon, Order.DUE, false, null);
    }

    /** The address of everything that has this text. */
    String everywhere() {
        return new QueueFilter(text, null, null, null, null, sort, descending, null).address();
    }

    String address() {
        var address = UriComponentsBuilder.fromPath(Desk.PATH)
                .queryParam("text", "{text}")
                .queryParam("verdict", verdict == null ? ANY : verdict)
                .queryParam("status", status == null ? ANY : status)
                .queryParam("age", age == null ? ANY : age)
                .queryParam("due", due == null ? ANY : due)
                .queryParam("sort", sort)
                .queryParam("descending", descending);
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().buildAndExpand(text).toUriString();
    }

    /** Reads a choice of which one may be any. */
    static <E extends Enum<E>> @Nullable E choice(Class<E> type, String word) {
        if (word.equals(ANY)) {
            return null;
        }
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
