package dev.stipple.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists screenings page by page. A page starts behind the last row of the one before, so that the thousandth is as fast
 * as the first.
 */
final class Listing {
    private static final String FOUND = "found";
    private static final int SHORTEST_REFERENCE = 4;
    private static final String PAST_ANY_REFERENCE = "Z".repeat(12);

    private final JdbcClient sql;
    private final ScreeningRows rows;
    private final SearchTerms terms;

    Listing(Database database, MasterKey master, ScreeningRows rows) {
        this.sql = database.sql();
        this.rows = rows;
        this.terms = new SearchTerms(master);
    }

    /** The conditions of a query with their parameters. */
    private record Where(List<String> conditions, Map<String, Object> parameters) {
        void add(String condition, String parameter, Object value) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }

        /** Joined with what a text found, as H2 goes through an array in a condition anew for every row. */
        String from() {
            String found = parameters.containsKey(FOUND)
                    ? " join unnest(cast(:found as varchar array)) as f(reference) on f.reference = s.reference"
                    : "";
            return " from screening s" + found
                    + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
        }
    }

    Page page(Search search) {
        Where filter = filter(search);
        int total = sql.sql(
                        "select count(*) from (select 1" + filter.from() + " limit " + Page.COUNTED + ") as counted")
                .params(filter.parameters())
                .query(Integer.class)
                .single();
        if (search.after() != null) {
            behind(search, search.after(), filter);
        }
        String falling = search.descending() ? " desc" : "";
        List<Summary> found = new ArrayList<>(sql.sql("select s.*" + filter.from() + " order by s."
                        + search.order().column() + falling + ", s.reference" + falling + " limit "
                        + (search.size() + 1))
                .params(filter.parameters())
                .query(rows::summary)
                .list());
        boolean more = found.size() > search.size();
        if (more) {
            found.remove(search.size());
        }
        return new Page(
                List.copyOf(found), total, more ? Cursor.behind(search.order(), found.get(found.size() - 1)) : null);
    }

    private Where filter(Search search) {
        var where = new Where(new ArrayList<>(), new LinkedHashMap<>());
        if (search.verdict() != null) {
            where.add("s.verdict = :verdict", "verdict", search.verdict().name());
        }
        if (search.status() != null) {
            where.add("s.status = :status", "status", search.status().name());
        }
        if (search.receivedFrom() != null) {
            where.add("s.received_at >= :from", "from", Times.utc(search.receivedFrom()));
        }
        if (search.receivedBefore() != null) {
            where.add("s.received_at < :before", "before", Times.utc(search.receivedBefore()));
        }
        if (search.text() != null && !search.text().isBlank()) {
            where.parameters().put(FOUND, found(search.text()));
        }
        return where;
    }

    /**
     * The references of those that a text finds. Queries of their own, as H2 would evaluate one inside the list anew for
     * every row that it comes by.
     */
    private String[] found(String text) {
        var found = new HashSet<String>();
        List<byte[]> wanted = terms.wanted(text);
        for (byte[] term : wanted) {
            Set<String> having = references(
                    "select reference from search_term where term >= ? and term < ?", term, SearchTerms.past(term));
            if (term == wanted.get(0)) {
                found.addAll(having);
            } else {
                found.retainAll(having);
            }
        }
        String part = Reference.part(text);
        if (part.length() >= SHORTEST_REFERENCE && Reference.isPart(part)) {
            String last = (part + PAST_ANY_REFERENCE).substring(0, PAST_ANY_REFERENCE.length());
            found.addAll(references("select reference from screening where reference between ? and ?", part, last));
        }
        return found.toArray(String[]::new);
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
