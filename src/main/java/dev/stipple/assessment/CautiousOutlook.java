package dev.stipple.assessment;

import dev.stipple.questionnaire.Answers;
import dev.stipple.rulebook.Finding;
import dev.stipple.rulebook.Rule;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Takes every stricter verdict for possible as long as anything is unknown. */
public record CautiousOutlook(Rulebook rulebook) implements Outlook {
    @Override
    public View of(Answers answers) {
        List<Rule> fired =
                rulebook.findings(answers).stream().map(Finding::rule).toList();
        Verdict verdict = Conclusion.of(fired, rulebook.factors().keySet());
        var open = answers.unanswered();
        Set<Verdict> possible = open.isEmpty()
                ? EnumSet.of(verdict)
                : EnumSet.range(Verdict.NOT_SUITABLE, verdict == Verdict.UNDECIDED ? Verdict.SUITABLE : verdict);
        return new View(possible, possible.size() == 1 ? List.of() : open, List.of(), List.of());
    }
}
