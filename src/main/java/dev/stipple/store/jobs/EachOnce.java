package dev.stipple.store.jobs;

import dev.stipple.store.Database;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Altered;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a job through its rows where several services on one database run it: each row is taken in a transaction of its
 * own, under a lock that the other services pass by, and is looked at again under it. So each is done once, by whichever
 * service is first, and what one left undone when it died is done by the next that comes.
 */
public final class EachOnce {
    private static final Logger LOG = LoggerFactory.getLogger(EachOnce.class);

    private final Database database;

    public EachOnce(Database database) {
        this.database = database;
    }

    /**
     * Goes through all of them; one that something else than the service changed holds up no other.
     *
     * @param following the next ones behind the last of those before, which is null at first; none at the end
     * @param once does it under the row's lock; false where that is taken, or it is done already
     * @return how many were done here
     */
    public <K> int run(String job, Function<@Nullable K, List<K>> following, Predicate<K> once) {
        int done = 0;
        List<K> next = following.apply(null);
        while (!next.isEmpty()) {
            done += (int) next.stream().filter(each -> isDone(job, each, once)).count();
            next = following.apply(next.get(next.size() - 1));
        }
        return done;
    }

    private <K> boolean isDone(String job, K each, Predicate<K> once) {
        try {
            return database.inTransaction(() -> once.test(each));
        } catch (Altered | Unreadable e) {
            LOG.error("Job {}: {}", job, e.getMessage());
            return false;
        }
    }
}
