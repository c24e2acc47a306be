package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Span;
import dev.stipple.rule.Verdict;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EntryPointDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads what stands between {@code when} and {@code then}, refusing whatever lies outside the dialect. */
final class ConditionReader {
    /** How many ways a rule may have to fire, as Drools builds a network of each; no shipped rule has more than two. */
    private static final int MOST_BRANCHES = 16;

    /** How many entries a rule may name one by one: it fires for each of their combinations. */
    private static final int MOST_ENTRIES = 2;

    private final Questionnaire questionnaire;
    private final SourceText source;
    private final Faults faults;

    ConditionReader(Questionnaire questionnaire, SourceText source, Faults faults) {
        this.questionnaire = questionnaire;
        this.source = source;
        this.faults = faults;
    }

    /** The condition of a rule, as far as it could be read. */
    Condition read(RuleDescr rule) {
        Condition condition = new Condition.All(
                rule.getLhs().getDescrs().stream().flatMap(this::condition).toList());
        if (rule.getLhs().getDescrs().isEmpty()) {
            faults.add(
                    source.span(rule).place(),
                    "condition",
                    "the rule has no condition",
                    "write at least one pattern after 'when'");
        }
        checkBranches(rule);
        checkEntries(condition, 0);
        checkOrder(condition);
        BindingCheck.check(condition, faults);
        return condition;
    }

    private void checkBranches(RuleDescr rule) {
        double branches = 1;
        for (BaseDescr descr : rule.getLhs().getDescrs()) {
            branches *= branches(descr);
            if (branches > MOST_BRANCHES) {
                faults.add(
                        source.span(descr).place(),
                        "limit",
                        "with this, the alternatives can be combined in more than " + MOST_BRANCHES + " ways",
                        "write several rules, or test the options of a question with 'in'");
                return;
            }
        }
    }

    /** How many patterns of repeating groups match single entries in one way; in alternatives, the most of any. */
    private long checkEntries(Condition condition, long before) {
        if (condition instanceof Condition.Matches matches
                && matches.pattern().group().repeats()) {
            if (before == MOST_ENTRIES) {
                faults.add(
                        matches.pattern().span().place(),
                        "limit",
                        "the rule would fire for every combination of " + (MOST_ENTRIES + 1) + " entries",
                        "write 'exists' before those that only have to be there");
            }
            return before + 1;
        }
        long most = before;
        for (Condition part : condition.parts()) {
            most = condition instanceof Condition.Any
                    ? Math.max(most, checkEntries(part, before))
                    : checkEntries(part, most);
        }
        return most;
    }

    /** In how many ways a condition can hold, as sums and products of its alternatives. */
    private static double branches(Object descr) {
        if (descr instanceof OrDescr or) {
            return or.getDescrs().stream()
                    .mapToDouble(ConditionReader::branches)
                    .sum();
        }
        return descr instanceof AndDescr and
                ? and.getDescrs().stream()
                        .mapToDouble(ConditionReader::branches)
                        .reduce(1, (one, other) -> one * other)
                : 1;
    }

    private Stream<Condition> condition(BaseDescr descr) {
        if (descr instanceof AndDescr and) {
            return Stream.of(new Condition.All(parts(and)));
        }
        if (descr instanceof OrDescr or) {
            return Stream.of(new Condition.Any(parts(or)));
        }
        if (descr instanceof NotDescr not) {
            return inner(not).map(pattern -> new Condition.NotAny(pattern, source.span(not)));
        }
        if (descr instanceof ExistsDescr exists) {
            return inner(exists).map(pattern -> new Condition.Exists(pattern, source.span(exists)));
        }
        if (descr instanceof PatternDescr pattern) {
            return pattern(pattern).stream();
        }
        refuse(descr, "this kind of condition is outside the dialect", "use patterns, and, or, not and exists");
        return Stream.empty();
    }

    private List<Condition> parts(ConditionalElementDescr descr) {
        return descr.getDescrs().stream()
                .flatMap(part -> condition((BaseDescr) part))
                .toList();
    }

    private Stream<Condition.Pattern> inner(ConditionalElementDescr descr) {
        if (descr.getDescrs().size() == 1
                && descr.getDescrs().get(0) instanceof PatternDescr pattern
                && pattern(pattern).orElse(null) instanceof Condition.Matches matches) {
            return Stream.of(matches.pattern());
        }
        refuse((BaseDescr) descr, "'not' and 'exists' take one pattern of a question group", "write them one by one");
        return Stream.empty();
    }

    private Optional<Condition> pattern(PatternDescr pattern) {
        if (pattern.getObjectType() == null) {
            refuse(pattern, "a path from fact to fact is outside the dialect", "use a plain pattern");
            return Optional.empty();
        }
        if (pattern.getSource() instanceof AccumulateDescr || pattern.getSource() instanceof CollectDescr) {
            refuse(
                    pattern,
                    (pattern.getSource() instanceof CollectDescr ? "'collect'" : "'accumulate'")
                            + " is outside the dialect",
                    "use 'exists' or 'not' with one pattern, or ask for the number in a question");
            return Optional.empty();
        }
        if (pattern.getSource() != null) {
            refuse(
                    pattern,
                    (pattern.getSource() instanceof EntryPointDescr ? "'from entry-point'" : "'from'")
                            + " is outside the dialect",
                    "use a plain pattern");
            return Optional.empty();
        }
        if (!pattern.getBehaviors().isEmpty() || pattern.isUnification()) {
            refuse(pattern, "windows and unification are outside the dialect", "use a plain pattern");
            return Optional.empty();
        }
        if (pattern.getObjectType().equals(FactsFile.ANSWERED)) {
            return answered(pattern);
        }
        if (pattern.getObjectType().equals(FactsFile.OUTCOME)) {
            return decided(pattern);
        }
        Optional<Group> group = questionnaire.groupOfFact(pattern.getObjectType());
        if (group.isEmpty()) {
            var names = Stream.concat(
                            questionnaire.groups().stream().map(Group::fact),
                            Stream.of(FactsFile.ANSWERED, FactsFile.OUTCOME))
                    .toList();
            faults.unknown(source.span(pattern).place(), "fact", pattern.getObjectType(), names);
            return Optional.empty();
        }
        var constraints = pattern.getConstraint().getDescrs().stream()
                .flatMap(descr -> constraint(group.get(), descr).stream())
                .toList();
        Constraint constraint = constraints.size() == 1 ? constraints.get(0) : new Constraint.AllOf(constraints);
        return Optional.of(new Condition.Matches(
                new Condition.Pattern(group.get(), constraint, pattern.getIdentifier(), source.span(pattern))));
    }

    private Optional<Constraint> constraint(Group group, BaseDescr descr) {
        if (descr instanceof ExprConstraintDescr) {
            return Optional.of(ConstraintParser.parse(
                    group, source, descr.getStartCharacter(), descr.getEndCharacter() + 1, faults));
        }
        refuse(descr, "this constraint is outside the dialect", "compare one question with constants");
        return Optional.empty();
    }

    private Optional<Condition> answered(PatternDescr pattern) {
        Tokens tokens = tokens(pattern);
        Span field = tokens.take();
        Optional<Group> group = questionnaire.group(field.in(source.text())).filter(Group::repeats);
        if (group.isEmpty()) {
            var names = questionnaire.groups().stream()
                    .filter(Group::repeats)
                    .map(Group::id)
                    .toList();
            faults.unknown(field.place(), "field", field.in(source.text()), names);
            return Optional.empty();
        }
        if (!tokens.take("==") || !tokens.take("true") || !tokens.atEnd()) {
            faults.add(
                    tokens.span().place(),
                    "dialect",
                    "Answered asks one group, and only whether it was answered",
                    "write Answered( " + group.get().id() + " == true )");
        }
        return Optional.of(new Condition.Answered(group.get(), source.span(pattern)));
    }

    private Optional<Condition> decided(PatternDescr pattern) {
        Tokens tokens = tokens(pattern);
        boolean one = tokens.take("verdict") && (tokens.take("==") || tokens.take("in"));
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        while (one && !tokens.atEnd()) {
            Span word = tokens.take();
            String text = word.in(source.text());
            if (text.startsWith("Verdict.")) {
                verdict(word, text.substring("Verdict.".length())).ifPresent(verdicts::add);
            } else {
                one = text.matches("[(),]");
            }
        }
        if (!one || verdicts.isEmpty()) {
            faults.add(
                    source.span(pattern).place(),
                    "dialect",
                    "Outcome asks only which verdict came out",
                    "write Outcome( verdict == Verdict.SUITABLE ) or Outcome( verdict in ( ... ) )");
            return Optional.empty();
        }
        return Optional.of(new Condition.Decided(Set.copyOf(verdicts), source.span(pattern)));
    }

    private Optional<Verdict> verdict(Span word, String name) {
        var found = Stream.of(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            faults.unknown(
                    word.place(),
                    "option",
                    name,
                    Stream.of(Verdict.values()).map(Verdict::name).toList());
        }
        return found;
    }

    private Tokens tokens(PatternDescr pattern) {
        var constraints = pattern.getConstraint().getDescrs();
        return constraints.size() == 1
                ? new Tokens(
                        source,
                        constraints.get(0).getStartCharacter(),
                        constraints.get(0).getEndCharacter() + 1)
                : new Tokens(source, pattern.getStartCharacter(), pattern.getStartCharacter());
    }

    /** Drools can silently stop firing where {@code exists} stands before {@code not} (its issue 7115). */
    private void checkOrder(Condition condition) {
        var seen = new HashSet<Class<?>>();
        for (Condition part : condition.parts()) {
            if (part instanceof Condition.NotAny notAny && seen.contains(Condition.Exists.class)) {
                faults.add(notAny.span().place(), "exists-not", "'not' stands after 'exists'", "write the 'not' first");
            }
            seen.add(part.getClass());
            checkOrder(part);
        }
    }

    private void refuse(BaseDescr descr, String problem, String remedy) {
        faults.add(source.span(descr).place(), "dialect", problem, remedy);
    }
}
