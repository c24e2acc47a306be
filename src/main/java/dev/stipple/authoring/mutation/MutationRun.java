package dev.stipple.authoring.mutation;

import dev.stipple.answers.Answers;
import dev.stipple.authoring.coverage.BothSides;
import dev.stipple.authoring.coverage.Suggestions;
import dev.stipple.authoring.scenario.Evaluated;
import dev.stipple.authoring.scenario.Expectation;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Contents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries every small change of rules against the scenarios, by evaluating them: of the many rules only one is
 * another, and nothing has to be compiled.
 */
public final class MutationRun {
    /** A scenario, and what comes of it as the rules are. */
    private record Known(Scenario scenario, Evaluated evaluated, Set<String> fired) {
        static Known of(Contents contents, Scenario scenario) {
            var evaluated = Evaluated.of(contents, scenario.answers());
            return new Known(
                    scenario,
                    evaluated,
                    evaluated.fired().stream().map(Rule::id).collect(Collectors.toSet()));
        }
    }

    /** A change, and its fate where the scenarios settle it; null where none notices it. */
    private record Tried(Mutation mutation, @Nullable Rule changed, MutationScore.@Nullable Fate fate) {}

    private final Contents contents;
    private final Distinguisher distinguisher;
    private final List<Known> known;
    private final Suggestions suggestions;

    /** @param distinguisher is asked about changes that no scenario notices */
    public MutationRun(Contents contents, Scenarios scenarios, Distinguisher distinguisher) {
        this.contents = contents;
        this.distinguisher = distinguisher;
        this.known = scenarios.all().stream()
                .map(scenario -> Known.of(contents, scenario))
                .toList();
        this.suggestions = new Suggestions(contents, scenarios);
    }

    /**
     * Tries every change of some rules.
     *
     * @param step runs after each rule, for several at once
     */
    public MutationScore run(List<Rule> rules, Runnable step) {
        var mutations = new Mutations(contents.folder());
        var tried = rules.parallelStream()
                .flatMap(rule -> {
                    List<Tried> each = tried(rule, mutations.of(rule).toList());
                    step.run();
                    return each.stream();
                })
                .toList();
        return new MutationScore(
                contents.folder(), tried.stream().map(this::result).toList());
    }

    /** Those on whom the rule fires are asked first, as most changes show on them. */
    private List<Tried> tried(Rule rule, List<Mutation> mutations) {
        List<Known> asked = known.stream()
                .sorted(Comparator.comparing(each -> !each.fired().contains(rule.id())))
                .toList();
        return mutations.stream().map(mutation -> tried(mutation, asked)).toList();
    }

    private Tried tried(Mutation mutation, List<Known> asked) {
        Rule changed = mutation.dropsRule()
                ? null
                : contents.reread(mutation.rule(), mutation.ruleText(contents.folder()))
                        .orElse(null);
        if (changed == null && !mutation.dropsRule()) {
            return new Tried(mutation, null, MutationScore.Fate.REFUSED);
        }
        boolean noticed = asked.stream().anyMatch(each -> notices(each, mutation.rule(), changed));
        return new Tried(mutation, changed, noticed ? MutationScore.Fate.NOTICED : null);
    }

    /** One after the other: the solver learns from each, and tells the same each time. */
    private MutationScore.Result result(Tried tried) {
        return tried.fate() == null
                ? survivor(tried.mutation(), tried.changed())
                : new MutationScore.Result(tried.mutation(), tried.fate(), List.of());
    }

    private boolean notices(Known each, Rule rule, @Nullable Rule changed) {
        boolean fires = fires(each.evaluated(), changed);
        boolean fired = each.fired().contains(rule.id());
        if (!fires && !fired) {
            return false;
        }
        boolean named = (!fires && demands(each, rule)) || (!fired && forbids(each, rule));
        return named
                || waits(each, rule, !fires)
                || verdict(each.evaluated(), rule, changed) != each.evaluated().verdict();
    }

    private static boolean demands(Known each, Rule rule) {
        Expectation expected = each.scenario().expected();
        return expected.rules().contains(rule.id()) || expected.recommends().contains(rule.id());
    }

    private static boolean forbids(Known each, Rule rule) {
        return each.scenario().expected().notRules().contains(rule.id());
    }

    /** Whether the scenario expects a wait that only this rule tells, and no longer does. */
    private static boolean waits(Known each, Rule rule, boolean silenced) {
        return silenced
                && rule.waits()
                && each.scenario().expected().delay() != null
                && each.evaluated().fired().stream().filter(Rule::waits).count() == 1;
    }

    private static boolean fires(Evaluated evaluated, @Nullable Rule changed) {
        Verdict verdict = changed == null || changed.effect() != null ? null : evaluated.verdict();
        return changed != null && new Evaluation(evaluated.answers(), verdict).holds(changed.condition());
    }

    /** The verdict on the same answers if one rule were another. */
    private Verdict verdict(Evaluated evaluated, Rule rule, @Nullable Rule changed) {
        if (rule.effect() == null) {
            return evaluated.verdict();
        }
        Stream<Rule> others =
                evaluated.effective().stream().filter(fired -> !fired.id().equals(rule.id()));
        Stream<Rule> own = fires(evaluated, changed) ? Stream.of(Objects.requireNonNull(changed)) : Stream.empty();
        return Evaluated.verdict(
                Stream.concat(others, own).toList(), contents.factors().keySet(), evaluated.complete());
    }

    private MutationScore.Result survivor(Mutation mutation, @Nullable Rule changed) {
        Difference difference = distinguisher.between(contents, mutation.rule(), changed);
        if (difference instanceof Difference.None) {
            return new MutationScore.Result(mutation, MutationScore.Fate.EQUIVALENT, List.of());
        }
        Optional<Evaluated> found = difference instanceof Difference.Shown shown
                ? Optional.of(Evaluated.of(contents, shown.answers()))
                : search(mutation, changed);
        var scenario =
                found.map(evaluated -> scenario(mutation, changed, evaluated)).orElse(List.of());
        return new MutationScore.Result(mutation, MutationScore.Fate.SURVIVED, scenario);
    }

    private List<String> scenario(Mutation mutation, @Nullable Rule changed, Evaluated evaluated) {
        var lines = new ArrayList<>(List.of("  " + seen(mutation, changed, evaluated)));
        lines.addAll(suggestions
                .text()
                .write(
                        "FILL IN: tells when " + mutation.what(contents.folder()) + " in "
                                + mutation.rule().id() + " at "
                                + mutation.span().place().line() + ":"
                                + mutation.span().place().column(),
                        evaluated.answers(),
                        expect(evaluated, mutation)));
        return lines;
    }

    /** What somebody is told by the rules as they are, and what they would be told. */
    private String seen(Mutation mutation, @Nullable Rule changed, Evaluated evaluated) {
        Verdict now = evaluated.verdict();
        Verdict then = verdict(evaluated, mutation.rule(), changed);
        boolean fires = evaluated.fired(mutation.rule().id());
        return suggestions.text().who(evaluated.answers()) + " is told " + now + " and would be told "
                + (now == then
                        ? "so too, but " + (fires ? "without " : "with ")
                                + mutation.rule().id()
                        : then) + ".";
    }

    private static List<String> expect(Evaluated evaluated, Mutation mutation) {
        String verdict = "verdict: " + evaluated.verdict();
        return mutation.kind() == Mutation.Kind.EFFECT
                ? List.of(verdict)
                : List.of(verdict, Suggestions.expect(evaluated, mutation.rule()));
    }

    private Optional<Evaluated> search(Mutation mutation, @Nullable Rule changed) {
        Rule rule = mutation.rule();
        boolean byVerdict = mutation.kind() == Mutation.Kind.EFFECT;
        var contrast =
                new BothSides(suggestions.steering(), rule.condition(), changed == null ? null : changed.condition());
        return suggestions.found(
                contrast::near,
                answers -> byVerdict ? holds(answers, rule) : differs(answers, rule, changed),
                evaluated -> byVerdict
                        ? verdict(evaluated, rule, changed) != evaluated.verdict()
                        : fires(evaluated, changed) != evaluated.fired().contains(rule));
    }

    private static boolean holds(Answers answers, Rule rule) {
        return new Evaluation(answers, null).holds(rule.condition());
    }

    /** Whether the two rules come out differently on these answers, with some verdict. */
    private static boolean differs(Answers answers, Rule rule, @Nullable Rule changed) {
        Stream<Verdict> verdicts = rule.effect() == null ? Stream.of(Verdict.values()) : Stream.of(Verdict.SUITABLE);
        return verdicts.map(verdict -> new Evaluation(answers, verdict))
                .anyMatch(evaluation -> evaluation.holds(rule.condition())
                        != (changed != null && evaluation.holds(changed.condition())));
    }
}
