package dev.stipple.authoring.mutation;

import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of every change that was tried. */
public record MutationScore(RulesFolder folder, List<Result> results) {

    /** What becomes of a change. */
    enum Fate {
        /** Some scenario fails. */
        NOTICED,
        /** No scenario fails. */
        SURVIVED,
        /** No scenario fails, and it is proved that none could. */
        EQUIVALENT,
        /** Check refuses the changed rule, so that it counts for nothing. */
        REFUSED
    }

    /**
     * One change.
     *
     * @param scenario lines of one that would notice it, where one was looked for and found
     */
    record Result(Mutation mutation, Fate fate, List<String> scenario) {}

    public long noticed() {
        return count(Fate.NOTICED);
    }

    public long survived() {
        return count(Fate.SURVIVED);
    }

    public long equivalent() {
        return count(Fate.EQUIVALENT);
    }

    /** Changes that check refuses, which count for nothing. */
    public long refused() {
        return count(Fate.REFUSED);
    }

    /** Noticed changes of a hundred that could be noticed: no scenario can tell an equivalent one. */
    public double percent() {
        long all = noticed() + survived();
        return all == 0 ? 100 : 100.0 * noticed() / all;
    }

    /** Each survivor: its place and change, the line as it would be, and a scenario that would notice. */
    public List<List<String>> survivors() {
        return of(Fate.SURVIVED).map(this::lines).toList();
    }

    /** Each change that nobody could notice, in one line: its place, what changes, and why it makes no difference. */
    public List<String> equivalents() {
        return of(Fate.EQUIVALENT)
                .map(Result::mutation)
                .map(mutation -> title(mutation) + ": " + mutation.whyEquivalent())
                .toList();
    }

    /** The same as faults, each at its place. */
    public List<Fault> faults() {
        return of(Fate.SURVIVED)
                .map(Result::mutation)
                .map(mutation -> new Fault(
                        mutation.span().place(),
                        "mutation",
                        mutation.rule().id() + ": no scenario notices that " + mutation.what(folder),
                        "add one that does"))
                .toList();
    }

    Stream<Result> of(Fate fate) {
        return results.stream().filter(result -> result.fate() == fate);
    }

    private long count(Fate fate) {
        return of(fate).count();
    }

    private List<String> lines(Result result) {
        Mutation mutation = result.mutation();
        var lines = new ArrayList<String>();
        lines.add(title(mutation));
        lines.add("  " + mutation.line(folder));
        lines.addAll(
                result.scenario().isEmpty() ? List.of("  no scenario was found that would notice") : result.scenario());
        return lines;
    }

    private String title(Mutation mutation) {
        return mutation.span().place() + ": " + mutation.rule().id() + ": " + mutation.what(folder);
    }
}
