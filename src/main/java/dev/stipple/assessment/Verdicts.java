package dev.stipple.assessment;

import dev.stipple.answers.Answers;
import dev.stipple.rule.Finding;
import dev.stipple.rulebook.Rulebook;
import java.util.List;
import java.util.Set;

/**
 * The possible verdicts alone, for many people at once: where nothing is left to ask, what fired decides; otherwise another
 * outlook does.
 *
 * @param partial is asked about answers that are not complete
 */
public record Verdicts(Rulebook rulebook, Outlook partial) implements Outlook {
    @Override
    public View of(Answers answers) {
        return of(answers, rulebook.findings(answers));
    }

    @Override
    public View of(Answers answers, List<Finding> findings) {
        if (!answers.unanswered().isEmpty()) {
            return partial.of(answers);
        }
        var fired = findings.stream().map(Finding::rule).toList();
        var verdict = Conclusion.of(fired, rulebook.factors().keySet());
        return View.ofVerdicts(Set.of(verdict));
    }
}
