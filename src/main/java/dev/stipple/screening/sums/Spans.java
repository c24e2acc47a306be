package dev.stipple.screening.sums;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Spans of time, one behind the other, as a table of a query: a row a span, with its number from 0, its begin and its end.
 *
 * @param type what the database calls their bounds
 * @param bounds where each begins, and where the last one ends
 */
record Spans(String type, List<?> bounds) {
    /** The table, of which a query names the columns. */
    String table() {
        return IntStream.range(0, count())
                .mapToObj(each -> "(" + each + ", " + bound(each) + ", " + bound(each + 1) + ")")
                .collect(Collectors.joining(", ", "(values ", ") as span (number, begins, ends)"));
    }

    int count() {
        return bounds.size() - 1;
    }

    Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        bounds.forEach(each -> parameters.put("bound" + parameters.size(), each));
        return parameters;
    }

    private String bound(int number) {
        return "cast(:bound" + number + " as " + type + ")";
    }
}
