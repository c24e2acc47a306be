package dev.stipple.live;

import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.SettledChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps a running service on the rules as they are saved: builds and verifies a changed rulebook beside the one in use,
 * swaps it in in one step, and stays with the old one where anything is wrong.
 */
public final class LiveRules implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(400);
    private static final Duration LOOK = Duration.ofMillis(200);

    /**
     * What is in use, and how it came to be.
     *
     * @param loaded when the rulebook in use was swapped in
     * @param last the last try, which may have failed
     */
    public record State(Assessor assessor, Instant loaded, Attempt last) {}

    private final Supplier<RulesFolder> rules;
    private final Function<Rulebook, Assessor> assessors;
    private final Consumer<State> listener;
    private final InstantSource clock;
    private final SettledChanges changes;
    private final AtomicReference<State> state;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "rulebook-watch");
        thread.setDaemon(true);
        return thread;
    });

    private LiveRules(
            Path folder,
            UnaryOperator<RulesFolder> trust,
            Function<Rulebook, Assessor> assessors,
            Consumer<State> listener,
            InstantSource clock) {
        this.rules = () -> trust.apply(RulesFolder.read(folder));
        this.assessors = assessors;
        this.listener = listener;
        this.clock = clock;
        this.changes = new SettledChanges(folder, REST, clock);
        Check check = Check.of(rules.get());
        this.state =
                new AtomicReference<>(loaded(check.rulebook().orElseThrow(() -> new InvalidRules(check.faults()))));
    }

    /**
     * Loads the rules and begins to watch them.
     *
     * @param trust passes on the rules that may be used, and throws InvalidRules at others
     * @param assessors makes the assessor by each rulebook
     * @param listener is told of every later try, from the thread of the watch
     * @throws InvalidRules where the rules cannot be used now
     */
    public static LiveRules begin(
            Path folder,
            UnaryOperator<RulesFolder> trust,
            Function<Rulebook, Assessor> assessors,
            Consumer<State> listener) {
        var watch = new LiveRules(folder, trust, assessors, listener, InstantSource.system());
        watch.start();
        return watch;
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
    public synchronized State reload() {
        State next = attempt();
        state.set(next);
        listener.accept(next);
        return next;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private void look() {
        if (changes.take()) {
            reload();
        }
    }

    private State attempt() {
        try {
            Check check = Check.of(rules.get());
            return check.rulebook().map(rulebook -> verified(rulebook, check)).orElseGet(() -> kept(check.faults()));
        } catch (InvalidRules e) {
            return kept(e.faults());
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            // A file may vanish while it is read, or memory be short; whatever it is, the rulebook in use stays.
            return kept(List.of(
                    new Fault(Place.startOf("."), "load", "the rules cannot be read: " + e, "save them again")));
        }
    }

    private State verified(Rulebook rulebook, Check check) {
        State next = loaded(rulebook);
        var assessor = new Assessor(rulebook, new Reasoner(rulebook).verdictsOnly());
        List<Fault> faults = check.scenarios().stream()
                .flatMap(scenarios -> scenarios.all().stream())
                .map(scenario -> ScenarioResult.of(scenario, assessor))
                .filter(result -> !result.passed())
                .map(ScenarioResult::fault)
                .toList();
        return faults.isEmpty() ? next : kept(faults);
    }

    private State loaded(Rulebook rulebook) {
        Instant now = clock.instant();
        return new State(assessors.apply(rulebook), now, new Attempt(now, rulebook.digest(), List.of()));
    }

    private State kept(List<Fault> faults) {
        State old = state();
        return new State(old.assessor(), old.loaded(), new Attempt(clock.instant(), "", faults));
    }
}
