package dev.stipple.studio;

import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.scenario.AffectedScenarios;
import dev.stipple.authoring.scenario.NamedPeople;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.reasoning.proof.ProofFaults;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rules folder as somebody edits it: what is saved, and the texts of open files laid over it. Faults are found in three
 * steps, each slower than the one before: in the file that changes, by reading the folder, and by compiling and trying it.
 * Safe to use from many threads.
 */
public final class Workspace {
    private static final Duration LONGEST_PROOF = Duration.ofMinutes(1);

    private final Path path;
    private final Function<Rulebook, Assessor> assessors;
    private final Map<String, String> open = new TreeMap<>();
    private RulesFolder saved;
    private RulesFolder folder;
    private @Nullable Contents contents;
    private Told read;
    private Told tried;
    private @Nullable Contents passed;
    private @Nullable Contents begun;
    private @Nullable Index index;

    /** @throws InvalidRules where the folder cannot be read */
    public Workspace(Path path, Function<Rulebook, Assessor> assessors) {
        this.path = path;
        this.assessors = assessors;
        this.saved = RulesFolder.read(path);
        this.folder = saved;
        this.read = new Told(folder, List.of());
        this.tried = read;
    }

    public Path path() {
        return path;
    }

    /** The texts as they are now, saved or not. */
    public synchronized RulesFolder folder() {
        return folder;
    }

    /** What was last read of the folder with a sound questionnaire; empty where there was none yet. */
    public synchronized Optional<Contents> contents() {
        return Optional.ofNullable(contents);
    }

    /** Where everything is mentioned in the texts as they are now; empty until the questions could be read once. */
    @SuppressWarnings("ReferenceEquality") // whether it is still the same reading, which two that are equal are not
    public synchronized Optional<Index> index() {
        Contents known = contents;
        Index last = index;
        if (known != null && (last == null || last.contents() != known || last.folder() != folder)) {
            index = last == null ? new Index(known, folder) : last.in(known, folder);
        }
        return Optional.ofNullable(index);
    }

    /** Takes the text of an open file. */
    public synchronized void open(String file, String text) {
        open.put(file, text);
        folder = folder.with(file, text);
    }

    /** Takes the text of a file from the folder again. */
    public synchronized void close(String file) {
        open.remove(file);
        refresh();
    }

    /** Reads again what is saved; where it cannot be read, the texts stay what they were. */
    public synchronized void refresh() {
        try {
            saved = RulesFolder.read(path);
        } catch (InvalidRules e) {
            // What is told of the texts that could be read is told on; `stipple check` tells why the folder cannot be.
            return;
        }
        folder = saved;
        open.forEach((file, text) -> folder = folder.with(file, text));
    }

    /** The faults of a file that has changed, and of those that stand or fall with it, by file. */
    public Map<String, List<Fault>> faultsOf(String file) {
        RulesFolder now = folder();
        var found = new TreeMap<String, List<Fault>>();
        Optional<Contents> known = contents();
        if (known.isPresent()) {
            List<Fault> near = near(known.get(), now, file);
            companions(now, file).forEach(each -> found.put(each, beside(each, now, known.get(), near)));
        }
        return found;
    }

    private List<Fault> beside(String file, RulesFolder now, Contents known, Collection<Fault> near) {
        Told last = last();
        var far = new ArrayList<>(last.faults());
        far.removeAll(near(known, last.folder(), file));
        var all = new TreeSet<>(new Told(last.folder(), far).in(now, file));
        near.stream().filter(fault -> fault.place().file().equals(file)).forEach(all::add);
        all.addAll(tried().in(now, file));
        return List.copyOf(all);
    }

    private static List<Fault> near(Contents known, RulesFolder folder, String file) {
        return file.endsWith(Scenarios.ENDING) || file.equals(Scenarios.PEOPLE)
                ? Scenarios.faultsOf(known.in(folder), file)
                : known.faultsOf(folder, file);
    }

    /** A rule file and what stands beside it in other languages; else the file alone. */
    private static Set<String> companions(RulesFolder folder, String file) {
        var all = new LinkedHashSet<>(List.of(file));
        if (!file.endsWith(Scenarios.ENDING) && folder.has(RulesFolder.stem(file) + RulesFolder.RULES)) {
            folder.texts().keySet().stream()
                    .filter(each -> RulesFolder.stem(each).equals(RulesFolder.stem(file)))
                    .filter(each -> !each.endsWith(Scenarios.ENDING))
                    .forEach(all::add);
        }
        return all;
    }

    private synchronized Told last() {
        return read;
    }

    private synchronized Told tried() {
        return tried;
    }

    /** Reads the folder as it is now and tells the faults of all files, those of the last try included. */
    public Map<String, List<Fault>> read() {
        RulesFolder now = folder();
        try {
            Contents found = Contents.read(now);
            keep(found, new Told(now, Check.read(found).faults()));
        } catch (InvalidRules e) {
            keep(null, new Told(now, e.faults()));
        }
        return all();
    }

    private synchronized void keep(@Nullable Contents found, Told told) {
        read = told;
        boolean sound =
                told.faults().stream().noneMatch(fault -> fault.place().file().equals(RulesFolder.QUESTIONNAIRE));
        if (found != null && (sound || contents == null)) {
            contents = found;
        }
        if (begun == null && told.faults().isEmpty()) {
            begun = found;
        }
    }

    /** What was read of the folder first without a fault; empty where there was none yet. */
    public synchronized Optional<Contents> begun() {
        return Optional.ofNullable(begun);
    }

    /** All faults known, by file, where they stand by now. */
    public Map<String, List<Fault>> all() {
        RulesFolder now = folder();
        var all = new TreeMap<String, List<Fault>>();
        Stream.of(last(), tried())
                .flatMap(told -> told.faults().stream())
                .map(fault -> fault.place().file())
                .distinct()
                .forEach(file -> all.put(
                        file,
                        Stream.of(last(), tried())
                                .flatMap(told -> told.in(now, file).stream())
                                .distinct()
                                .sorted()
                                .toList()));
        return all;
    }

    /**
     * Compiles what was read last, runs the scenarios that may have changed, and proves the rulebook, each unless there are
     * faults already.
     *
     * @param cancelled whether nobody waits for it any more
     * @return whether it came to an end
     */
    public boolean attempt(BooleanSupplier cancelled) {
        Contents now = contents().orElse(null);
        Told told = last();
        if (now == null || !told.faults().isEmpty() || !now.folder().equals(told.folder())) {
            keep(new Told(told.folder(), List.of()));
            return true;
        }
        Check check = Check.read(now).compiled(now);
        var faults = new ArrayList<>(check.faults());
        if (check.rulebook().isPresent()) {
            Assessor assessor = assessors.apply(check.rulebook().get());
            for (Scenario scenario : new AffectedScenarios(passed)
                    .affected(now, check.scenarios().orElseThrow())) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                ScenarioResult result = ScenarioResult.of(scenario, assessor);
                if (!result.passed()) {
                    faults.add(result.fault());
                }
            }
        }
        if (faults.isEmpty()) {
            passed = now;
            if (cancelled.getAsBoolean()) {
                return false;
            }
            faults.addAll(unproved(now, check.rulebook().orElseThrow()));
        }
        keep(new Told(told.folder(), faults));
        return true;
    }

    private static List<Fault> unproved(Contents contents, Rulebook rulebook) {
        var people = NamedPeople.of(contents).values();
        return new ProofFaults(rulebook, Proof.of(rulebook, people, LONGEST_PROOF)).all();
    }

    private synchronized void keep(Told told) {
        tried = told;
    }
}
