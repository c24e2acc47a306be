package dev.stipple.assessment;

import dev.stipple.questionnaire.Answers;
import dev.stipple.rulebook.Finding;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Assesses answers; the one way that every door takes. Safe to use from many threads. */
public final class Assessor {
    private final Rulebook rulebook;
    private final Outlook outlook;

    public Assessor(Rulebook rulebook, Outlook outlook) {
        this.rulebook = rulebook;
        this.outlook = outlook;
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    public Assessment assess(Answers answers) {
        Outlook.View view = outlook.of(answers);
        Verdict verdict =
                view.possible().size() == 1 ? view.possible().iterator().next() : Verdict.UNDECIDED;
        Rulebook.Firing firing = rulebook.fire(answers, findings -> verdict);
        return new Assessment(
                rulebook, answers, verdict, view, firing.findings(), byTopic(firing.plan()), answers.unanswered());
    }

    private List<Finding> byTopic(List<Finding> plan) {
        var topics = List.copyOf(rulebook.questionnaire().topics().keySet());
        return plan.stream()
                .sorted(Comparator.comparingInt(finding ->
                        topics.indexOf(Objects.requireNonNull(finding.rule().topic()))))
                .toList();
    }
}
