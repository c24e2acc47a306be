package dev.stipple.access.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much one client may ask for.
 *
 * @param body the largest body of a request
 * @param importBody the largest body of an import of many people
 * @param requestsPerMinute how many requests one network address may send in a minute
 * @param keyRequestsPerMinute how many requests one API key may send in a minute
 */
@ConfigurationProperties("stipple.limits")
record Limits(DataSize body, DataSize importBody, int requestsPerMinute, int keyRequestsPerMinute) {}
