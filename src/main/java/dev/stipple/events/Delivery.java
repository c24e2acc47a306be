package dev.stipple.events;

import dev.stipple.events.OutboxRows.Taken;
import dev.stipple.store.Database;
import dev.stipple.store.keys.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Sends what waits in the outbox for one receiver, each event at least once and by one service at a time. Where one does not
 * arrive for a reason that is not its own, the others are left alone until the next run.
 */
public final class Delivery {
    private final OutboxRows rows;
    private final String receiver;
    private final BiFunction<Event, Instant, Optional<Undelivered>> sending;
    private final InstantSource clock;

    /**
     * Sends nothing yet.
     *
     * @param sending sends an event, once; what went wrong is its answer, or nothing where it arrived
     */
    public Delivery(
            Database database,
            Keys keys,
            String receiver,
            BiFunction<Event, Instant, Optional<Undelivered>> sending,
            InstantSource clock) {
        this.rows = new OutboxRows(database, keys);
        this.receiver = receiver;
        this.sending = sending;
        this.clock = clock;
    }

    /**
     * Sends all that is to be sent by now.
     *
     * @return how many events arrived
     */
    public int run() {
        int sent = 0;
        Optional<Taken> next = rows.take(receiver, clock.instant());
        while (next.isPresent()) {
            Optional<Event> event = next.get().event();
            if (event.isPresent()) {
                Optional<Undelivered> failure = sending.apply(event.get(), clock.instant());
                if (failure.isEmpty()) {
                    rows.sent(receiver, event.get());
                    sent++;
                } else {
                    rows.failed(receiver, event.get(), failure.get().problem());
                    if (!failure.get().alone()) {
                        return sent;
                    }
                }
            }
            next = rows.take(receiver, clock.instant());
        }
        return sent;
    }
}
