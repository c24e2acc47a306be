package dev.stipple.web.console.queue;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Search.Order;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.Times;
import dev.stipple.web.console.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which screenings the queue shows, as its address says.
 *
 * @param assignee to whom it is given: empty for anybody, {@link #NOBODY}, or an account
 * @param news whether only what is new to the reader, or changed since they saw it
 * @param after where the page begins; null for the first one
 */
public record QueueFilter(
        String text,
        @Nullable Verdict verdict,
        @Nullable Status status,
        @Nullable Age age,
        @Nullable Coming due,
        String assignee,
        boolean news,
        Order sort,
        boolean descending,
        @Nullable String after) {
    public static final int SIZE = 25;

    /** No account has this name. */
    static final String NOBODY = "-";

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

    /** Reads an address of {@link #address()}. */
    static QueueFilter of(Map<String, String> asked) {
        return new QueueFilter(
                asked.getOrDefault("text", ""),
                choice(Verdict.class, asked.getOrDefault("verdict", ANY)),
                choice(Status.class, asked.getOrDefault("status", Status.WAITING.name())),
                choice(Age.class, asked.getOrDefault("age", ANY)),
                choice(Coming.class, asked.getOrDefault("due", ANY)),
                asked.getOrDefault("assignee", ""),
                isSet(asked, "news"),
                Objects.requireNonNullElse(choice(Order.class, asked.getOrDefault("sort", ANY)), Order.RECEIVED),
                isSet(asked, "descending"),
                asked.get("after"));
    }

    private static boolean isSet(Map<String, String> asked, String name) {
        return switch (asked.getOrDefault(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    /**
     * What to look for.
     *
     * @param reader who does
     * @param gone the accounts that cannot open screenings, whose own are nobody's
     */
    Search search(Instant now, String reader, List<String> gone) {
        var filter = new Search.Filter(
                verdict,
                status,
                age != null && age.within ? now.minus(age.length) : null,
                age != null && !age.within ? now.minus(age.length) : null,
                due == null ? null : Times.day(now).plusDays(due.days),
                assigned(gone),
                news ? reader : null,
                text.isBlank() ? null : text);
        return new Search(filter, sort, descending, after, SIZE);
    }

    private Search.@Nullable Assigned assigned(List<String> gone) {
        if (assignee.isEmpty()) {
            return null;
        }
        return assignee.equals(NOBODY) ? Search.Assigned.toNobody(gone) : Search.Assigned.to(assignee);
    }

    /** The address of the first page sorted by this; the other way round where it is sorted so already. */
    public String sortedBy(Order order) {
        boolean falling = order == sort && !descending;
        return new QueueFilter(text, verdict, status, age, due, assignee, news, order, falling, null).address();
    }

    /** What a column says of its order to those who cannot see the arrow. */
    public String direction(Order order) {
        return order != sort ? "none" : descending ? "descending" : "ascending";
    }

    String from(@Nullable String start) {
        return from(start, Desk.PATH);
    }

    private String from(@Nullable String start, String path) {
        return new QueueFilter(text, verdict, status, age, due, assignee, news, sort, descending, start).address(path);
    }

    /** Everybody for whom something is to come that soon, whatever was decided, what is next first. */
    QueueFilter coming(Coming soon) {
        return new QueueFilter("", null, null, null, soon, "", false, Order.DUE, false, null);
    }

    /** Whoever waits and is given to somebody. */
    QueueFilter of(String account) {
        return new QueueFilter("", null, Status.WAITING, null, null, account, false, Order.RECEIVED, false, null);
    }

    /** Whoever waits and is new to the reader, or changed since they saw them. */
    QueueFilter unseen() {
        return new QueueFilter("", null, Status.WAITING, null, null, "", true, Order.RECEIVED, false, null);
    }

    /** The address of everything that has this text. */
    String everywhere() {
        return new QueueFilter(text, null, null, null, null, "", false, sort, descending, null).address();
    }

    String address() {
        return address(Desk.PATH);
    }

    /** The address of a file with everybody on all pages. */
    public String exported(ExchangePages.Form form) {
        return from(null, ExchangePages.PATH + "/export") + "&form=" + form;
    }

    private String address(String path) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParam("text", "{text}")
                .queryParam("verdict", verdict == null ? ANY : verdict)
                .queryParam("status", status == null ? ANY : status)
                .queryParam("age", age == null ? ANY : age)
                .queryParam("due", due == null ? ANY : due)
                .queryParam("assignee", "{assignee}")
                .queryParam("news", news)
                .queryParam("sort", sort)
                .queryParam("descending", descending);
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().buildAndExpand(text, assignee).toUriString();
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
