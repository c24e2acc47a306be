package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Countdown;
import dev.stipple.rule.Span;
import dev.stipple.rule.Wait;
import dev.stipple.text.Place;
import dev.stipple.text.TextCheck;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads one rule file into rules, refusing whatever lies outside the dialect. */
public final class RuleFile {
    /**
     * A rule without its wording.
     *
     * @param sound whether the condition could be read as a whole
     * @param writtenWait null where the finding names none
     */
    public record Draft(
            String name,
            Metadata metadata,
            Condition condition,
            boolean sound,
            @Nullable WrittenWait writtenWait,
            Span span) {
        public @Nullable Countdown countdown() {
            return writtenWait == null ? null : writtenWait.countdown();
        }

        public String value(String annotation) {
            return metadata.values().getOrDefault(annotation, "");
        }

        /** Where a part of the metadata stands, or the rule where it is missing. */
        public Span at(String annotation) {
            return metadata.spans().getOrDefault(annotation, span);
        }
    }

    /**
     * A wait as a rule's consequence writes it.
     *
     * @param amount the number written; what is counted down is taken from it
     * @param question what is counted down; null where the number is the wait
     * @param patterns those that bind what is counted down, one for each alternative; none where the number is the wait
     * @param place where the wait stands
     * @param amountPlace where the number stands
     */
    public record WrittenWait(
            int amount,
            Wait.Unit unit,
            Question.@Nullable Number question,
            List<Condition.Pattern> patterns,
            Place place,
            Place amountPlace) {
        Countdown countdown() {
            return new Countdown(
                    amount,
                    unit,
                    question,
                    patterns.isEmpty() ? null : patterns.get(0).binding());
        }
    }

    /** How many rules a file may have; the largest shipped one has a tenth of that. */
    private static final int MOST_RULES = 300;

    private final Questionnaire questionnaire;
    private final SourceText source;
    private final Faults faults;

    private RuleFile(Questionnaire questionnaire, SourceText source, Faults faults) {
        this.questionnaire = questionnaire;
        this.source = source;
        this.faults = faults;
    }

    /** Reads every rule of a file; what is wrong is added to the faults. */
    public static List<Draft> read(Questionnaire questionnaire, SourceText source, Faults faults) {
        return new RuleFile(questionnaire, source, faults).drafts();
    }

    private List<Draft> drafts() {
        PackageDescr parsed = DrlSyntax.parse(source, faults);
        if (parsed == null) {
            return List.of();
        }
        if (parsed.getRules().isEmpty() && !source.text().contains("rule ")) {
            faults.add(source.place(0), "empty", "there is no rule in this file", "write one, or remove the file");
            return List.of();
        }
        if (parsed.getRules().size() > MOST_RULES) {
            faults.add(
                    source.span(parsed.getRules().get(MOST_RULES)).place(),
                    "limit",
                    "there are more than " + MOST_RULES + " rules in this file",
                    "write several files, each on one topic");
            return List.of();
        }
        checkFrame(parsed);
        List<Draft> drafts =
                parsed.getRules().stream().flatMap(rule -> draft(rule).stream()).toList();
        if (drafts.size() == parsed.getRules().size() && faults.none("syntax", source.file())) {
            Metadata.checkStray(source, drafts.stream().map(Draft::metadata).toList(), faults);
        }
        return drafts;
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
        try {
            return read(rule);
        } catch (RuntimeException | StackOverflowError e) {
            // Trees that no author has thought of yet must not take the other rules' faults with them.
            faults.add(
                    source.span(rule).place(),
                    "unreadable",
                    "this rule cannot be read (" + e.getClass().getSimpleName() + ")",
                    "write it another way, and report this");
            return Optional.empty();
        }
    }

    private Optional<Draft> read(RuleDescr rule) {
        Span span = source.span(rule);
        if (rule.isQuery() || rule.getParentName() != null) {
            refuse(rule, "queries and rules that extend others are outside the dialect", "write a plain rule");
            return Optional.empty();
        }
        TextCheck.check(span.place(), rule.getName(), faults.collection());
        int before = faults.count();
        Condition condition = new ConditionReader(questionnaire, source, faults).read(rule);
        boolean sound = faults.count() == before;
        Optional<WrittenWait> wait = new ConsequenceCheck(source, faults).wait(rule, condition, sound);
        var metadata = Metadata.read(source, rule.getStartCharacter(), faults);
        return Optional.of(new Draft(rule.getName(), metadata, condition, sound, wait.orElse(null), span));
    }

    private void refuse(BaseDescr descr, String problem, String remedy) {
        faults.add(source.span(descr).place(), "dialect", problem, remedy);
    }
}
