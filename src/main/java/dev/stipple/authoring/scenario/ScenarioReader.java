package dev.stipple.authoring.scenario;

import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rule.Wait;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.Nearest;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads scenario files; what is wrong with them is added to the faults, at its place. */
final class ScenarioReader {
    private static final Pattern WAIT = Pattern.compile("(\\d{1,4}) (day|week|month)s?");
    private static final List<String> VERDICTS =
            Stream.of(Verdict.values()).map(Verdict::name).toList();

    private final Contents contents;
    private final NamedPeople people;
    private final Collection<Fault> faults;
    private final Set<String> names = new HashSet<>();

    ScenarioReader(Contents contents, NamedPeople people, Collection<Fault> faults) {
        this.contents = contents;
        this.people = people;
        this.faults = faults;
    }

    /** The readable scenarios of a file. */
    Stream<Scenario> read(String file) {
        YamlNode root = YamlFile.read(file, contents.folder().text(file), faults);
        root.only(List.of("scenarios"));
        root.notEmpty("scenarios", "scenario");
        return root.at("scenarios").list().stream().flatMap(node -> scenario(node).stream());
    }

    private Optional<Scenario> scenario(YamlNode node) {
        node.only(List.of("name", "like", "given", "expect"));
        YamlNode name = node.need("name");
        if (!names.add(name.string())) {
            name.fault("duplicate", "another scenario has this name", "say what is different here");
        }
        Expectation expected = expectation(node.need("expect"));
        YamlAnswers given = YamlAnswers.of(node.at("given"));
        String like = node.at("like").isAbsent() ? null : node.at("like").string();
        Optional<ObjectNode> json = like == null ? Optional.of(given.json()) : person(node.at("like"), given.json());
        if (json.isEmpty() || expected == null) {
            return Optional.empty();
        }
        try {
            var answers =
                    AnswersReader.readApplicable(contents.questionnaire(), json.get(), given.places()::containsKey);
            return Optional.of(new Scenario(node.place(), name.string(), like, answers, expected));
        } catch (InvalidAnswers e) {
            e.faults().forEach(fault -> faults.add(given.fault(fault)));
            return Optional.empty();
        }
    }

    private Optional<ObjectNode> person(YamlNode like, ObjectNode given) {
        String name = like.string();
        if (!people.written().containsKey(name) && !people.written().isEmpty()) {
            like.fault(
                    "unknown-person",
                    "there is no person '" + name + "' in " + Scenarios.PEOPLE,
                    Nearest.remedy(name, people.written().keySet()));
        }
        return people.over(name, given);
    }

    private @Nullable Expectation expectation(YamlNode node) {
        node.only(List.of("verdict", "rules", "notRules", "recommends", "wait"));
        YamlNode verdict = node.need("verdict");
        if (!VERDICTS.contains(verdict.string())) {
            if (!verdict.isAbsent()) {
                String problem = "there is no verdict '" + verdict.string() + "'";
                verdict.fault("unknown-verdict", problem, Nearest.remedy(verdict.string(), VERDICTS));
            }
            return null;
        }
        return new Expectation(
                Verdict.valueOf(verdict.string()),
                rules(node.at("rules"), rule -> true),
                rules(node.at("notRules"), rule -> true),
                rules(node.at("recommends"), rule -> rule.topic() != null),
                delay(node.at("wait")));
    }

    private List<String> rules(YamlNode node, Predicate<Rule> fits) {
        var ids = contents.rules().stream().filter(fits).map(Rule::id).toList();
        node.list().stream()
                .filter(id -> !ids.contains(id.string()) && contents.faults().isEmpty())
                .forEach(id -> id.fault(
                        "unknown-rule",
                        "there is no such rule as '" + id.string() + "' here",
                        Nearest.remedy(id.string(), ids)));
        return node.list().stream().map(YamlNode::string).toList();
    }

    private static @Nullable Wait delay(YamlNode node) {
        var matcher = WAIT.matcher(node.string());
        if (matcher.matches()) {
            String unit = matcher.group(2).toUpperCase(Locale.ROOT) + "S";
            return new Wait(Integer.parseInt(matcher.group(1)), Wait.Unit.valueOf(unit));
        }
        if (!node.isAbsent()) {
            node.fault("wait", "'" + node.string() + "' is not a time", "write one such as '3 weeks'");
        }
        return null;
    }
}
