package dev.stipple.events;

import java.time.Instant;
import java.util.Optional;

/** Sends an event to its receiver, once. */
@FunctionalInterface
public interface Post {
    /**
     * Sends it.
     *
     * @return what went wrong, in a word or two that hold nothing of the answer; empty where the receiver has it
     */
    Optional<String> send(Receiver receiver, Event event, Instant now);
}
