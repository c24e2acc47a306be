package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.web.calendar.Calendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final Instant CHANGED = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void aDayIsAWholeDayWithWhatItsStandardAsksFor() {
        assertThat(written(event("see your list"))).isEqualTo("""
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                PRODID:-//Stipple//Stipple//EN\r
                CALSCALE:GREGORIAN\r
                METHOD:PUBLISH\r
                X-WR-CALNAME:Days\r
                BEGIN:VEVENT\r
                UID:one@stipple\r
                DTSTAMP:20260302T080000Z\r
                DTSTART;VALUE=DATE:20261231\r
                DTEND;VALUE=DATE:20270101\r
                SUMMARY:see your list\r
                CLASS:PRIVATE\r
                TRANSP:TRANSPARENT\r
                END:VEVENT\r
                END:VCALENDAR\r
                """);
    }

    @Test
    void textIsEscaped() {
        assertThat(written(event("a,b;c\\d\r\ne\nf"))).contains("SUMMARY:a\\,b\\;c\\\\d\\ne\\nf\r\n");
    }

    @Test
    void noLineIsTooLongAndNoCharacterIsCutInTwo() {
        String summary = "é".repeat(90) + "𝄞".repeat(40) + "€".repeat(60);

        String calendar = written(event(summary));

        assertThat(calendar.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\uFFFD"));
        assertThat(calendar.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
    }

    @Test
    void anEmptyOneStillHoldsAPart() {
        assertThat(new String(new Calendar("Days", List.of()).bytes(), StandardCharsets.UTF_8))
                .contains("BEGIN:VTIMEZONE\r\n")
                .doesNotContain("VEVENT");
    }

    private static Calendar.Event event(String summary) {
        return new Calendar.Event("one@stipple", LocalDate.parse("2026-12-31"), summary, CHANGED);
    }

    private static String written(Calendar.Event event) {
        return new String(new Calendar("Days", List.of(event)).bytes(), StandardCharsets.UTF_8);
    }
}
