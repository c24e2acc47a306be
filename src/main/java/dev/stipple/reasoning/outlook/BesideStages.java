package dev.stipple.reasoning.outlook;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Verdict;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * On which answered scales the verdict hangs on one stage: another one, by no more than people may be off
 * ({@code uncertain:} of the questionnaire), leads to another verdict.
 */
record BesideStages(Answers answers, Verdict now, Function<Answers, Set<Verdict>> possible) {
    /**
     * To which verdict, by slot, in the order of the questionnaire; undecided where more than one would be possible.
     *
     * @param irrelevant slots of which it is known that they could not change the verdict
     */
    Map<Slot, Verdict> except(Collection<Slot> irrelevant) {
        var beside = new LinkedHashMap<Slot, Verdict>();
        for (Slot slot : answers.slots()) {
            if (slot.question() instanceof Question.Choice scale
                    && scale.grading().uncertain() > 0
                    && !irrelevant.contains(slot)
                    && answers.value(slot).orElse(null) instanceof Value.Choice chosen) {
                beside(slot, scale, chosen).ifPresent(verdict -> beside.put(slot, verdict));
            }
        }
        return Collections.unmodifiableMap(beside);
    }

    private Optional<Verdict> beside(Slot slot, Question.Choice scale, Value.Choice chosen) {
        List<Option> options = scale.options();
        int at = options.indexOf(chosen.option());
        int off = scale.grading().uncertain();
        return IntStream.rangeClosed(Math.max(0, at - off), Math.min(options.size() - 1, at + off))
                .filter(stage -> stage != at)
                .mapToObj(stage -> verdict(answers.with(slot, new Value.Choice(options.get(stage)))))
                .filter(verdict -> verdict != now)
                .findFirst();
    }

    private Verdict verdict(Answers other) {
        Set<Verdict> reached = possible.apply(other);
        return reached.size() == 1 ? reached.iterator().next() : Verdict.UNDECIDED;
    }
}
