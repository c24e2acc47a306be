package dev.stipple.screening.rows;

import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Search;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists screenings page by page. A page starts behind the last row of the one before, so that the thousandth is as fast
 * as the first.
 */
public final class Listing {
    private static final String FOUND = "found";
    private static final String READER = "reader";
    private static final String NOBODY = "s.assignee is null";
    private static final int SHORTEST_REFERENCE = 4;
    private static final int FEW = 500;
    private static final int NEAR = 4;
    private static final int FARTHER = 8;
    private static final String PAST_ANY_REFERENCE = "Z".repeat(12);

    private final JdbcClient sql;
    private final ListedRows rows;
    private final Keys keys;
    private final Belongings belongings;
    private final int few;

    public Listing(Database database, Keys keys) {
        this(database, keys, FEW);
    }

    /**
     * A listing.
     *
     * @param few up to how many that a text found are looked up one by one; at least 1
     */
    public Listing(Database database, Keys keys, int few) {
        this.few = few;
        this.sql = database.sql();
        this.rows = new ListedRows(database, keys);
        this.keys = keys;
        this.belongings = new Belongings(database, keys);
    }

    /** The conditions of a query with their parameters. */
    private record Where(List<String> conditions, Map<String, Object> parameters) {
        void add(String condition, String parameter, Object value) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }

        /** Only those among these. */
        Where among(Set<String> references) {
            parameters.put(FOUND, references.toArray(String[]::new));
            return this;
        }

        /** Joined with what a text found, as H2 goes through an array in a condition anew for every row. */
        String from() {
            String found = parameters.containsKey(FOUND)
                    ? " join unnest(cast(:found as varchar array)) as f(reference) on f.reference = s.reference"
                    : "";
            String seen = parameters.containsKey(READER)
                    ? " left join seen v on v.reference = s.reference and v.account = :reader"
                    : "";
            return " from screening s" + found + seen
                    + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
        }
    }

    public Page page(Search search) {
        String text = search.filter().text();
        Where filter = where(search.filter());
        Set<String> found = text == null || text.isBlank() ? null : found(text);
        Set<String> many = found != null && found.size() > few ? found : null;
        if (found != null && many == null) {
            filter.among(found);
        }
        int total = many == null ? count(filter) : countAmong(many, filter);
        if (search.after() != null) {
            behind(search, search.after(), filter);
        }
        if (many != null) {
            filter = new Where(new ArrayList<>(), new LinkedHashMap<>()).among(next(search, filter, many));
        }
        List<Listed> page =
                new ArrayList<>(sql.sql("select s.*" + filter.from() + order(search) + " limit " + (search.size() + 1))
                        .params(filter.parameters())
                        .query((row, line) -> new Listed(rows.row(row, line), Cursor.at(search.order(), row)))
                        .list());
        boolean more = page.size() > search.size();
        if (more) {
            page.remove(search.size());
        }
        return new Page(
                belongings.marked(page.stream().map(Listed::screening).toList()),
                total,
                more ? page.get(page.size() - 1).place().text() : null);
    }

    /** A row of a page, and where it stands. */
    private record Listed(ListedScreening screening, Cursor place) {}

    private static String order(Search search) {
        String falling = search.descending() ? " desc" : "";
        return " order by s." + search.order().column() + falling + ", s.reference" + falling;
    }

    /** How many there are on all pages, up to {@link Page#COUNTED}; without looking for a text. */
    public int count(Search search) {
        return count(where(search.filter()));
    }

    private int count(Where filter) {
        return sql.sql("select count(*) from (select 1" + filter.from() + " limit " + Page.COUNTED + ") as counted")
                .params(filter.parameters())
                .query(Integer.class)
                .single();
    }

    private int countAmong(Set<String> found, Where filter) {
        long count = filter.conditions().isEmpty()
                ? found.size()
                : references(filter, "").stream().filter(found::contains).count();
        return (int) Math.min(count, Page.COUNTED);
    }

    /**
     * The next of many that a text found. They are met soon on the way through an index in the order wanted, while looking
     * each of them up would take long.
     */
    private Set<String> next(Search search, Where filter, Set<String> found) {
        for (long far = (long) NEAR * few; ; far *= FARTHER) {
            List<String> passed = references(filter, order(search) + " limit " + far);
            Set<String> next = passed.stream()
                    .filter(found::contains)
                    .limit(search.size() + 1)
                    .collect(Collectors.toSet());
            if (next.size() > search.size() || passed.size() < far) {
                return next;
            }
        }
    }

    private List<String> references(Where filter, String then) {
        return sql.sql("select s.reference" + filter.from() + then)
                .params(filter.parameters())
                .query(String.class)
                .list();
    }

    private static Where where(Search.Filter wanted) {
        var where = new Where(new ArrayList<>(), new LinkedHashMap<>());
        if (wanted.verdict() != null) {
            where.add("s.verdict = :verdict", "verdict", wanted.verdict().name());
        }
        if (wanted.status() != null) {
            where.add("s.status = :status", "status", wanted.status().name());
        }
        if (wanted.receivedFrom() != null) {
            where.add("s.received_at >= :from", "from", Times.utc(wanted.receivedFrom()));
        }
        if (wanted.receivedBefore() != null) {
            where.add("s.received_at < :before", "before", Times.utc(wanted.receivedBefore()));
        }
        if (wanted.dueBefore() != null) {
            where.add("s.due_on < :due", "due", wanted.dueBefore().toString());
        }
        if (wanted.assigned() != null) {
            assigned(wanted.assigned(), where);
        }
        if (wanted.newTo() != null) {
            where.add("s.status <> 'ERASED' and (v.version is null or v.version < s.version)", READER, wanted.newTo());
        }
        return where;
    }

    private static void assigned(Search.Assigned to, Where where) {
        if (to.names().isEmpty()) {
            where.conditions().add(to.orNobody() ? NOBODY : "1 = 0");
        } else {
            where.add(
                    to.orNobody() ? "(" + NOBODY + " or s.assignee in (:assignees))" : "s.assignee in (:assignees)",
                    "assignees",
                    to.names());
        }
    }

    /**
     * The references of those that a text finds. Queries of their own, as H2 would evaluate one inside the list anew for
     * every row that it comes by.
     */
    private Set<String> found(String text) {
        var found = new HashSet<String>();
        keys.generations().forEach(each -> found.addAll(found(text, each)));
        String part = Reference.part(text);
        if (part.length() >= SHORTEST_REFERENCE && Reference.isPart(part)) {
            String last = (part + PAST_ANY_REFERENCE).substring(0, PAST_ANY_REFERENCE.length());
            found.addAll(references("select reference from screening where reference between ? and ?", part, last));
        }
        return found;
    }

    private Set<String> found(String text, Generation generation) {
        var found = new HashSet<String>();
        List<byte[]> wanted = new SearchTerms(generation).wanted(text);
        for (byte[] term : wanted) {
            Set<String> having = references(
                    "select reference from search_term where term >= ? and term < ?", term, SearchTerms.past(term));
            if (term == wanted.get(0)) {
                found.addAll(having);
            } else {
                found.retainAll(having);
            }
        }
        return found;
    }

    private Set<String> references(String query, Object from, Object to) {
        return sql.sql(query).params(from, to).query(String.class).set();
    }

    private static void behind(Search search, String after, Where where) {
        String column = "s." + search.order().column();
        String past = search.descending() ? "<" : ">";
        Cursor cursor = Cursor.read(search.order(), after);
        where.add(column + " " + past + "= :value", "value", cursor.value());
        where.add(
                "(" + column + " " + past + " :value or s.reference " + past + " :reference)",
                "reference",
                cursor.reference());
    }
}
