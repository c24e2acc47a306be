package dev.stipple.authoring.check;

import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.reasoning.formula.DeadlinePassed;
import dev.stipple.reasoning.proof.CrossCheck;
import dev.stipple.reasoning.space.TooManyClasses;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Everything that is wrong with a rules folder, found in one run.
 *
 * @param faults in order of place
 * @param rulebook compiled; empty where there are faults
 * @param scenarios empty where there are faults
 */
public record Check(List<Fault> faults, Optional<Rulebook> rulebook, Optional<Scenarios> scenarios) {

    /** Checks rules, questions, scenarios and what is written from them, and compiles the rules where all is well. */
    public static Check of(RulesFolder folder) {
        Contents contents = Contents.read(folder);
        return read(contents).compiled(contents);
    }

    /** The same without compiling. */
    public static Check read(Contents contents) {
        RulesFolder folder = contents.folder();
        var faults = new TreeSet<>(contents.faults());
        faults.addAll(FillIns.in(folder));
        if (!isQuestionnaireFaulty(faults)) {
            faults.addAll(PictureFiles.check(folder));
        }
        faults.addAll(WrittenPages.check(contents));
        faults.addAll(SummaryCheck.of(contents));
        Optional<Scenarios> scenarios = scenarios(contents, faults);
        return faults.isEmpty() ? new Check(List.of(), Optional.empty(), scenarios) : failed(faults);
    }

    /** What compiling these contents, of which this is what reading them told, adds; nothing where there are faults. */
    public Check compiled(Contents contents) {
        return faults.isEmpty() ? compile(contents, scenarios) : this;
    }

    private static boolean isQuestionnaireFaulty(Collection<Fault> faults) {
        return faults.stream().anyMatch(fault -> fault.place().file().equals(QuestionnaireFile.NAME));
    }

    private static Optional<Scenarios> scenarios(Contents contents, Collection<Fault> faults) {
        if (isQuestionnaireFaulty(faults)) {
            return Optional.empty();
        }
        Scenarios scenarios = Scenarios.read(contents);
        faults.addAll(scenarios.faults());
        return Optional.of(scenarios);
    }

    private static Check compile(Contents contents, Optional<Scenarios> scenarios) {
        try {
            Rulebook rulebook = Rulebook.compile(contents);
            List<Fault> differences = differences(rulebook);
            return differences.isEmpty() ? new Check(List.of(), Optional.of(rulebook), scenarios) : failed(differences);
        } catch (InvalidRules e) {
            return failed(e.faults());
        } catch (TooManyClasses e) {
            return failed(List.of(new Fault(
                    mostTelling(contents, e.group()).span().place(),
                    "limit",
                    String.valueOf(e.getMessage()),
                    "let this rule and others test fewer options and thresholds of it")));
        } catch (DeadlinePassed e) {
            return failed(List.of(new Fault(
                    Place.startOf("."),
                    "limit",
                    "Drools and the reasoner cannot be compared in the time there is",
                    "take back what was added last, or write it in simpler rules")));
        } catch (RuntimeException | StackOverflowError e) {
            return failed(List.of(new Fault(
                    Place.startOf("."),
                    "defect",
                    "these rules fail where they are run: " + e,
                    "take back what was changed last, and report this")));
        }
    }

    /** The rule that tells the most of a group's entries apart. */
    private static Rule mostTelling(Contents contents, Group group) {
        return contents.rules().stream()
                .max(Comparator.comparingLong(rule -> rule.condition()
                        .patterns()
                        .filter(pattern -> pattern.group().equals(group))
                        .flatMap(pattern -> pattern.constraint().comparisons())
                        .count()))
                .orElseThrow();
    }

    /** Drools and the reasoner are two evaluators of one rulebook; where they differ, neither can be trusted. */
    private static List<Fault> differences(Rulebook rulebook) {
        return CrossCheck.of(rulebook).stream()
                .map(difference -> new Fault(
                        Place.startOf("."),
                        "cross-check",
                        difference.toString(),
                        "write the rules that are named another way, and report this"))
                .toList();
    }

    private static Check failed(Collection<Fault> faults) {
        return new Check(List.copyOf(faults), Optional.empty(), Optional.empty());
    }
}
