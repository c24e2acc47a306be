package dev.stipple.authoring.check;

import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Rule;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.summary.CommonFile;
import dev.stipple.rulebook.summary.SummaryFile;
import dev.stipple.text.Fault;
import dev.stipple.text.Nearest;
import dev.stipple.text.Place;
import dev.stipple.text.YamlNode;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the texts of the short answer, and the counts behind it, against the rules. */
final class SummaryCheck {
    private final Contents contents;
    private final Map<String, Rule> rules;
    private final List<Fault> faults = new ArrayList<>();

    private SummaryCheck(Contents contents) {
        this.contents = contents;
        this.rules = contents.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule, (one, other) -> one));
    }

    /** What does not fit; nothing is asked of a folder without such files. */
    static List<Fault> of(Contents contents) {
        var check = new SummaryCheck(contents);
        if (contents.folder().has(SummaryFile.NAME)) {
            check.texts(SummaryFile.root(contents.folder(), new ArrayList<>()));
        }
        if (contents.folder().has(CommonFile.NAME)) {
            check.counts(CommonFile.root(contents.folder(), new ArrayList<>()));
        }
        return check.faults;
    }

    private void texts(YamlNode root) {
        SummaryTexts texts = contents.summary();
        Set<String> kinds = texts.kinds().keySet();
        if (!root.at("waits").isAbsent()) {
            among(root.at("waits"), "kind", kinds);
        }
        root.at("due").map().keySet().stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> unknown(root.at("due").keyPlace(kind), "kind", kind, kinds));
        if (!root.at("letter").isAbsent()) {
            among(root.at("letter").at("kind"), "kind", kinds);
        }
        root.at("onTheWay").list().forEach(kind -> among(kind, "kind", kinds));
        root.at("timeline").list().stream()
                .map(moment -> moment.at("kind"))
                .filter(kind -> !kind.isAbsent())
                .forEach(kind -> among(kind, "kind", kinds));
        root.at("reasons").map().forEach((id, node) -> reason(root.at("reasons"), id, node));
        for (YamlNode step : root.at("steps").list()) {
            among(step.at("kind"), "kind", kinds);
            step.at("rules").list().forEach(rule -> among(rule, "rule", rules.keySet()));
        }
        root.at("selfAssessed").list().stream()
                .filter(node -> contents.questionnaire().closed(node.string()).isEmpty())
                .forEach(node -> unknown(node.place(), "question", node.string(), questions()));
        objections(root, texts);
    }

    private void reason(YamlNode reasons, String id, YamlNode node) {
        Rule rule = rules.get(id);
        if (rule == null) {
            unknown(reasons.keyPlace(id), "rule", id, rules.keySet());
            return;
        }
        Set<String> read = rule.condition().questions().map(Question::id).collect(Collectors.toSet());
        Wording text = contents.summary().reasons().get(id);
        if (text == null) {
            return;
        }
        answers(text.original()).stream()
                .filter(question -> !read.contains(question))
                .forEach(question -> unknown(node.place(), "answer", question, read));
        for (Language language : contents.questionnaire().languages().translated()) {
            if (!answers(text.original()).equals(answers(text.in(language)))) {
                faults.add(new Fault(
                        node.place(),
                        "translation",
                        "the " + language.inEnglish() + " speaks of other answers",
                        "name the same answers in braces"));
            }
        }
    }

    private static Set<String> answers(String text) {
        return SummaryTexts.ANSWER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private List<String> questions() {
        return contents.questionnaire().groups().stream()
                .flatMap(group -> group.closed().stream().map(question -> group.id() + "." + question.id()))
                .toList();
    }

    /** A rule that stands in somebody's way says so in a line, and what they can do. */
    private void objections(YamlNode root, SummaryTexts texts) {
        Set<String> stepped =
                texts.steps().stream().flatMap(step -> step.rules().stream()).collect(Collectors.toSet());
        objecting()
                .filter(rule -> !texts.reasons().containsKey(rule.id()))
                .forEach(rule -> missing(root.keyPlace("reasons"), "reasons", rule));
        objecting()
                .filter(rule -> !stepped.contains(rule.id()))
                .forEach(rule -> missing(root.keyPlace("steps"), "steps", rule));
    }

    private Stream<Rule> objecting() {
        return contents.rules().stream()
                .filter(rule -> rule.effect() != null && rule.effect().objects());
    }

    private void missing(Place place, String key, Rule rule) {
        faults.add(new Fault(
                place,
                "missing",
                "'" + key + "' says nothing of " + rule.id() + ", which stands in the way",
                "add it under '" + key + ":'"));
    }

    private void counts(YamlNode root) {
        var counted = contents.rules().stream()
                .filter(CommonFile::isCounted)
                .map(Rule::id)
                .collect(Collectors.toSet());
        if (!root.map().keySet().equals(counted)) {
            faults.add(new Fault(
                    root.place(),
                    "uncounted",
                    "these are not the rules that are counted",
                    "run: stipple common --write"));
        }
    }

    private void among(YamlNode node, String what, Collection<String> names) {
        if (!names.contains(node.string())) {
            unknown(node.place(), what, node.string(), names);
        }
    }

    private void unknown(Place place, String what, String name, Collection<String> names) {
        String gone = what.equals("rule") ? "remove it, or " : "";
        faults.add(new Fault(
                place,
                "unknown-" + what,
                "there is no " + what + " '" + name + "'",
                gone + Nearest.remedy(name, names)));
    }
}
