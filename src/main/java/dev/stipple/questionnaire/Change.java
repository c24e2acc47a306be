package dev.stipple.questionnaire;

import java.util.List;

/**
 * How a person can bring about another answer to a question.
 *
 * @param by the key of what they do, worded in {@link Questionnaire#changes()}
 * @param from the codes of the answers it starts from; empty means any
 * @param to the codes that can be reached ({@code true} and {@code false} for a yes-or-no question); empty means any. Of
 *     several choices, these are the ones that can come; any can go. A number can only grow, as time passes.
 * @param wish whether it means to want something else, which nobody is asked to whom it suits as they want it
 */
public record Change(String by, List<String> from, List<String> to, boolean wish) {}
