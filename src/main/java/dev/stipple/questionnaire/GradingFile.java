package dev.stipple.questionnaire;

import dev.stipple.text.Nearest;
import dev.stipple.text.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which answers to a question are better than which, and how sure they are. */
final class GradingFile {
    private static final String MORE = "MORE";
    private static final List<String> DIRECTIONS = List.of(MORE, "LESS");

    private final String type;
    private final List<String> codes;

    private GradingFile(String type, List<String> codes) {
        this.type = type;
        this.codes = codes;
    }

    /** Reads the grading of a question; what is wrong is added to the faults. */
    static Grading read(YamlNode question) {
        String type = question.at("type").string();
        if (type.equals(Question.Text.TYPE)) {
            return Grading.NONE;
        }
        var file = new GradingFile(
                type, type.equals(Question.YesNo.TYPE) ? List.of("false", "true") : codes(question.at("options")));
        return new Grading(
                file.held(question.at("held")),
                file.worse(question.at("worse")),
                file.uncertain(question.at("uncertain")));
    }

    private static List<String> codes(YamlNode options) {
        return options.isList()
                ? options.list().stream()
                        .filter(YamlNode::isMap)
                        .map(option -> option.at("code").string())
                        .toList()
                : List.of();
    }

    private List<String> held(YamlNode node) {
        if (!node.isAbsent() && type.equals(Question.Choices.TYPE)) {
            node.fault("held", "several choices can be there at once", "ask for each on its own");
        }
        return known(node);
    }

    private Grading.@Nullable Worse worse(YamlNode node) {
        if (node.isAbsent()) {
            return null;
        }
        if (node.isList()) {
            return new Grading.Worse(true, listed(node));
        }
        if (!DIRECTIONS.contains(node.string())) {
            node.fault("worse", "'" + node.string() + "' is no direction", Nearest.remedy(node.string(), DIRECTIONS));
        }
        boolean more = node.string().equals(MORE);
        if (type.equals(Question.Number.TYPE)) {
            return new Grading.Worse(more, List.of());
        }
        var ordered = new ArrayList<>(codes);
        if (!more && type.equals(Question.Choices.TYPE)) {
            node.fault("worse", "of several choices none is worse to leave out", "write MORE or list some options");
        } else if (!more) {
            Collections.reverse(ordered);
        }
        return new Grading.Worse(true, List.copyOf(ordered));
    }

    private List<String> listed(YamlNode node) {
        List<String> known = known(node);
        if (!type.equals(Question.Choices.TYPE) && known.size() < 2 && !type.equals(Question.Number.TYPE)) {
            node.fault("worse", "one answer alone is not worse than another", "list two or more, the best first");
        }
        return known;
    }

    private List<String> known(YamlNode node) {
        if (!node.isAbsent() && type.equals(Question.Number.TYPE)) {
            node.fault("worse", "a number has no options to list", "write worse: MORE or worse: LESS");
            return List.of();
        }
        var known = new ArrayList<String>();
        for (YamlNode code : node.list()) {
            if (codes.contains(code.string())) {
                known.add(code.string());
            } else {
                code.fault(
                        "unknown-option",
                        "there is no option '" + code.string() + "'",
                        Nearest.remedy(code.string(), codes));
            }
        }
        return List.copyOf(known);
    }

    private int uncertain(YamlNode node) {
        int steps = node.integer(0);
        boolean fits = type.equals(Question.Choice.TYPE) && steps > 0 && steps < codes.size();
        if (!node.isAbsent() && node.isInteger() && !fits) {
            node.fault(
                    "uncertain",
                    "an answer cannot be off by " + steps + " options here",
                    "write a number from 1 for a choice with more options than that");
        }
        return fits ? steps : 0;
    }
}
