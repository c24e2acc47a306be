package dev.stipple.questionnaire;

import dev.stipple.text.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    /** Reads codes, {@code not: codes}, or bounds of a number: {@code min:} and {@code max:}, one of which may be left out. */
    public static Requirement read(String question, YamlNode accepted) {
        if (!accepted.isMap()) {
            return new Requirement(question, codes(accepted), false, 0, 0);
        }
        accepted.only(List.of("not", "min", "max"));
        if (!accepted.at("not").isAbsent()) {
            return new Requirement(question, codes(accepted.at("not")), true, 0, 0);
        }
        return new Requirement(
                question,
                Set.of(),
                false,
                accepted.at("min").integer(Integer.MIN_VALUE),
                accepted.at("max").integer(Integer.MAX_VALUE));
    }

    private static Set<String> codes(YamlNode node) {
        return node.list().stream().map(YamlNode::string).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this answer to the named question fulfils the requirement. */
    public boolean accepts(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return min <= quantity.value() && quantity.value() <= max;
        }
        return value.codes().stream().anyMatch(codes::contains) != negated;
    }

    /**
     * The same of an answer of which these options are known and others may be chosen too; empty where it hangs on the
     * others.
     */
    public Optional<Boolean> acceptsAny(List<Option> chosen) {
        if (chosen.stream().map(Option::code).anyMatch(codes::contains)) {
            return Optional.of(!negated);
        }
        boolean excluded = !chosen.isEmpty() && codes.equals(Set.of(Option.NONE));
        return excluded ? Optional.of(negated) : Optional.empty();
    }
}
