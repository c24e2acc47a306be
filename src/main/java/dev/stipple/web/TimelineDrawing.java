package dev.stipple.web;

import dev.stipple.assessment.summary.Summary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What happens when, as dots on a line from above to below.
 *
 * @param label the same in words, for who does not see it
 */
public record TimelineDrawing(List<Dot> dots, int height, String label) {
    private static final int STEP = 32;
    private static final int TOP = 16;

    /** One moment, and how far below the top it is. */
    public record Dot(int index, int y, String about, String text) {}

    public static TimelineDrawing of(Summary summary) {
        List<Summary.Moment> moments = summary.timeline();
        return new TimelineDrawing(
                IntStream.range(0, moments.size())
                        .mapToObj(index -> new Dot(
                                index,
                                TOP + index * STEP,
                                moments.get(index).about(),
                                moments.get(index).text()))
                        .toList(),
                moments.size() * STEP,
                moments.stream()
                        .map(moment -> moment.about() + ": " + moment.text())
                        .collect(Collectors.joining("; ")));
    }
}
