package dev.stipple.rulebook;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.Place;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads one rule file into rules, refusing whatever lies outside the dialect. */
final class RuleFile {
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "\\s*findings\\.add\\(drools(?:, wait(?:Days|Weeks|Months)\\((\\d+|\\d+ - (\\$\\w+)\\.get(\\w+)\\(\\))\\))?\\);\\s*");

    private static final Pattern NEXT_RULE = Pattern.compile("^\\s*(rule\\s+[\"'])", Pattern.MULTILINE);

    /**
     * A rule without its wording.
     *
     * @param sound whether the condition could be read as a whole
     */
    record Draft(String name, Metadata metadata, Condition condition, boolean sound, boolean waits, Span span) {
        String value(String annotation) {
            return metadata.values().getOrDefault(annotation, "");
        }

        /** Where a part of the metadata stands, or the rule where it is missing. */
        Span at(String annotation) {
            return metadata.spans().getOrDefault(annotation, span);
        }
    }

    private final Questionnaire questionnaire;
    private final SourceText source;
    private final Faults faults;

    private RuleFile(Questionnaire questionnaire, SourceText source, Faults faults) {
        this.questionnaire = questionnaire;
        this.source = source;
        this.faults = faults;
    }

    /** Reads every rule of a file; what is wrong is added to the faults. */
    static List<Draft> read(Questionnaire questionnaire, SourceText source, Faults faults) {
        return new RuleFile(questionnaire, source, faults).drafts();
    }

    private List<Draft> drafts() {
        PackageDescr parsed = DrlSyntax.parse(source, faults);
        if (parsed == null) {
            return List.of();
        }
        checkFrame(parsed);
        return parsed.getRules().stream().flatMap(rule -> draft(rule).stream()).toList();
    }

    private void checkFrame(PackageDescr parsed) {
        if (!parsed.getName().equals(FactsFile.PACKAGE)) {
            faults.add(
                    source.place(0),
                    "package",
                    "the package is '" + parsed.getName() + "'",
                    "write 'package " + FactsFile.PACKAGE + "' on the first line: all rules share one package");
        }
        Stream.<Collection<? extends BaseDescr>>of(
                        parsed.getImports(),
                        parsed.getFunctionImports(),
                        parsed.getAccumulateImports(),
                        parsed.getGlobals(),
                        parsed.getFunctions(),
                        parsed.getTypeDeclarations(),
                        parsed.getEnumDeclarations(),
                        parsed.getEntryPointDeclarations(),
                        parsed.getWindowDeclarations())
                .flatMap(Collection::stream)
                .forEach(descr -> refuse(
                        descr,
                        "imports, globals, functions and types have no place in a rule file",
                        "remove it; facts.drl declares everything"));
        parsed.getAttributes()
                .forEach(attribute -> refuse(
                        attribute,
                        "'" + attribute.getName() + "' changes the order of rules",
                        "remove it: the order of rules means nothing here"));
    }

    private Optional<Draft> draft(RuleDescr rule) {
        Span span = source.span(rule.getStartCharacter(), rule.getEndCharacter() + 1);
        if (rule.isQuery() || rule.getParentName() != null) {
            refuse(rule, "queries and rules that extend others are outside the dialect", "write a plain rule");
            return Optional.empty();
        }
        int before = faults.count();
        Condition condition = new Condition.All(
                rule.getLhs().getDescrs().stream().flatMap(this::condition).toList());
        if (rule.getLhs().getDescrs().isEmpty()) {
            faults.add(
                    span.place(), "condition", "the rule has no condition", "write at least one pattern after 'when'");
        }
        checkOrder(condition);
        boolean sound = faults.count() == before;
        boolean waits = checkConsequence(rule, condition, sound);
        var metadata = Metadata.read(source, rule.getStartCharacter(), faults);
        return Optional.of(new Draft(rule.getName(), metadata, condition, sound, waits, span));
    }

    private Stream<Condition> condition(BaseDescr descr) {
        if (descr instanceof AndDescr and) {
            return Stream.of(new Condition.All(parts(and)));
        }
        if (descr instanceof OrDescr or) {
            return Stream.of(new Condition.Any(parts(or)));
        }
        if (descr instanceof NotDescr not) {
            return inner(not).map(pattern -> new Condition.NotAny(pattern, span(not)));
        }
        if (descr instanceof ExistsDescr exists) {
            return inner(exists).map(pattern -> new Condition.Exists(pattern, span(exists)));
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
        if (pattern.getSource() != null || !pattern.getBehaviors().isEmpty() || pattern.isUnification()) {
            refuse(pattern, "'from', windows and unification are outside the dialect", "use a plain pattern");
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
            faults.unknown(span(pattern).place(), "fact", pattern.getObjectType(), names);
            return Optional.empty();
        }
        var constraints = pattern.getConstraint().getDescrs().stream()
                .flatMap(descr -> constraint(group.get(), descr).stream())
                .toList();
        Constraint constraint = constraints.size() == 1 ? constraints.get(0) : new Constraint.AllOf(constraints);
        return Optional.of(new Condition.Matches(
                new Condition.Pattern(group.get(), constraint, pattern.getIdentifier(), span(pattern))));
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
        return Optional.of(new Condition.Answered(group.get(), span(pattern)));
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
                    span(pattern).place(),
                    "dialect",
                    "Outcome asks only which verdict came out",
                    "write Outcome( verdict == Verdict.SUITABLE ) or Outcome( verdict in ( ... ) )");
            return Optional.empty();
        }
        return Optional.of(new Condition.Decided(Set.copyOf(verdicts), span(pattern)));
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

    private boolean checkConsequence(RuleDescr rule, Condition condition, boolean sound) {
        String consequence = String.valueOf(rule.getConsequence());
        Matcher matcher = CONSEQUENCE.matcher(consequence);
        int at = source.text().indexOf(consequence.strip(), Math.max(0, rule.getStartCharacter()));
        Matcher next = NEXT_RULE.matcher(consequence);
        if (next.find() && at >= 0) {
            int start = at
                    + next.start(1)
                    - (consequence.length() - consequence.stripLeading().length());
            faults.add(
                    source.place(start),
                    "syntax",
                    "this begins before the rule above has ended",
                    "write 'end' before it");
            return false;
        }
        if (!matcher.matches()) {
            faults.add(
                    source.place(at < 0 ? rule.getStartCharacter() : at),
                    "consequence",
                    "a consequence only states its finding",
                    "write findings.add(drools); or findings.add(drools, waitMonths(6 - $t.getMonthsAgo()));");
            return false;
        }
        if (sound && matcher.group(2) != null) {
            checkGetter(
                    matcher.group(2),
                    matcher.group(3),
                    condition,
                    source.place(at + consequence.strip().indexOf('$')));
        }
        return matcher.group(1) != null;
    }

    private void checkGetter(String binding, String getter, Condition condition, Place place) {
        var bound = condition
                .nodes()
                .filter(Condition.Matches.class::isInstance)
                .map(node -> ((Condition.Matches) node).pattern())
                .filter(pattern -> binding.equals(pattern.binding()))
                .findFirst();
        if (bound.isEmpty()) {
            faults.add(
                    place,
                    "consequence",
                    "nothing is bound to " + binding,
                    "write " + binding + " : before the pattern");
            return;
        }
        String field = getter.substring(0, 1).toLowerCase(Locale.ROOT) + getter.substring(1);
        boolean compared = bound.get()
                .constraint()
                .comparisons()
                .anyMatch(comparison -> comparison.question().id().equals(field)
                        && comparison.question().type() == Question.Type.INTEGER);
        if (!compared) {
            faults.add(
                    place,
                    "consequence",
                    "'" + field + "' is not a number that this pattern compares",
                    "count down from a number that the pattern has tested");
        }
    }

    private void refuse(BaseDescr descr, String problem, String remedy) {
        faults.add(span(descr).place(), "dialect", problem, remedy);
    }

    private Span span(BaseDescr descr) {
        int start = start(descr);
        return source.span(start, Math.max(start, descr.getEndCharacter() + 1));
    }

    /** Where a node begins; of those that Drools gives no place of their own, where what they draw from does. */
    private static int start(BaseDescr descr) {
        if (descr.getStartCharacter() >= 0) {
            return descr.getStartCharacter();
        }
        return descr instanceof PatternDescr pattern && pattern.getSource() != null
                ? Math.max(0, pattern.getSource().getStartCharacter())
                : 0;
    }
}
