package dev.stipple.events;

import dev.stipple.store.Database;
import dev.stipple.store.keys.Keys;
import java.time.InstantSource;
import java.util.List;

/** Tells receivers what waits for them in the outbox. One that does not take an event holds up no other. */
public final class Deliveries {
    private final List<Delivery> all;

    public Deliveries(Database database, Keys keys, List<Receiver> receivers, Post post, InstantSource clock) {
        this.all = receivers.stream()
                .map(receiver -> new Delivery(
                        database,
                        keys,
                        receiver.name(),
                        (event, now) -> post.send(receiver, event, now).map(problem -> new Undelivered(problem, false)),
                        clock))
                .toList();
    }

    /**
     * Sends all that is to be sent by now.
     *
     * @return how many events were taken by their receivers
     */
    public int run() {
        return all.stream().mapToInt(Delivery::run).sum();
    }
}
