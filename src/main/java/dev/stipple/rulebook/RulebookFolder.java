package dev.stipple.rulebook;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.rulebook.RuleFile.Draft;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads every file of a rules folder that belongs to the rulebook, and checks them against each other. */
final class RulebookFolder {
    private static final List<String> EFFECTS =
            Stream.of(Effect.values()).map(Effect::name).toList();

    /** Kinds of faults of a questionnaire from which faults of all rules would follow. */
    private static final Set<String> UNREADABLE = Set.of(
            "no-questionnaire", "yaml", "yaml-kind", "missing", "name", "option-code", "unknown-type", "duplicate");

    /** Kinds of faults of rules from which it would follow that something is left over. */
    private static final Set<String> UNREADABLE_RULES =
            Set.of("syntax", "dialect", "metadata", "unknown-annotation", "duplicate-id");

    private final RulesFolder folder;
    private final Faults faults = new Faults();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Place> ids = new HashMap<>();
    private final Set<String> cited = new HashSet<>();

    private RulebookFolder(RulesFolder folder) {
        this.folder = folder;
    }

    /** Reads the folder; never throws, so that one run tells every fault. */
    static Contents read(RulesFolder folder) {
        return new RulebookFolder(folder).contents();
    }

    private Contents contents() {
        Questionnaire questionnaire = QuestionnaireFile.read(folder, faults.collection());
        boolean readable = faults.list().stream().noneMatch(fault -> UNREADABLE.contains(fault.kind()));
        SourcesFile sources = SourcesFile.read(folder, faults);
        FrenchFile french = FrenchFile.read(folder, faults);
        var factors = new LinkedHashMap<String, Wording>();
        var rules = new ArrayList<Rule>();
        if (readable) {
            checkNames(questionnaire);
            checkFacts(questionnaire);
            for (String file : folder.names(".drl")) {
                if (!file.equals(FactsFile.NAME)) {
                    read(file, questionnaire, sources, french, rules, factors);
                }
            }
            checkReferences(sources, french, factors.keySet());
        }
        if (rules.isEmpty() && faults.isEmpty()) {
            faults.add(Place.startOf("."), "no-rules", "the rules folder has no rules", "add a .drl file");
        }
        return new Contents(folder, questionnaire, factors, List.copyOf(rules), sources.sources(), faults.list());
    }

    /** What no rule refers to; unknown as long as some rule cannot be read. */
    private void checkReferences(SourcesFile sources, FrenchFile french, Set<String> factors) {
        if (faults.list().stream().noneMatch(fault -> UNREADABLE_RULES.contains(fault.kind()))) {
            french.only(factors, ids.keySet());
            checkCited(sources);
        }
    }

    private void read(
            String file,
            Questionnaire questionnaire,
            SourcesFile sources,
            FrenchFile french,
            List<Rule> rules,
            Map<String, Wording> factors) {
        String stem = file.substring(0, file.length() - ".drl".length());
        var text = new SourceText(file, folder.text(file));
        var drafts = RuleFile.read(questionnaire, text, faults);
        for (Draft draft : drafts) {
            rules.add(rule(draft, stem, questionnaire, sources, french));
            if (draft.sound()) {
                NegationCheck.check(draft.condition(), questionnaire, faults);
            }
        }
        if (drafts.stream().anyMatch(draft -> !draft.value("effect").isEmpty())) {
            factors.put(stem, new Wording(sentence(stem.replace('-', ' ')), french.factor(stem)));
        }
    }

    private Rule rule(Draft draft, String stem, Questionnaire questionnaire, SourcesFile sources, FrenchFile french) {
        String id = id(draft);
        String title = title(draft, stem);
        Effect effect = effect(draft, questionnaire);
        String because = required(draft, "because");
        var cites = cites(draft, sources);
        return new Rule(
                id,
                draft.name(),
                stem,
                new Wording(sentence(title), sentence(french.of(id, "title"))),
                effect,
                effect == null ? draft.value("recommend") : null,
                new Wording(because, french.of(id, "because")),
                cites,
                dissents(draft, id, sources, french),
                draft.condition(),
                draft.waits(),
                draft.span(),
                draft.metadata().spans());
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String id(Draft draft) {
        String id = required(draft, "id");
        if (!id.isEmpty() && !id.matches("[A-Z]{3}-\\d{2,3}")) {
            faults.add(draft.at("id").place(), "metadata", "'" + id + "' is not a rule id", "write one such as TRA-02");
            return "";
        }
        Place first = ids.putIfAbsent(id, draft.at("id").place());
        if (first != null && !id.isEmpty()) {
            faults.add(
                    draft.at("id").place(),
                    "duplicate-id",
                    "the id " + id + " is used at " + first,
                    "take the next free number");
        }
        return id;
    }

    private String title(Draft draft, String stem) {
        if (!names.add(draft.name())) {
            faults.add(
                    draft.span().place(),
                    "duplicate-name",
                    "another rule is named '" + draft.name() + "'",
                    "rename one");
        }
        if (!draft.name().startsWith(stem + ": ")) {
            faults.add(
                    draft.span().place(),
                    "rule-name",
                    "the rule's name does not start with its file's stem",
                    "write rule \"" + stem + ": what is the case\"");
            return draft.name();
        }
        return draft.name().substring(stem.length() + 2);
    }

    private @Nullable Effect effect(Draft draft, Questionnaire questionnaire) {
        String topic = draft.value("recommend");
        String effect = draft.value("effect");
        if (topic.isEmpty() == effect.isEmpty()
                && !draft.metadata().isRefused("effect")
                && !draft.metadata().isRefused("recommend")) {
            faults.add(
                    draft.span().place(),
                    "metadata",
                    "a rule has either @effect or @recommend",
                    "write @effect(...) for a verdict or @recommend(...) for the plan");
        }
        if (!topic.isEmpty()) {
            if (!questionnaire.topics().containsKey(topic)) {
                faults.unknown(
                        draft.at("recommend").place(),
                        "topic",
                        topic,
                        questionnaire.topics().keySet());
            }
            return null;
        }
        checkUndecided(draft);
        if (!effect.isEmpty() && !EFFECTS.contains(effect)) {
            faults.unknown(draft.at("effect").place(), "effect", effect, EFFECTS);
            return null;
        }
        return effect.isEmpty() ? null : Effect.valueOf(effect);
    }

    private void checkUndecided(Draft draft) {
        draft.condition()
                .nodes()
                .filter(Condition.Decided.class::isInstance)
                .forEach(node -> faults.add(
                        ((Condition.Decided) node).span().place(),
                        "verdict-circle",
                        "a rule with an effect cannot ask for the verdict",
                        "test the answers themselves"));
    }

    private String required(Draft draft, String annotation) {
        String value = draft.value(annotation);
        if (value.isBlank() && !draft.metadata().isRefused(annotation)) {
            faults.add(
                    draft.at(annotation).place(),
                    "metadata",
                    "@" + annotation + " is missing",
                    "add @" + annotation + "(...)");
        }
        return value;
    }

    private List<Source> cites(Draft draft, SourcesFile sources) {
        var found = new ArrayList<Source>();
        for (String id : required(draft, "source").split(",", -1)) {
            if (!id.isBlank()) {
                source(id.strip(), draft.at("source"), sources).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<Source> source(String id, Span span, SourcesFile sources) {
        cited.add(id);
        Source source = sources.sources().get(id);
        if (source == null && !sources.sources().isEmpty()) {
            faults.unknown(span.place(), "source", id, sources.sources().keySet());
        }
        return Optional.ofNullable(source);
    }

    private List<Dissent> dissents(Draft draft, String id, SourcesFile sources, FrenchFile french) {
        String english = draft.value("otherwise");
        if (english.isEmpty()) {
            return List.of();
        }
        var translated = new LinkedHashMap<String, String>();
        parts(french.of(id, "otherwise")).forEach(part -> translated.put(part[0], part[1]));
        var dissents = new ArrayList<Dissent>();
        for (String[] part : parts(english)) {
            if (part[1].isEmpty()) {
                faults.add(
                        draft.at("otherwise").place(),
                        "metadata",
                        "'" + part[0] + "' does not say which source says otherwise",
                        "write @otherwise(\"KEY: what it says. | KEY: what it says.\")");
                continue;
            }
            String says = translated.getOrDefault(part[0], "");
            if (says.isEmpty()) {
                faults.add(
                        draft.at("otherwise").place(),
                        "french",
                        "the French of what " + part[0] + " says is missing",
                        "add it to 'otherwise' of " + id + " in " + FrenchFile.NAME);
            }
            source(part[0], draft.at("otherwise"), sources)
                    .ifPresent(source -> dissents.add(new Dissent(source, new Wording(part[1], says))));
        }
        return List.copyOf(dissents);
    }

    /** Splits {@code KEY: text | KEY: text}; a part without a key has an empty text. */
    private static List<String[]> parts(String otherwise) {
        return Stream.of(otherwise.split("\\|", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("\\s*:\\s+", 2))
                .map(part -> part.length == 2 ? part : new String[] {part[0], ""})
                .toList();
    }

    private void checkNames(Questionnaire questionnaire) {
        Stream.of(Verdict.values())
                .map(Verdict::name)
                .filter(verdict -> !questionnaire.verdicts().containsKey(verdict))
                .forEach(verdict -> missingName("verdicts", verdict));
        EFFECTS.stream()
                .filter(effect -> !questionnaire.effects().containsKey(effect))
                .forEach(effect -> missingName("effects", effect));
        Stream.of(Wait.Unit.values())
                .map(Wait.Unit::key)
                .filter(unit -> !questionnaire.units().containsKey(unit))
                .forEach(unit -> missingName("units", unit));
    }

    private void missingName(String section, String name) {
        faults.add(
                Place.startOf(QuestionnaireFile.NAME),
                "missing",
                "'" + section + "' does not say what " + name + " is called",
                "add '" + name + ":' under '" + section + ":'");
    }

    private void checkFacts(Questionnaire questionnaire) {
        String text = folder.text(FactsFile.NAME);
        String expected = FactsFile.write(questionnaire);
        if (!text.equals(expected)) {
            faults.add(
                    Place.ofDifference(FactsFile.NAME, text, expected),
                    "stale-facts",
                    "the fact types are not those of " + QuestionnaireFile.NAME,
                    "run: stipple facts --write");
        }
    }

    private void checkCited(SourcesFile sources) {
        sources.places().forEach((id, place) -> {
            if (!cited.contains(id)) {
                faults.add(place, "uncited-source", "no rule cites " + id, "cite it or remove it");
            }
        });
    }
}
