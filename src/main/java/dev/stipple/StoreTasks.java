package dev.stipple;

import dev.stipple.events.Deliveries;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.DueScreenings;
import dev.stipple.screening.Screenings;
import dev.stipple.store.DataFiles;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.audit.SealNotes;
import dev.stipple.store.renewal.KeyRenewal;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** What the service does now and then about what it keeps. */
@Configuration
class StoreTasks {
    private static final Logger LOG = LoggerFactory.getLogger(StoreTasks.class);

    /**
     * Runs a job that every service on the database has; where the database is away, the next run takes it up. That each thing
     * is done once, and what was cut short is taken up by another service, is the job's own: by locks of rows in the database.
     */
    static void unlessAway(String job, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            LOG.warn("{} later, as the database is away: {}", job, e.getMessage());
        }
    }

    /** Reads the file of keys again where it has changed, and forgets what was destroyed. */
    @Configuration
    static class KeyTasks {
        private final KeyRenewal renewal;

        KeyTasks(KeyRenewal renewal) {
            this.renewal = renewal;
        }

        @Scheduled(fixedDelay = 20, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
        void renew() {
            unlessAway("Keys are renewed", renewal::run);
        }
    }

    /** Tells the newest seal of the audit log to the service's log and to a file, where a log cut off later shows. */
    @Configuration
    static class SealTask {
        private final AuditLog audit;
        private final SealNotes notes;
        private final InstantSource clock;

        SealTask(AuditLog audit, SealNotes notes, InstantSource clock) {
            this.audit = audit;
            this.notes = notes;
            this.clock = clock;
        }

        @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
        void note() {
            unlessAway("The seal of the audit log is noted", () -> {
                warnOfLost();
                audit.newest()
                        .ifPresentOrElse(
                                this::note,
                                () -> LOG.error("The note of where the audit log ends was"
                                        + " altered in the database; stipple audit verify tells more."));
            });
        }

        /** Afterwards another one is the last that was noted; stipple audit verify tells of all of them. */
        private void warnOfLost() {
            try {
                notes.newest()
                        .filter(noted -> !audit.contains(noted.seal()))
                        .ifPresent(noted -> LOG.warn(
                                "The seal {}, {}, is not in the audit log any more: entries were cut off, or an older"
                                        + " state was put back. stipple audit verify tells more.",
                                noted.seal(),
                                noted.where()));
            } catch (IOException e) {
                LOG.warn("The seals that were noted before cannot be read: {}", e.toString());
            }
        }

        private void note(AuditLog.Newest newest) {
            LOG.info("The audit log has {} entries, the last seal is {}", newest.number(), newest.seal());
            if (audit.goesOnPast(newest)) {
                LOG.error("The audit log has entries past its end, which this service did not write;"
                        + " stipple audit verify tells more.");
            }
            try {
                notes.note(clock.instant(), newest);
            } catch (IOException e) {
                LOG.warn("The seal of the audit log cannot be noted in a file too: {}", e.toString());
            }
        }
    }

    /** Keeps files that the database made meanwhile to their owner. */
    @Configuration
    static class FileTask {
        private final DataFiles files;

        FileTask(DataFiles files) {
            this.files = files;
        }

        @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
        void keepToOwner() {
            files.keepToOwner();
        }
    }

    /** Takes up the screenings for which something falls due. */
    @Configuration
    static class DueTask {
        private final DueScreenings due;
        private final LiveRules rules;

        DueTask(DueScreenings due, LiveRules rules) {
            this.due = due;
            this.rules = rules;
        }

        @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
        void takeUp() {
            unlessAway("What is due is taken up", () -> {
                int taken = due.takeUp(rules.assessor().patient());
                if (taken > 0) {
                    LOG.info("{} screenings are due and wait for a decision", taken);
                }
            });
        }
    }

    /** Tells receivers what happened. */
    @Configuration
    static class DeliveryTask {
        private final Deliveries deliveries;

        DeliveryTask(Deliveries deliveries) {
            this.deliveries = deliveries;
        }

        @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
        void deliver() {
            unlessAway("Events are sent", deliveries::run);
        }
    }

    /** Erases what has been kept for as long as it may be; 0 keeps everything. */
    @Configuration
    static class Retention {
        private final Screenings screenings;
        private final Duration keep;
        private final InstantSource clock;

        Retention(Screenings screenings, @Value("${stipple.screenings.keep}") Duration keep, InstantSource clock) {
            this.screenings = screenings;
            this.keep = keep;
            this.clock = clock;
        }

        @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
        void erase() {
            if (!keep.isZero()) {
                unlessAway("What was kept long enough is erased", () -> {
                    int erased = screenings.eraseUnchangedSince(clock.instant().minus(keep), "retention");
                    LOG.info("{} screenings were kept long enough and are erased", erased);
                });
            }
        }
    }
}
