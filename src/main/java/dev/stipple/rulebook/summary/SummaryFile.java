package dev.stipple.rulebook.summary;

import dev.stipple.rule.SummaryTexts;
import dev.stipple.rule.SummaryTexts.Deadline;
import dev.stipple.rule.SummaryTexts.Letter;
import dev.stipple.rule.SummaryTexts.Moment;
import dev.stipple.rule.SummaryTexts.Step;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import dev.stipple.wording.Wording;
import dev.stipple.wording.WordingReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a rules folder's {@code summary.yaml}; whether it fits the rules is left to the check of what authors wrote. */
public final class SummaryFile {
    public static final String NAME = "summary.yaml";

    private static final List<String> KEYS =
            List.of("kinds", "waits", "due", "onTheWay", "reasons", "steps", "selfAssessed", "letter", "timeline");

    /** Ten years. */
    private static final int MOST_DAYS = 3650;

    private final WordingReader words;

    private SummaryFile(WordingReader words) {
        this.words = words;
    }

    /** What the file says; without the file, nothing. */
    public static SummaryTexts read(RulesFolder folder, WordingReader words, Collection<Fault> faults) {
        YamlNode root = root(folder, faults);
        root.only(KEYS);
        return new SummaryFile(words).texts(root, CommonFile.read(folder, faults));
    }

    private SummaryTexts texts(YamlNode root, Map<String, Integer> common) {
        return new SummaryTexts(
                wordings(root.at("kinds")),
                root.at("waits").string(),
                deadlines(root.at("due"), root.at("waits").string()),
                strings(root.at("onTheWay")),
                wordings(root.at("reasons")),
                root.at("steps").list().stream().map(this::step).toList(),
                strings(root.at("selfAssessed")),
                letter(root.at("letter")),
                common,
                root.at("timeline").list().stream().map(this::moment).toList());
    }

    /** The file as it is written. */
    public static YamlNode root(RulesFolder folder, Collection<Fault> faults) {
        return YamlFile.read(NAME, folder.text(NAME), faults);
    }

    private Map<String, Wording> wordings(YamlNode node) {
        var wordings = new LinkedHashMap<String, Wording>();
        node.map().forEach((key, text) -> wordings.put(key, words.read(text)));
        return wordings;
    }

    private static int days(YamlNode node, int least) {
        int days = node.integer(least);
        if (days < least || days > MOST_DAYS) {
            node.fault(
                    "bounds",
                    days + " days are not possible here",
                    "write a number from " + least + " to " + MOST_DAYS);
        }
        return days;
    }

    private Map<String, Deadline> deadlines(YamlNode node, String waits) {
        var deadlines = new LinkedHashMap<String, Deadline>();
        node.map().forEach((kind, deadline) -> {
            deadline.only(List.of("name", "days"));
            int days = kind.equals(waits) ? 0 : days(deadline.need("days"), 1);
            if (kind.equals(waits) && !deadline.at("days").isAbsent()) {
                deadline.at("days").fault("bounds", "'" + kind + "' takes as long as its rule says", "take 'days' out");
            }
            deadlines.put(kind, new Deadline(words.read(deadline.need("name")), days));
        });
        return deadlines;
    }

    private @Nullable Letter letter(YamlNode node) {
        if (node.isAbsent()) {
            return null;
        }
        node.only(List.of("kind", "about", "planned"));
        return new Letter(node.need("kind").string(), words.read(node.need("about")), words.read(node.need("planned")));
    }

    private Step step(YamlNode node) {
        node.only(List.of("kind", "rules", "text"));
        return new Step(
                node.need("kind").string(), List.copyOf(strings(node.need("rules"))), words.read(node.need("text")));
    }

    private Moment moment(YamlNode node) {
        node.only(List.of("text", "days", "kind"));
        return new Moment(
                words.read(node.need("text")),
                days(node.need("days"), 0),
                node.at("kind").string());
    }

    private static Set<String> strings(YamlNode node) {
        var strings = new LinkedHashSet<String>();
        node.list().forEach(each -> strings.add(each.string()));
        return strings;
    }
}
