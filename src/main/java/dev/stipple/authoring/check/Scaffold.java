package dev.stipple.authoring.check;

import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.RuleIds;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Language;
import dev.stipple.wording.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what a new rule or question needs, with marks where the author has to fill in. */
public record Scaffold(Contents contents, RulesFolder folder) {
    /** What the factor is called whose rules recommend and decide nothing, where it has no rules yet. */
    private static final String PLAN = "plan";

    public static Scaffold of(Contents contents) {
        return new Scaffold(contents, contents.folder());
    }

    /** The id of the next rule of a factor, whose prefix comes from its other rules or, unlike any other, from its name. */
    public String nextId(String factor) {
        var ids = RuleIds.of(contents.rules().stream().map(Rule::id).toList());
        return ids.next(rules(factor)
                .map(Rule::id)
                .filter(id -> id.matches(RuleIds.FORM))
                .map(RuleIds::letters)
                .findFirst()
                .orElseGet(() -> letters(factor, ids.letters())));
    }

    private Stream<Rule> rules(String factor) {
        return contents.rules().stream().filter(rule -> rule.factor().equals(factor));
    }

    /** Letters of the name, the first ones that begin no other id. */
    private static String letters(String factor, Set<String> taken) {
        String letters = factor.replaceAll("[^a-z]", "").toUpperCase(Locale.ROOT) + "XYZ";
        for (int second = 1; second < letters.length(); second++) {
            for (int third = second + 1; third < letters.length(); third++) {
                String three = "" + letters.charAt(0) + letters.charAt(second) + letters.charAt(third);
                if (!taken.contains(three)) {
                    return three;
                }
            }
        }
        throw new IllegalArgumentException("every id that could begin like " + factor + " is taken");
    }

    /** Whether the rules of a factor recommend, and decide nothing. */
    private boolean recommends(String factor) {
        return rules(factor).findAny().isEmpty()
                ? factor.equals(PLAN)
                : rules(factor).allMatch(rule -> rule.effect() == null);
    }

    /**
     * The folder with a rule, its translations and a scenario added, and its factor where that is new.
     *
     * @param stem the rule file without its ending, such as {@code age} or {@code age/years}
     */
    public RulesFolder rule(String stem, String what) {
        String factor = RulesFolder.factor(stem);
        String id = nextId(factor);
        RulesFolder changed =
                added(folder, stem + RulesFolder.RULES, "package stipple.rules\n", "\n" + rule(factor, what, id));
        for (Language language : languages().translated()) {
            changed = added(changed, stem + "." + language + ".yaml", "", translation(factor, id, language));
        }
        changed = added(changed, stem + Scenarios.ENDING, "scenarios:\n", scenario(factor, what, id));
        boolean named = contents.factors().containsKey(factor) || recommends(factor);
        return WrittenPages.rewritten(named ? changed : named(changed, factor));
    }

    private static RulesFolder added(RulesFolder folder, String file, String begin, String text) {
        return folder.with(file, (folder.has(file) ? folder.text(file) : begin) + text);
    }

    /** The folder with a name for a new factor. */
    private RulesFolder named(RulesFolder folder, String factor) {
        String name = "  " + factor + ": " + wording("its name") + "\n";
        String text = folder.text(QuestionnaireFile.NAME);
        return folder.with(QuestionnaireFile.NAME, text.replaceFirst("(?m)^factors:\n", "factors:\n" + name));
    }

    private String rule(String factor, String what, String id) {
        Group group = contents.questionnaire().groups().get(0);
        String source = contents.sources().keySet().iterator().next();
        return """
                rule "%s: %s"
                    @id(%s)
                    %s
                    @because("%s: %s, for the person")
                    @source("%s") // %s: who says so
                when
                %s    %s( %s != null ) // %s: when this is the case
                then
                    findings.add(drools);
                end
                """.formatted(
                        factor,
                        what.replace("\"", "'"),
                        id,
                        says(factor),
                        FillIns.MARK,
                        because(factor),
                        source,
                        FillIns.MARK,
                        recommends(factor)
                                ? "    Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) )"
                                        + " // " + FillIns.MARK + ": upon which verdicts\n"
                                : "",
                        group.fact(),
                        group.closed().get(0).id(),
                        FillIns.MARK);
    }

    private String because(String factor) {
        return recommends(factor) ? "the advice" : "the reason";
    }

    /** What a rule says: its effect, or its topic of the plan. */
    private String says(String factor) {
        return recommends(factor)
                ? "@recommend("
                        + contents.questionnaire().topics().keySet().iterator().next() + ") // " + FillIns.MARK
                        + ": the topic"
                : "@effect(CONDITIONS) // " + FillIns.MARK + ": the effect";
    }

    private String translation(String factor, String id, Language language) {
        return """
                %s:
                  title: "%s: what is the case, in %s"
                  because: "%s: %s, in %s"
                """.formatted(
                        id, FillIns.MARK, language.inEnglish(), FillIns.MARK, because(factor), language.inEnglish());
    }

    private Languages languages() {
        return contents.questionnaire().languages();
    }

    /** A text to be filled in, in each language. */
    private String wording(String what) {
        return languages().all().stream()
                .map(language -> language + ": \"" + FillIns.MARK + ": " + what
                        + (language.equals(languages().original()) ? "" : " in " + language.inEnglish()) + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String scenario(String factor, String what, String id) {
        Scenarios scenarios = Scenarios.read(contents);
        String like = scenarios.people().keySet().stream()
                .findFirst()
                .map(name -> "  like: " + name + "\n")
                .orElse("");
        return "- name: \"" + FillIns.MARK + ": a sentence about " + what.replace("\"", "'") + "\"\n" + like
                + "  given: {} # " + FillIns.MARK + ": the answers that make it fire\n"
                + "  expect:\n    verdict: SUITABLE_WITH_CONDITIONS # " + FillIns.MARK + ": the verdict\n    "
                + (recommends(factor) ? "recommends" : "rules") + ": [" + id + "]\n";
    }

    /** The folder with a question added to the end of its group, and the fact types that follow. */
    public RulesFolder question(Group group, String id) {
        String text = folder.text(QuestionnaireFile.NAME);
        int begin = text.indexOf("- group: " + group.id() + "\n");
        int next = text.indexOf("\n- group: ", begin + 1);
        int end = next < 0 ? text.length() : next;
        String changed =
                text.substring(0, end).stripTrailing() + "\n" + question(id) + (next < 0 ? "" : text.substring(end));
        RulesFolder added = folder.with(QuestionnaireFile.NAME, changed);
        return added.with(FactsFile.NAME, FactsFile.write(Contents.read(added).questionnaire()));
    }

    private String question(String id) {
        String open = FillIns.MARK;
        return String.join(
                        "\n",
                        List.of(
                                "  - id: " + id,
                                "    type: choice # " + open + ": the type: boolean, integer, choice or choices",
                                "    text: " + wording("the question"),
                                "    options:",
                                "    - {code: YES, text: " + wording("an option") + "}",
                                "    - {code: \"NO\", text: " + wording("another") + "}"))
                + "\n";
    }

    /** The names of the files that differ, in order. */
    public List<String> changed(RulesFolder other) {
        return other.texts().keySet().stream()
                .filter(file -> !other.text(file).equals(folder.text(file)) || !folder.has(file))
                .toList();
    }
}
