package dev.stipple.rule;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule says of itself for the proofs.
 *
 * @param asksFor paths of the questions whose answer says that what it asks for is there
 * @param despite by path of a question, why a worse answer may take this rule's objection away
 * @param about subjects of which it speaks well or ill, besides the questions that it tests
 */
public record Claims(Set<String> asksFor, Map<String, String> despite, Set<String> about) {
    public static final Claims NONE = new Claims(Set.of(), Map.of(), Set.of());

    /** Paths of the questions among what it speaks of; other subjects are words without a point. */
    public Set<String> aboutQuestions() {
        return about.stream().filter(subject -> subject.contains(".")).collect(Collectors.toSet());
    }
}
