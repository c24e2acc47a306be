package dev.stipple.reasoning.change;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Admission;
import dev.stipple.assessment.TooBusy;
import dev.stipple.rulebook.Derived;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** Tells what would change verdicts in a bounded time; keeps what is costly to prepare while the rules stay the same. */
public final class TimedCounterfactuals {
    private final Derived<CounterfactualEngine> counterfactuals;
    private final Admission admission;

    /** @param time after which an answer says that it is not complete */
    public TimedCounterfactuals(Duration time, Admission admission) {
        this.admission = admission;
        this.counterfactuals = new Derived<>(rulebook -> new CounterfactualEngine(rulebook, time));
    }

    /**
     * What would change the verdict that a rulebook gives on answers, as of today.
     *
     * @throws TooBusy where too many ask at the moment
     */
    public Counterfactuals of(Rulebook rulebook, Answers answers, Language language) {
        return admission.during(() -> Counterfactuals.of(
                counterfactuals.of(rulebook).of(answers),
                rulebook.questionnaire(),
                language,
                LocalDate.now(ZoneId.systemDefault())));
    }
}
