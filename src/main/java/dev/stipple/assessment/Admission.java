package dev.stipple.assessment;

import java.util.function.Supplier;

/** Lets in as many calculations at once as there is room for. */
@FunctionalInterface
public interface Admission {
    /** Lets everything in. */
    Admission OPEN = () -> () -> {};

    /**
     * Waits for a turn, which ends when it is closed.
     *
     * @throws TooBusy where too many wait already, or the turn does not come in time
     */
    Turn take();

    /**
     * Does some work in a turn of its own.
     *
     * @throws TooBusy as {@link #take} does
     */
    default <T> T during(Supplier<T> work) {
        Turn turn = take();
        try {
            return work.get();
        } finally {
            turn.close();
        }
    }

    /** The same for what rather waits than is refused, such as a page. */
    default Admission patient() {
        return this;
    }

    /**
     * Takes a place on the way to a turn before any other work is done for it; the first turn of this thread uses it up.
     *
     * @return whether there was one
     */
    default boolean approach() {
        return true;
    }

    /** Gives back the place of this thread, if no turn has used it up. */
    default void leave() {}

    /** One calculation that was let in. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
