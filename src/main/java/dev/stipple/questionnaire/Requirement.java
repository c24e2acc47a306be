package dev.stipple.questionnaire;

import java.util.Set;

/**
 * One part of the condition on which a question is asked: the named question has one of these answers.
 *
 * @param question the path of the other question; in a repeating group, of the same entry
 * @param codes the option codes, or {@code true} and {@code false}; empty where a range is meant
 * @param negated whether any answer but these is meant
 * @param min lowest number meant
 * @param max highest number meant
 */
public record Requirement(String question, Set<String> codes, boolean negated, int min, int max) {
    /** Whether this answer to the named question fulfils the requirement. */
    public boolean accepts(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return min <= quantity.value() && quantity.value() <= max;
        }
        return value.codes().stream().anyMatch(codes::contains) != negated;
    }
}
