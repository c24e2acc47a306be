package dev.stipple.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What somebody answers to the fields of the interview, by their names and by what their choices stand for. */
public final class Told {
    private final JsonNode answers;
    private final Map<String, List<Integer>> entries = new HashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();

    public Told(JsonNode answers) {
        this.answers = answers;
    }

    /**
     * The values chosen in a field, or the one entered; {@code NOT_SURE} where nothing was told.
     *
     * @param choices the values of its choices in their order; none where it is written into
     */
    public List<String> to(String field, List<String> choices) {
        return field.contains(".") ? question(field, choices) : list(choices);
    }

    private List<String> question(String field, List<String> choices) {
        JsonNode value = value(field);
        if (value.isMissingNode()) {
            return List.of(choices.isEmpty() ? "" : "NOT_SURE");
        }
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of(value.asString());
    }

    private JsonNode value(String field) {
        String[] path = field.split("[./]", -1);
        if (path.length == 2) {
            return answers.path(path[0]).path(path[1]);
        }
        List<Integer> told = entries.getOrDefault(path[0], List.of());
        List<String> met = keys.computeIfAbsent(path[0], group -> new ArrayList<>());
        if (!met.contains(path[2])) {
            met.add(path[2]);
        }
        int at = met.indexOf(path[2]);
        return at < told.size() ? answers.path(path[0]).path(told.get(at)).path(path[1]) : answers.path("nothing");
    }

    /** The entries of a group that were not ticked, as another one of their kind was. */
    public boolean hasMore(String group) {
        if (!answers.path(group).isArray()) {
            return false;
        }
        List<Integer> told = entries.computeIfAbsent(group, each -> new ArrayList<>());
        for (int entry = 0; entry < answers.path(group).size(); entry++) {
            if (!told.contains(entry)) {
                told.add(entry);
                return true;
            }
        }
        return false;
    }

    private List<String> list(List<String> choices) {
        var chosen = new ArrayList<String>();
        boolean open = false;
        for (String choice : choices) {
            if (choice.equals("NONE") || choice.equals("NOT_SURE")) {
                continue;
            }
            open |= isOpen(choice);
            if (Stream.of(choice.split(",", -1)).allMatch(this::holds)) {
                chosen.add(choice);
                tick(choice);
            }
        }
        if (!choices.contains("NONE")) {
            return chosen.isEmpty() ? List.of("NOT_SURE") : List.of(longest(chosen));
        }
        if (open) {
            chosen.add("NOT_SURE");
        }
        return chosen.isEmpty() ? List.of("NONE") : chosen;
    }

    private static String longest(List<String> chosen) {
        return chosen.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    /** Whether nothing was told of what a choice is about. */
    private boolean isOpen(String choice) {
        String[] path = choice.replaceAll("=.*", "").split("\\.", -1);
        JsonNode group = answers.path(path[0]);
        boolean single = path.length > 1 && !group.isArray() && !group.isMissingNode();
        return single ? group.path(path[1]).isMissingNode() : group.isMissingNode();
    }

    private void tick(String choice) {
        String group = choice.replaceAll("[.=].*", "");
        if (answers.path(group).isArray()) {
            JsonNode all = answers.path(group);
            IntStream.range(0, all.size())
                    .filter(entry -> is(all.path(entry), choice))
                    .findFirst()
                    .ifPresent(entries.computeIfAbsent(group, each -> new ArrayList<>())::add);
        }
    }

    private boolean holds(String part) {
        String[] sides = part.split("=", -1);
        String[] path = sides[0].split("\\.", -1);
        JsonNode group = answers.path(path[0]);
        if (group.isArray()) {
            return group.valueStream().anyMatch(entry -> is(entry, part));
        }
        JsonNode value = path.length == 1 ? group : group.path(path[1]);
        return value.isArray()
                ? value.valueStream().anyMatch(code -> code.asString().equals(sides[1]))
                : sides.length == 2 && value.asString("").equals(sides[1]);
    }

    private static boolean is(JsonNode entry, String choice) {
        if (!choice.contains("=")) {
            return true;
        }
        String[] sides = choice.split("=", -1);
        return entry.path(sides[0].substring(sides[0].indexOf('.') + 1))
                .asString("")
                .equals(sides[1]);
    }
}
