package dev.stipple.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long screenings are kept. */
@Component
public class Retention {
    private final Duration keep;
    private final Duration within;

    Retention(@Value("${stipple.screenings.keep}") Duration keep, @Value("${stipple.erasure.within}") Duration within) {
        this.keep = keep;
        this.within = within;
    }

    /** Within how many hours of an erasure no key is left that opens anything of the person in any file. */
    public long hours() {
        return Math.max(1, within.toHours());
    }

    /** When a screening is erased unless it changes before; null where it is kept until somebody erases it. */
    @Nullable
    public ZonedDateTime until(Instant changed) {
        return keep.isZero() ? null : changed.plus(keep).atZone(ZoneId.systemDefault());
    }
}
