package dev.stipple.web.intake.own;

import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.kept.Link;
import dev.stipple.web.calendar.Calendar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The days of what is to come for somebody, for a calendar that strangers may read: nothing but the days. */
record OwnDates(Own own, String summary) {
    private static final String NAME = "Stipple";

    Calendar calendar() {
        List<Due> items = own.screening().agenda().items();
        return new Calendar(
                NAME,
                IntStream.range(0, items.size())
                        .filter(at -> !items.get(at).done())
                        .mapToObj(at -> new Calendar.Event(
                                id(at),
                                items.get(at).day(),
                                summary,
                                own.screening().changedAt()))
                        .toList());
    }

    /** Of the link's hash, so that nobody who reads the calendar learns the link or the reference. */
    private String id(int at) {
        String hash = new Link(own.token()).hash();
        return UUID.nameUUIDFromBytes((hash + "\n" + at).getBytes(StandardCharsets.UTF_8)) + "@stipple";
    }
}
