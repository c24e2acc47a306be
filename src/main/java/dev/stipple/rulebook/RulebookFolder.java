package dev.stipple.rulebook;

import dev.stipple.interview.Interview;
import dev.stipple.interview.InterviewFile;
import dev.stipple.mail.MailFile;
import dev.stipple.mail.MailTexts;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.rule.Rule;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.rule.Verdict;
import dev.stipple.rule.Wait;
import dev.stipple.rulebook.dialect.CharacterCheck;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.rulebook.dialect.Faults;
import dev.stipple.rulebook.dialect.NegationCheck;
import dev.stipple.rulebook.dialect.RuleFile;
import dev.stipple.rulebook.dialect.RuleFile.Draft;
import dev.stipple.rulebook.dialect.RuleMetadata;
import dev.stipple.rulebook.dialect.SourceText;
import dev.stipple.rulebook.dialect.SourcesFile;
import dev.stipple.rulebook.dialect.WaitCheck;
import dev.stipple.rulebook.summary.SummaryFile;
import dev.stipple.rulebook.translation.Translations;
import dev.stipple.text.Fault;
import dev.stipple.text.Nearest;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.wording.Wording;
import dev.stipple.wording.WordingReader;
import dev.stipple.wording.WordsCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads every file of a rules folder that belongs to the rulebook, and checks them against each other. */
final class RulebookFolder {
    /** Kinds of faults of a questionnaire from which faults of all rules would follow. */
    private static final Set<String> UNREADABLE = Set.of(
            "no-questionnaire",
            "yaml",
            "yaml-kind",
            "missing",
            "name",
            "option-code",
            "unknown-type",
            "duplicate",
            "character",
            "limit");

    /** Kinds of faults of rules from which it would follow that something is left over. */
    private static final Set<String> UNREADABLE_RULES = Set.of(
            "syntax", "dialect", "metadata", "unknown-annotation", "duplicate-id", "character", "limit", "unreadable");

    /** How many comparisons and patterns all rules may have, each counted in every way its rule can fire; the shipped have 1,400. */
    private static final int LARGEST = 6_000;

    /** How many rules there may be, sound or not; the shipped are a quarter of that. */
    private static final int MOST_RULES = 2_000;

    private final RulesFolder folder;
    private final Faults faults = new Faults();
    private final Map<Translations, Set<String>> translations = new LinkedHashMap<>();

    private final Map<String, List<Draft>> drafts = new TreeMap<>();

    private RulebookFolder(RulesFolder folder) {
        this.folder = folder;
    }

    /** Reads the folder; never throws, so that one run tells every fault. */
    static Contents read(RulesFolder folder) {
        return new RulebookFolder(folder).contents();
    }

    /** Whether something that is told may be wrong only because of this fault. */
    static boolean leavesRulesUnread(Fault fault) {
        return UNREADABLE_RULES.contains(fault.kind());
    }

    private Contents contents() {
        Questionnaire questionnaire = QuestionnaireFile.read(folder, faults.collection());
        boolean readable = faults.list().stream().noneMatch(fault -> UNREADABLE.contains(fault.kind()));
        Collection<Fault> told = readable ? faults.collection() : new ArrayList<>();
        var words = WordingReader.of(folder, questionnaire.languages(), told);
        Interview interview = InterviewFile.read(folder, questionnaire, words, told);
        WordsCheck.check(folder, questionnaire.languages(), told);
        SourcesFile sources = SourcesFile.read(folder, words, faults);
        var metadata = new RuleMetadata(questionnaire, sources, faults);
        var factors = new LinkedHashMap<String, Wording>();
        var rules = new ArrayList<Rule>();
        SummaryTexts summary = SummaryFile.read(folder, words, faults.collection());
        Optional<MailTexts> mail = MailFile.read(folder, words, told);
        if (readable) {
            checkNames(questionnaire);
            checkFacts(questionnaire);
            for (String file : folder.names(RulesFolder.RULES)) {
                if (rules.size() > MOST_RULES) {
                    faults.add(
                            Place.startOf(file),
                            "limit",
                            "before this file, there are more than " + MOST_RULES + " rules already",
                            "write fewer rules");
                    break;
                }
                if (!file.equals(FactsFile.NAME)) {
                    read(file, questionnaire, words, metadata, rules)
                            .ifPresent(factor -> factors.put(factor, name(questionnaire, factor)));
                }
            }
            checkSize();
            drafts.values().forEach(factor -> checkFactor(factor, questionnaire));
            checkLetters(rules);
            checkAdvice(rules, words);
            checkReferences(questionnaire, sources, words, factors.keySet(), metadata);
        }
        if (rules.isEmpty() && faults.isEmpty()) {
            faults.add(Place.startOf("."), "no-rules", "the rules folder has no rules", "add a .drl file");
        }
        return new Contents(
                folder,
                questionnaire,
                interview,
                factors,
                List.copyOf(rules),
                sources.sources(),
                summary,
                mail,
                faults.list());
    }

    private Wording name(Questionnaire questionnaire, String factor) {
        Wording name = questionnaire.factors().get(factor);
        if (name == null) {
            missingName("factors", factor);
            return questionnaire.title().map(title -> "");
        }
        return name;
    }

    /** What no rule refers to; unknown as long as some rule cannot be read. */
    private void checkReferences(
            Questionnaire questionnaire,
            SourcesFile sources,
            WordingReader words,
            Set<String> factors,
            RuleMetadata metadata) {
        if (faults.list().stream().noneMatch(RulebookFolder::leavesRulesUnread)) {
            questionnaire.factors().keySet().stream()
                    .filter(factor -> !factors.contains(factor))
                    .forEach(factor -> withoutRules(factor, factors));
            translations.forEach((translation, ids) -> translation.only(ids));
            Translations.checkLeftOver(folder, words, faults.collection());
            checkCited(sources, metadata.cited());
            metadata.checkAll();
        }
    }

    private void withoutRules(String factor, Set<String> factors) {
        Place place = YamlFile.read(QuestionnaireFile.NAME, folder.text(QuestionnaireFile.NAME), new ArrayList<>())
                .at("factors")
                .keyPlace(factor);
        if (Nearest.to(factor, factors).isPresent()) {
            faults.unknown(place, "factor", factor, factors);
        } else {
            faults.add(
                    place,
                    "unknown-factor",
                    "'" + factor + "' is a factor without rules",
                    "write " + factor + RulesFolder.RULES);
        }
    }

    /** Adds the rules of a file; the factor that it is about, where its rules have effects. */
    private Optional<String> read(
            String file, Questionnaire questionnaire, WordingReader words, RuleMetadata metadata, List<Rule> rules) {
        String factor = RulesFolder.factor(file);
        var source = new SourceText(file, folder.text(file));
        if (!CharacterCheck.passes(source, faults)) {
            return Optional.empty();
        }
        var translated = Translations.read(folder, RulesFolder.stem(file), words, faults.collection());
        var drafts = RuleFile.read(questionnaire, source, faults);
        this.drafts.computeIfAbsent(factor, each -> new ArrayList<>()).addAll(drafts);
        var ids = new HashSet<String>();
        translations.put(translated, ids);
        for (Draft draft : drafts) {
            Rule rule = metadata.rule(draft, factor, translated);
            rules.add(rule);
            ids.add(rule.id());
            if (draft.sound()) {
                NegationCheck.check(draft.condition(), questionnaire, faults);
            }
        }
        return drafts.stream().anyMatch(draft -> !draft.value("effect").isEmpty())
                ? Optional.of(factor)
                : Optional.empty();
    }

    /** Compiling and proving take time and memory in step with the comparisons in all ways of all rules. */
    private void checkSize() {
        long size = 0;
        for (Draft draft : drafts.values().stream()
                .flatMap(List::stream)
                .filter(Draft::sound)
                .toList()) {
            long comparisons = draft.condition()
                    .patterns()
                    .mapToLong(pattern -> 1 + pattern.constraint().comparisons().count())
                    .sum();
            size += draft.condition().ways() * comparisons;
            if (size > LARGEST) {
                faults.add(
                        draft.span().place(),
                        "limit",
                        "with this rule, all rules together make more than " + LARGEST + " comparisons",
                        "write fewer or simpler rules");
                return;
            }
        }
    }

    private void checkFactor(List<Draft> factor, Questionnaire questionnaire) {
        if (faults.list().stream().noneMatch(fault -> fault.place().file().equals(QuestionnaireFile.NAME))) {
            WaitCheck.check(factor, faults);
        }
        List<Draft> advice = factor.stream()
                .filter(draft -> !draft.value("recommend").isEmpty()
                        && draft.value("effect").isEmpty())
                .toList();
        if (factor.stream().allMatch(draft -> draft.value("effect").isEmpty())) {
            VerdictCheck.check(advice, faults);
        } else {
            advice.stream()
                    .filter(draft -> questionnaire.topics().containsKey(draft.value("recommend")))
                    .forEach(draft -> faults.add(
                            draft.at("recommend").place(),
                            "recommend",
                            "other rules of this factor decide, and this one only recommends",
                            "write @effect(...), or put it among the rules of the plan"));
        }
    }

    /** The ids of a factor begin with the letters that most of them have, or of equally many the first. */
    private void checkLetters(List<Rule> rules) {
        var ids = RuleIds.of(rules.stream().map(Rule::id).toList());
        var factors = new TreeMap<String, List<Rule>>();
        rules.stream()
                .filter(rule -> rule.id().matches(RuleIds.FORM))
                .forEach(rule -> factors.computeIfAbsent(rule.factor(), factor -> new ArrayList<>())
                        .add(rule));
        factors.values().forEach(factor -> {
            var counts = new LinkedHashMap<String, Integer>();
            factor.forEach(rule -> counts.merge(RuleIds.letters(rule.id()), 1, Integer::sum));
            String usual = Collections.max(counts.keySet(), Comparator.comparing(counts::get));
            factor.stream()
                    .filter(rule -> !RuleIds.letters(rule.id()).equals(usual))
                    .forEach(rule -> strange(rule, usual, ids.next(usual)));
        });
    }

    private void strange(Rule rule, String usual, String next) {
        faults.add(
                place(rule, "id"),
                "id-letters",
                "the ids of this factor begin with " + usual + ", and that of this rule with "
                        + RuleIds.letters(rule.id()),
                "write '" + next + "'");
    }

    private void checkAdvice(List<Rule> rules, WordingReader words) {
        NeverSay never = NeverSay.read(folder, words.languages(), faults);
        for (Rule rule : rules) {
            never.check(rule.span().place(), rule.title().original());
            never.check(place(rule, "because"), rule.because().original());
            rule.otherwise()
                    .forEach(dissent ->
                            never.check(place(rule, "otherwise"), dissent.says().original()));
            rule.notes()
                    .forEach(
                            note -> never.check(place(rule, "note"), note.says().original()));
        }
        never.check(folder, QuestionnaireFile.NAME);
        never.check(folder, SummaryFile.NAME);
        never.check(folder, InterviewFile.NAME);
        never.check(folder, MailFile.NAME);
        folder.names(".yaml").stream().filter(Translations::isTranslation).forEach(file -> never.check(folder, file));
    }

    private static Place place(Rule rule, String annotation) {
        return rule.metadata().getOrDefault(annotation, rule.span()).place();
    }

    private void checkNames(Questionnaire questionnaire) {
        Stream.of(Verdict.values())
                .map(Verdict::name)
                .filter(verdict -> !questionnaire.verdicts().containsKey(verdict))
                .forEach(verdict -> missingName("verdicts", verdict));
        RuleMetadata.EFFECTS.stream()
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

    private void checkCited(SourcesFile sources, Set<String> cited) {
        sources.places().forEach((id, place) -> {
            if (!cited.contains(id)) {
                faults.add(place, "uncited-source", "no rule cites " + id, "cite it or remove it");
            }
        });
    }
}
