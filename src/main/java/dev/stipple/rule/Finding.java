package dev.stipple.rule;

import dev.stipple.questionnaire.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired on a person's answers.
 *
 * @param standsOn the answers that made it fire, in the order of the questionnaire
 * @param delay how long to wait; null where the rule names no time
 */
public record Finding(
        Rule rule, List<Slot> standsOn, @Nullable Wait delay) {}
