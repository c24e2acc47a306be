package dev.stipple.authoring.scenario;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes scenarios ready to paste into a scenario file. */
public record ScenarioText(Scenarios scenarios) {
    private static final int MOST_NAMED = 6;

    /**
     * A scenario of these answers, as the difference from the person that is nearest.
     *
     * @param expect lines of what has to come out, such as {@code verdict: DEFER}
     */
    public List<String> write(String name, Answers answers, List<String> expect) {
        String like = nearest(answers);
        var lines = new ArrayList<String>();
        lines.add("- name: \"" + name.replace("\"", "'") + "\"");
        if (like != null) {
            lines.add("  like: " + like);
        }
        var given = given(like, answers);
        if (!given.isEmpty()) {
            lines.add("  given:");
            given.forEach((group, value) -> lines.add("    " + group + ": " + text(value)));
        }
        lines.add("  expect:");
        expect.forEach(line -> lines.add("    " + line));
        return lines;
    }

    /** Who has these answers, as the subject of a sentence: the person that is nearest, and what is another answer. */
    public String who(Answers answers) {
        String like = nearest(answers);
        var changes = new ArrayList<String>();
        given(like, answers).forEach((group, value) -> {
            if (value instanceof Map<?, ?> fields) {
                fields.forEach(
                        (field, now) -> changes.add(group + "." + field + (now == null ? " open" : " " + text(now))));
            } else {
                changes.add(group + " " + text(value));
            }
        });
        String person = like == null ? "Somebody" : like;
        if (changes.isEmpty()) {
            return person;
        }
        String more = changes.size() > MOST_NAMED ? " and " + (changes.size() - MOST_NAMED) + " more" : "";
        return person + " with " + String.join(", ", changes.subList(0, Math.min(MOST_NAMED, changes.size()))) + more;
    }

    private @Nullable String nearest(Answers answers) {
        return scenarios.people().keySet().stream()
                .min((one, other) -> Integer.compare(size(one, answers), size(other, answers)))
                .orElse(null);
    }

    private int size(String person, Answers answers) {
        return given(person, answers).values().stream()
                .mapToInt(value -> value instanceof Map<?, ?> fields ? fields.size() : 2)
                .sum();
    }

    private Map<String, @Nullable Object> given(@Nullable String person, Answers answers) {
        Map<String, Object> base = person == null
                ? Map.of()
                : Objects.requireNonNull(scenarios.people().get(person)).json();
        Map<String, Object> target = answers.json();
        Set<String> unknown = answers.unanswered().stream().map(Slot::pointer).collect(Collectors.toSet());
        var given = new LinkedHashMap<String, @Nullable Object>();
        answers.questionnaire().groups().forEach(group -> {
            Object old = base.get(group.id());
            Object now = target.get(group.id());
            if (old instanceof Map<?, ?> fields && now instanceof Map<?, ?> changes) {
                var changed = changes(fields, changes);
                fields.keySet().stream()
                        .filter(field -> unknown.contains("/" + group.id() + "/" + field))
                        .forEach(field -> changed.put(field, null));
                if (!changed.isEmpty()) {
                    given.put(group.id(), changed);
                }
            } else if (!Objects.equals(old, now)) {
                given.put(group.id(), now);
            }
        });
        return given;
    }

    private static Map<Object, @Nullable Object> changes(Map<?, ?> old, Map<?, ?> now) {
        var changed = new LinkedHashMap<Object, @Nullable Object>();
        now.forEach((field, value) -> {
            if (!value.equals(old.get(field))) {
                changed.put(field, value);
            }
        });
        return changed;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(field -> field.getKey() + ": " + text(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(ScenarioText::text).collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(value);
    }
}
