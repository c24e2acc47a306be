package dev.stipple.events;

import dev.stipple.events.OutboxRows.Taken;
import dev.stipple.store.Database;
import dev.stipple.store.keys.Keys;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Tells receivers what waits for them in the outbox, each event at least once and by one service at a time. A receiver that
 * does not take one is left alone until the next run, and holds up no other.
 */
public final class Deliveries {
    private final OutboxRows rows;
    private final List<Receiver> receivers;
    private final Post post;
    private final InstantSource clock;

    public Deliveries(Database database, Keys keys, List<Receiver> receivers, Post post, InstantSource clock) {
        this.rows = new OutboxRows(database, keys);
        this.receivers = List.copyOf(receivers);
        this.post = post;
        this.clock = clock;
    }

    /**
     * Sends all that is to be sent by now.
     *
     * @return how many events were taken by their receivers
     */
    public int run() {
        return receivers.stream().mapToInt(this::tell).sum();
    }

    private int tell(Receiver receiver) {
        int sent = 0;
        Optional<Taken> next = rows.take(receiver, clock.instant());
        while (next.isPresent()) {
            Optional<Event> event = next.get().event();
            if (event.isPresent()) {
                Optional<String> problem = post.send(receiver, event.get(), clock.instant());
                if (problem.isPresent()) {
                    rows.failed(receiver, event.get(), problem.get());
                    return sent;
                }
                rows.sent(receiver, event.get());
                sent++;
            }
            next = rows.take(receiver, clock.instant());
        }
        return sent;
    }
}
