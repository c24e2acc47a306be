package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads one rule file into rules, refusing whatever lies outside the dialect. */
public final class RuleFile {
    /**
     * A rule without its wording.
     *
     * @param sound whether the condition could be read as a whole
     */
    public record Draft(String name, Metadata metadata, Condition condition, boolean sound, boolean waits, Span span) {
        public String value(String annotation) {
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
    public static List<Draft> read(Questionnaire questionnaire, SourceText source, Faults faults) {
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
        Span span = source.span(rule);
        if (rule.isQuery() || rule.getParentName() != null) {
            refuse(rule, "queries and rules that extend others are outside the dialect", "write a plain rule");
            return Optional.empty();
        }
        int before = faults.count();
        Condition condition = new ConditionReader(questionnaire, source, faults).read(rule);
        boolean sound = faults.count() == before;
        boolean waits = new ConsequenceCheck(source, faults).waits(rule, condition, sound);
        var metadata = Metadata.read(source, rule.getStartCharacter(), faults);
        return Optional.of(new Draft(rule.getName(), metadata, condition, sound, waits, span));
    }

    private void refuse(BaseDescr descr, String problem, String remedy) {
        faults.add(source.span(descr).place(), "dialect", problem, remedy);
    }
}
