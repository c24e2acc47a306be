package dev.stipple.web.calendar;

import dev.stipple.web.Attachments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A calendar of whole days, as iCalendar (RFC 5545) has it. Calendars are copied to servers of others: nothing in one may tell
 * of somebody's health, nor lead to it.
 *
 * @param name what programs call it
 */
public record Calendar(String name, List<Event> events) {
    private static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A calendar holds one part at least; where nothing is to come, it is this one. */
    private static final List<String> NO_EVENT = List.of(
            "BEGIN:VTIMEZONE",
            "TZID:Etc/UTC",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0000",
            "END:STANDARD",
            "END:VTIMEZONE");

    /**
     * Something on a day.
     *
     * @param id the same as long as it is the same thing, though its day may change
     * @param changed when it was last changed
     */
    public record Event(String id, LocalDate day, String summary, Instant changed) {
        private List<String> lines() {
            return List.of(
                    "BEGIN:VEVENT",
                    "UID:" + id,
                    "DTSTAMP:" + TIME.format(changed),
                    "DTSTART;VALUE=DATE:" + DAY.format(day),
                    "DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)),
                    "SUMMARY:" + escaped(summary),
                    "CLASS:PRIVATE",
                    "TRANSP:TRANSPARENT",
                    "END:VEVENT");
        }
    }

    /** The calendar as an answer. */
    public ResponseEntity<byte[]> file() {
        return Attachments.of(TYPE, "stipple.ics", bytes());
    }

    /** The calendar as a file has it. */
    public byte[] bytes() {
        var lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Stipple//Stipple//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "X-WR-CALNAME:" + escaped(name)));
        if (events.isEmpty()) {
            lines.addAll(NO_EVENT);
        }
        events.forEach(event -> lines.addAll(event.lines()));
        lines.add("END:VCALENDAR");
        var text = new StringBuilder();
        lines.forEach(line -> text.append(folded(line)).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** No line is longer than 75 octets; it goes on after a space in the next one, and no character is cut in two. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += more;
        }
        return folded.toString();
    }
}
