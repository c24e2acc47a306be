package dev.stipple.assessment;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Assesses answers; the one way that every door takes. Safe to use from many threads. */
public final class Assessor {
    private final Rulebook rulebook;
    private final Outlook outlook;
    private final Outlook.Depth depth;
    private final Observer observer;
    private final Admission admission;
    private final Map<String, Integer> topics = new HashMap<>();

    /** Is told of every assessment, from the thread that asked for it; must not throw, nor keep what it is told. */
    @FunctionalInterface
    public interface Observer {
        void assessed(Assessment assessment, Duration took);
    }

    public Assessor(Rulebook rulebook, Outlook outlook) {
        this(rulebook, outlook, Outlook.Depth.WHOLE);
    }

    /** @param depth how much each assessment says of what is ahead */
    public Assessor(Rulebook rulebook, Outlook outlook, Outlook.Depth depth) {
        this(rulebook, outlook, depth, (assessment, took) -> {}, Admission.OPEN);
    }

    public Assessor(Rulebook rulebook, Outlook outlook, Outlook.Depth depth, Observer observer, Admission admission) {
        this.rulebook = rulebook;
        this.outlook = outlook;
        this.depth = depth;
        this.observer = observer;
        this.admission = admission;
        rulebook.questionnaire().topics().keySet().forEach(topic -> topics.put(topic, topics.size()));
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    /** The same for whom a late answer serves better than none. */
    public Assessor patient() {
        return new Assessor(rulebook, outlook, depth, observer, admission.patient());
    }

    /**
     * Fires the rules on answers and concludes.
     *
     * @throws TooBusy where too many are assessed at the moment
     */
    public Assessment assess(Answers answers) {
        return admission.during(() -> {
            long begun = System.nanoTime();
            Assessment assessment = assessed(answers);
            observer.assessed(assessment, Duration.ofNanos(System.nanoTime() - begun));
            return assessment;
        });
    }

    /**
     * The possible verdicts and what to ask next, without what fires.
     *
     * @throws TooBusy where too many are assessed at the moment
     */
    public Outlook.View ahead(Answers answers) {
        return admission.during(() -> outlook.of(answers, Outlook.Depth.AHEAD));
    }

    private Assessment assessed(Answers answers) {
        try (Rulebook.Session session = rulebook.session(answers)) {
            List<Finding> findings = session.findings();
            List<Slot> unanswered = answers.unanswered();
            Outlook.View view = view(answers, findings, unanswered);
            Verdict verdict =
                    view.possible().size() == 1 ? view.possible().iterator().next() : Verdict.UNDECIDED;
            List<Finding> plan = byTopic(session.plan(verdict));
            return new Assessment(rulebook, answers, verdict, view, findings, plan, unanswered);
        }
    }

    /** Where nothing is left to ask and nothing but the verdict is wanted, what fired decides. */
    private Outlook.View view(Answers answers, List<Finding> findings, List<Slot> unanswered) {
        if (depth != Outlook.Depth.VERDICTS || !unanswered.isEmpty()) {
            return outlook.of(answers, depth);
        }
        var fired = findings.stream().map(Finding::rule).toList();
        return Outlook.View.ofVerdicts(
                Set.of(Conclusion.of(fired, rulebook.factors().keySet())));
    }

    private List<Finding> byTopic(List<Finding> plan) {
        return plan.stream()
                .sorted(Comparator.comparing(finding ->
                        topics.get(Objects.requireNonNull(finding.rule().topic()))))
                .toList();
    }
}
