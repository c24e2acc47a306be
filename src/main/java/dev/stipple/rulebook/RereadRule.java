package dev.stipple.rulebook;

import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.rulebook.dialect.Faults;
import dev.stipple.rulebook.dialect.NegationCheck;
import dev.stipple.rulebook.dialect.RuleFile;
import dev.stipple.rulebook.dialect.RuleFile.Draft;
import dev.stipple.rulebook.dialect.RuleMetadata;
import dev.stipple.rulebook.dialect.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one rule again after its text has changed, without the rest of the folder. */
final class RereadRule {
    private static final String FRAME = "package " + FactsFile.PACKAGE + "\n";

    private RereadRule() {}

    /** The rule with the condition and the effect that this text gives it; empty where check would refuse the text. */
    static Optional<Rule> of(Contents contents, Rule rule, String text) {
        var faults = new Faults();
        var source = new SourceText(rule.span().file(), FRAME + text);
        List<Draft> drafts = RuleFile.read(contents.questionnaire(), source, faults);
        if (drafts.size() != 1 || !faults.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = drafts.get(0);
        if (rule.effect() != null && !RuleMetadata.EFFECTS.contains(draft.value("effect"))) {
            return Optional.empty();
        }
        NegationCheck.check(draft.condition(), contents.questionnaire(), faults);
        Rule changed = changed(rule, draft);
        return faults.isEmpty() && testsWhatItIsAbout(rule, draft) && isStillContradicted(changed)
                ? Optional.of(changed)
                : Optional.empty();
    }

    /** A source that would do what the rule now does contradicts it no longer. */
    private static boolean isStillContradicted(Rule changed) {
        return changed.otherwise().stream().noneMatch(dissent -> dissent.weight() == changed.effect());
    }

    private static boolean testsWhatItIsAbout(Rule rule, Draft draft) {
        return draft.condition()
                .questions()
                .map(Question::path)
                .collect(Collectors.toSet())
                .containsAll(rule.claims().aboutQuestions());
    }

    private static Rule changed(Rule rule, Draft draft) {
        return new Rule(
                rule.id(),
                rule.name(),
                rule.factor(),
                rule.title(),
                rule.effect() == null ? null : Effect.valueOf(draft.value("effect")),
                rule.topic(),
                rule.because(),
                rule.sources(),
                rule.otherwise(),
                rule.notes(),
                rule.claims(),
                draft.condition(),
                draft.countdown(),
                rule.span(),
                rule.metadata());
    }
}
