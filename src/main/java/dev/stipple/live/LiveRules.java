package dev.stipple.live;

import dev.stipple.assessment.Assessor;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.SettledChanges;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a running service on the rules as they are saved: builds and verifies a changed rulebook beside the one in use,
 * swaps it in in one step, and stays with the old one where anything is wrong. A try that takes too long is given up, and so
 * is one that takes the memory that requests need, or that a newer save has overtaken; none of them holds up the next.
 */
public final class LiveRules implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(400);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** How many faults of a try are kept, as they are told to everybody who asks. */
    private static final int MOST_TOLD = 100;

    /**
     * What is in use, and how it came to be.
     *
     * @param loaded when the rulebook in use was swapped in
     * @param warnings what should be mended in the rulebook in use, and does not make it unsafe
     * @param last the last try, which may have failed
     */
    public record State(Assessor assessor, Instant loaded, List<Fault> warnings, Attempt last) {}

    private final Supplier<RulesFolder> rules;
    private final Function<Rulebook, Assessor> assessors;
    private final Consumer<State> listener;
    private final InstantSource clock;
    private final SettledChanges changes;
    private final Duration longest;
    private final BooleanSupplier full;
    private final AtomicReference<State> state;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "rulebook-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Trial trial;

    private LiveRules(
            Path folder,
            UnaryOperator<RulesFolder> trust,
            Function<Rulebook, Assessor> assessors,
            Consumer<State> listener,
            Duration longest,
            BooleanSupplier full) {
        this.rules = () -> trust.apply(RulesFolder.read(folder));
        this.assessors = assessors;
        this.listener = listener;
        this.clock = InstantSource.system();
        this.changes = new SettledChanges(folder, REST, clock);
        this.longest = longest;
        this.full = full;
        this.state = new AtomicReference<>(loaded(VerifiedRules.ofStart(rules.get())));
    }

    /**
     * Loads the rules and begins to watch them.
     *
     * @param trust passes on the rules that may be used, and throws InvalidRules at others
     * @param assessors makes the assessor by each rulebook
     * @param listener is told of every later try that was not overtaken by a newer save, one at a time
     * @throws InvalidRules where the rules cannot be used now
     */
    public static LiveRules begin(
            Path folder,
            UnaryOperator<RulesFolder> trust,
            Function<Rulebook, Assessor> assessors,
            Consumer<State> listener) {
        return begin(folder, trust, assessors, listener, LONGEST, FullHeap::isNear);
    }

    /** The same, with another time after which a try is given up, and another measure of memory. */
    static LiveRules begin(
            Path folder,
            UnaryOperator<RulesFolder> trust,
            Function<Rulebook, Assessor> assessors,
            Consumer<State> listener,
            Duration longest,
            BooleanSupplier full) {
        var live = new LiveRules(folder, trust, assessors, listener, longest, full);
        live.start();
        return live;
    }

    private void start() {
        var unused = looks.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The assessor of the rules in use. */
    public Assessor assessor() {
        return state().assessor();
    }

    /** What is in use now; a request that holds on to it finishes on the rulebook it began with. */
    public State state() {
        return Objects.requireNonNull(state.get());
    }

    /** Tries to load the rules now, whether they have changed or not. */
    public State reload() {
        abandon();
        return publish(attempt());
    }

    @Override
    public void close() {
        looks.shutdownNow();
        abandon();
    }

    private synchronized void look() {
        if (changes.take()) {
            abandon();
            trial = Trial.begin(this::attempt, this::finish, longest);
        } else if (trial != null && trial.isOverdue()) {
            giveUp(
                    "the rules were not read and verified within " + longest.toSeconds()
                            + " seconds of the processor's time",
                    "take back what was added last, or write it in simpler rules");
        } else if (trial != null && full.getAsBoolean()) {
            giveUp(
                    "the memory does not suffice to verify the rules beside those in use",
                    "take back what was added last, or give the service more memory");
        }
    }

    private void giveUp(String problem, String remedy) {
        abandon();
        publish(kept(List.of(new Fault(Place.startOf("."), "given-up", problem, remedy))));
    }

    /** Lets go of the try that is under way; what it comes to no longer counts. */
    private synchronized void abandon() {
        if (trial != null) {
            trial.end();
            trial = null;
        }
    }

    private synchronized void finish(Trial finished, State next) {
        if (finished.equals(trial)) {
            trial = null;
            publish(next);
        }
    }

    private synchronized State publish(State next) {
        state.set(next);
        listener.accept(next);
        return next;
    }

    private State attempt() {
        try {
            return loaded(VerifiedRules.of(rules.get()));
        } catch (InvalidRules e) {
            return kept(e.faults());
        } catch (UncheckedIOException e) {
            // A file may vanish while it is read.
            return kept(List.of(
                    new Fault(Place.startOf("."), "load", "the rules cannot be read: " + e, "save them again")));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return kept(List.of(new Fault(
                    Place.startOf("."),
                    "defect",
                    "the rules cannot be verified: " + e,
                    "take back what was changed last, and report this")));
        } catch (VirtualMachineError e) {
            return kept(List.of(new Fault(
                    Place.startOf("."),
                    "memory",
                    "the memory does not suffice to verify the rules: " + e,
                    "take back what was changed last, or give the service more memory")));
        }
    }

    private State loaded(VerifiedRules verified) {
        Instant now = clock.instant();
        Rulebook rulebook = verified.rulebook();
        return new State(
                assessors.apply(rulebook), now, verified.warnings(), new Attempt(now, rulebook.digest(), List.of()));
    }

    /** The first of many faults, and how many there are besides. */
    private static List<Fault> told(List<Fault> faults) {
        if (faults.size() <= MOST_TOLD) {
            return faults;
        }
        var told = new ArrayList<>(faults.subList(0, MOST_TOLD));
        told.add(new Fault(
                faults.get(MOST_TOLD).place(),
                "more",
                "there are " + (faults.size() - MOST_TOLD) + " more faults from here on",
                "mend the others first, or see all of them with: stipple check"));
        return told;
    }

    private State kept(List<Fault> faults) {
        State old = state();
        return new State(old.assessor(), old.loaded(), old.warnings(), new Attempt(clock.instant(), "", told(faults)));
    }
}
