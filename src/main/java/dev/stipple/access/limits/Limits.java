package dev.stipple.access.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much one client may ask for.
 *
 * @param body the largest body of a request
 * @param bodyTime how long a client may keep the service waiting for a body, in total
 * @param bodyRate how much of a body arrives in a second at least, once {@link PacedInput#GRACE} is over
 * @param importBody the largest body of an import of many people
 * @param importBodyTime how long a client may keep the service waiting for that one
 * @param uploadBody the largest body of a form with a file
 * @param uploadBodyTime how long a client may keep the service waiting for that one
 * @param connections how many connections one network address may hold
 * @param requestsAtOnce how many requests of one network address are worked on at once
 * @param formsPerHour how many forms of the intake one network address may begin in an hour; four times as many in a day
 * @param requestsPerMinute how many requests one network address may send in a minute
 * @param keyRequestsPerMinute how many requests one API key may send in a minute
 */
@ConfigurationProperties("stipple.limits")
record Limits(
        DataSize body,
        Duration bodyTime,
        DataSize bodyRate,
        DataSize importBody,
        Duration importBodyTime,
        DataSize uploadBody,
        Duration uploadBodyTime,
        int connections,
        int requestsAtOnce,
        int formsPerHour,
        int requestsPerMinute,
        int keyRequestsPerMinute) {}
