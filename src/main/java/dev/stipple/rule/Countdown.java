package dev.stipple.rule;

import dev.stipple.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * How long a rule says to wait.
 *
 * @param from the number written; what is counted down is taken from it
 * @param by the question whose answer is counted down; null where the number is the wait
 * @param binding name, with its {@code $}, of the pattern whose fact answers it; null where nothing is counted down
 */
public record Countdown(
        int from,
        Wait.Unit unit,
        Question.@Nullable Number by,
        @Nullable String binding) {}
