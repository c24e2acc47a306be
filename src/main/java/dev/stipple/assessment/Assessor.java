package dev.stipple.assessment;

import dev.stipple.answers.Answers;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assesses answers; the one way that every door takes. Safe to use from many threads. */
public final class Assessor {
    private final Rulebook rulebook;
    private final Outlook outlook;
    private final Observer observer;
    private final Admission admission;
    private final Map<String, Integer> topics = new HashMap<>();

    /** Is told of every assessment, from the thread that asked for it; must not throw, nor keep what it is told. */
    @FunctionalInterface
    public interface Observer {
        void assessed(Assessment assessment, Duration took);
    }

    public Assessor(Rulebook rulebook, Outlook outlook) {
        this(rulebook, outlook, (assessment, took) -> {}, Admission.OPEN);
    }

    public Assessor(Rulebook rulebook, Outlook outlook, Observer observer, Admission admission) {
        this.rulebook = rulebook;
        this.outlook = outlook;
        this.observer = observer;
        this.admission = admission;
        rulebook.questionnaire().topics().keySet().forEach(topic -> topics.put(topic, topics.size()));
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    /** The same for whom a late answer serves better than none. */
    public Assessor patient() {
        return new Assessor(rulebook, outlook, observer, admission.patient());
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
        return admission.during(() -> outlook.ahead(answers));
    }

    private Assessment assessed(Answers answers) {
        var concluding = new Concluding(answers);
        Rulebook.Firing firing = rulebook.fire(answers, concluding::verdict);
        return new Assessment(
                rulebook,
                answers,
                concluding.verdict,
                Objects.requireNonNull(concluding.view),
                firing.findings(),
                byTopic(firing.plan()),
                answers.unanswered());
    }

    /** Comes between what fires on the answers and the plan. */
    private final class Concluding {
        private final Answers answers;
        private Outlook.@Nullable View view;
        private Verdict verdict = Verdict.UNDECIDED;

        private Concluding(Answers answers) {
            this.answers = answers;
        }

        private Verdict verdict(List<Finding> findings) {
            view = outlook.of(answers, findings);
            verdict = view.possible().size() == 1 ? view.possible().iterator().next() : Verdict.UNDECIDED;
            return verdict;
        }
    }

    private List<Finding> byTopic(List<Finding> plan) {
        return plan.stream()
                .sorted(Comparator.comparing(finding ->
                        topics.get(Objects.requireNonNull(finding.rule().topic()))))
                .toList();
    }
}
