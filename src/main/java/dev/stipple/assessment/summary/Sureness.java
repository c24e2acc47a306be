package dev.stipple.assessment.summary;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How sure a verdict is: how many answers would have to be wrong for another one, and which of them may well be. */
record Sureness(Assessment assessment, Phrases phrases) {
    /** How many answers are named. */
    private static final int MOST = 3;

    /** Null while the verdict is open. */
    Summary.@Nullable Sure sure() {
        if (assessment.verdict() == Verdict.UNDECIDED) {
            return null;
        }
        List<Slot> single = single();
        int fewest = single.isEmpty() ? assessment.outlook().together().size() : 1;
        List<Slot> wrong = single.isEmpty() ? assessment.outlook().together() : single;
        List<Summary.Doubt> doubts = wrong.stream()
                .sorted(Comparator.comparing(slot -> beside(slot).isEmpty()))
                .map(this::doubt)
                .filter(doubt -> fewest > 1 || doubt.selfAssessed() || doubt.near() != null)
                .sorted(Comparator.comparing(doubt -> doubt.near() == null))
                .limit(MOST)
                .toList();
        return new Summary.Sure(text(fewest, single.size()), fewest == 0 ? null : fewest, doubts);
    }

    private String text(int fewest, int single) {
        return switch (fewest) {
            case 0 -> phrases.say("sure.many");
            case 1 -> phrases.say("sure.one", single);
            default -> phrases.say("sure.some", fewest);
        };
    }

    /** The answers any one of which could change the verdict. */
    private List<Slot> single() {
        return assessment.answers().slots().stream()
                .filter(slot -> slot.question() != null
                        && assessment.answers().value(slot).isPresent())
                .filter(slot -> !assessment.outlook().idle().contains(slot))
                .toList();
    }

    private Summary.Doubt doubt(Slot slot) {
        return new Summary.Doubt(
                slot.pointer(),
                phrases.say(AnswerWords.question(slot)),
                AnswerWords.answer(assessment.answers(), slot, phrases.language()),
                isSelfAssessed(slot),
                beside(slot).or(() -> near(slot)).orElse(null));
    }

    private boolean isSelfAssessed(Slot slot) {
        return slot.question() != null
                && assessment
                        .rulebook()
                        .summary()
                        .selfAssessed()
                        .contains(slot.group().id() + "." + slot.question().id());
    }

    /** Where a number lies within one of a line that rules draw. */
    private Optional<String> near(Slot slot) {
        if (slot.question() == null
                || !(assessment.answers().value(slot).orElse(null) instanceof Value.Quantity quantity)) {
            return Optional.empty();
        }
        OptionalInt line = assessment.rulebook().rules().stream()
                .filter(rule -> rule.effect() != null)
                .flatMap(rule -> rule.condition().patterns())
                .filter(pattern -> pattern.group().equals(slot.group()))
                .map(Condition.Pattern::constraint)
                .flatMap(constraint -> constraint.comparisons())
                .filter(comparison -> comparison.question().equals(slot.question())
                        && comparison.operator().isOrder())
                .mapToInt(Sureness::threshold)
                .filter(each -> Math.abs(each - quantity.value()) <= 1)
                .findFirst();
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.say(
                        "near",
                        AnswerWords.answer(assessment.answers(), slot, phrases.language()),
                        Integer.toString(line.getAsInt())));
    }

    /** Where a stage beside the chosen one leads to another verdict. */
    private Optional<String> beside(Slot slot) {
        return Optional.ofNullable(assessment.outlook().beside().get(slot))
                .map(verdict -> phrases.say("beside", name(verdict)));
    }

    private String name(Verdict verdict) {
        return phrases.say(Objects.requireNonNull(
                        assessment.rulebook().questionnaire().verdicts().get(verdict.name()))
                .name());
    }

    private static int threshold(Comparison comparison) {
        return Integer.parseInt(Objects.requireNonNull(comparison.literals().get(0)));
    }
}
