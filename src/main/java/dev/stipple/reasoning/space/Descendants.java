package dev.stipple.reasoning.space;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which questions hang on which, by path: asked or not because of an answer, directly or through others. */
public final class Descendants {
    private final Map<String, Set<String>> children = new HashMap<>();

    Descendants(Questionnaire questionnaire) {
        for (Question question : questionnaire.questions()) {
            question.askedWhen()
                    .forEach(requirement -> children.computeIfAbsent(requirement.question(), path -> new HashSet<>())
                            .add(question.path()));
        }
    }

    /** The questions that hang on this one. */
    public Set<String> of(String path) {
        var found = new HashSet<String>();
        collect(path, found);
        return found;
    }

    private void collect(String path, Set<String> found) {
        children.getOrDefault(path, Set.of()).stream().filter(found::add).forEach(child -> collect(child, found));
    }

    /** The questions on which this one hangs. */
    Set<String> ancestors(String path) {
        var found = new HashSet<String>();
        children.keySet().stream().filter(parent -> of(parent).contains(path)).forEach(found::add);
        return found;
    }
}
