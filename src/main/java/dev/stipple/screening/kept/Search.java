package dev.stipple.screening.kept;

import dev.stipple.rule.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which screenings are listed, and in what order.
 *
 * @param after the last of the page before; null for the first page
 * @param size how many at most
 */
public record Search(
        Filter filter,
        Order order,
        boolean descending,
        @Nullable String after,
        int size) {
    /** How many characters a text to look for has at most. */
    public static final int LONGEST_TEXT = 200;

    public static final Search ALL = new Search(Filter.NONE, Order.RECEIVED, true, null, 50);

    /**
     * Which ones. What is null does not narrow.
     *
     * @param verdict that of the rules
     * @param receivedFrom inclusive
     * @param receivedBefore exclusive
     * @param dueBefore what is next to come is to come before this day
     * @param assigned to whom it is given
     * @param newTo who has not seen it, or not as it is now
     * @param text the beginning of a reference, or words of a contact
     */
    public record Filter(
            @Nullable Verdict verdict,
            @Nullable Status status,
            @Nullable Instant receivedFrom,
            @Nullable Instant receivedBefore,
            @Nullable LocalDate dueBefore,
            @Nullable Assigned assigned,
            @Nullable String newTo,
            @Nullable String text) {
        private static final int LAST_YEAR = 9999;
        private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

        public static final Filter NONE = new Filter(null, null, null, null, null, null, null, null);

        /**
         * @throws InvalidSearch where the text is too long, or a time is none that a database knows
         */
        public Filter {
            if (text != null && text.length() > LONGEST_TEXT) {
                throw new InvalidSearch(
                        "'text' has more than " + LONGEST_TEXT + " characters; give a word or two of it.");
            }
            if (dueBefore != null && (dueBefore.getYear() < 1 || dueBefore.getYear() > LAST_YEAR)) {
                throw new InvalidSearch("A day lies between the years 1 and 9999.");
            }
            for (Instant time : new Instant[] {
                receivedFrom == null ? EARLIEST : receivedFrom, receivedBefore == null ? LATEST : receivedBefore
            }) {
                if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                    throw new InvalidSearch("A time lies between the years 1 and 9999.");
                }
            }
        }

        public Filter withVerdict(Verdict wanted) {
            return new Filter(wanted, status, receivedFrom, receivedBefore, dueBefore, assigned, newTo, text);
        }

        public Filter withStatus(Status wanted) {
            return new Filter(verdict, wanted, receivedFrom, receivedBefore, dueBefore, assigned, newTo, text);
        }

        public Filter withReceivedBefore(Instant end) {
            return new Filter(verdict, status, receivedFrom, end, dueBefore, assigned, newTo, text);
        }

        public Filter withDueBefore(LocalDate day) {
            return new Filter(verdict, status, receivedFrom, receivedBefore, day, assigned, newTo, text);
        }

        public Filter withAssigned(Assigned to) {
            return new Filter(verdict, status, receivedFrom, receivedBefore, dueBefore, to, newTo, text);
        }

        public Filter withNewTo(String reader) {
            return new Filter(verdict, status, receivedFrom, receivedBefore, dueBefore, assigned, reader, text);
        }

        public Filter withText(String wanted) {
            return new Filter(verdict, status, receivedFrom, receivedBefore, dueBefore, assigned, newTo, wanted);
        }
    }

    /**
     * To whom screenings are given.
     *
     * @param names any of these
     * @param orNobody those that are given to nobody too
     */
    public record Assigned(List<String> names, boolean orNobody) {
        public static Assigned to(String name) {
            return new Assigned(List.of(name), false);
        }

        /**
         * Given to nobody who can take them up.
         *
         * @param gone who cannot open screenings any more
         */
        public static Assigned toNobody(List<String> gone) {
            return new Assigned(gone, true);
        }
    }

    /** What a list can be sorted by. */
    public enum Order {
        RECEIVED("received_at"),
        CHANGED("changed_at"),
        /** Strictest first where ascending. */
        VERDICT("strictness"),
        /** What is next to come; those for whom nothing is stand last where ascending. */
        DUE("due_on");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }
    }

    /** The first page of those that a filter like this one, but for a change, leaves. */
    public Search with(UnaryOperator<Filter> change) {
        return new Search(change.apply(filter), order, descending, null, size);
    }

    public Search sortedBy(Order by, boolean falling) {
        return new Search(filter, by, falling, after, size);
    }

    public Search after(@Nullable String last) {
        return new Search(filter, order, descending, last, size);
    }

    public Search ofSize(int most) {
        return new Search(filter, order, descending, after, most);
    }
}
