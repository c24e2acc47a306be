package dev.stipple.web.console;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago something was, in the largest unit that fits.
 *
 * @param key of the message; {@code {0}} is the number
 */
public record Since(String key, long number) {
    public static Since of(Instant then, Instant now) {
        var time = Duration.between(then, now);
        if (time.toHours() < 1) {
            return new Since("since.minutes", Math.max(0, time.toMinutes()));
        }
        return time.toHours() < 48 ? new Since("since.hours", time.toHours()) : new Since("since.days", time.toDays());
    }
}
