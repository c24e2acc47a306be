package dev.stipple.rulebook;

import dev.stipple.answers.Answers;
import dev.stipple.interview.Interview;
import dev.stipple.mail.MailTexts;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.rule.Support;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.dialect.Metadata;
import dev.stipple.rulebook.dialect.SourcesFile;
import dev.stipple.rulebook.engine.Engine;
import dev.stipple.rulebook.engine.Findings;
import dev.stipple.rulebook.summary.CommonFile;
import dev.stipple.rulebook.summary.SummaryFile;
import dev.stipple.rulebook.translation.Translations;
import dev.stipple.text.Digest;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that one state of a rules folder says, compiled. Immutable, and safe to use from many threads. */
public final class Rulebook {
    private static final Comparator<Rule> STRICTEST_FIRST = Comparator.comparing(
                    Rule::effect, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Rule::id);

    private final Contents contents;
    private final Map<String, Ranked> byName = new HashMap<>();
    private final Engine engine;
    private final Support support;
    private final String digest;

    /** A rule and its place among all, the strictest effect first and then by id. */
    private record Ranked(Rule rule, int rank) {}

    /** A finding and the place of its rule. */
    private record Found(Finding finding, int rank) {
        private static final Comparator<Found> ORDER =
                Comparator.comparingInt(Found::rank).thenComparing(Found::pointers);

        private String pointers() {
            return finding.standsOn().stream().map(Slot::pointer).collect(Collectors.joining(" "));
        }
    }

    private Rulebook(Contents contents) {
        this.contents = contents;
        contents.rules().stream()
                .sorted(STRICTEST_FIRST)
                .forEach(rule -> byName.put(rule.name(), new Ranked(rule, byName.size())));
        this.engine = Engine.compile(files(contents.folder()), contents.questionnaire());
        this.support = new Support(contents.questionnaire(), contents.rules());
        this.digest = digest(contents.folder());
    }

    /**
     * Reads, checks and compiles a rules folder.
     *
     * @throws InvalidRules with every fault found
     */
    public static Rulebook load(RulesFolder folder) {
        return compile(Contents.read(folder));
    }

    /**
     * Compiles what was read before.
     *
     * @throws InvalidRules with every fault found
     */
    public static Rulebook compile(Contents contents) {
        if (!contents.faults().isEmpty()) {
            throw new InvalidRules(contents.faults());
        }
        return new Rulebook(contents);
    }

    /** What the rules folder said, as it was read. */
    public Contents contents() {
        return contents;
    }

    public RulesFolder folder() {
        return contents.folder();
    }

    public Questionnaire questionnaire() {
        return contents.questionnaire();
    }

    /** How the questions are laid out for a person. */
    public Interview interview() {
        return contents.interview();
    }

    /** The name of each factor by its id, in order of the ids. */
    public Map<String, Wording> factors() {
        return contents.factors();
    }

    /** Every rule, those of the plan included, by file and then in the order written. */
    public List<Rule> rules() {
        return contents.rules();
    }

    public Optional<Rule> rule(String id) {
        return contents.rule(id);
    }

    public Map<String, Source> sources() {
        return contents.sources();
    }

    /** What the short answer says. */
    public SummaryTexts summary() {
        return contents.summary();
    }

    /** What mails to people say; empty where the folder has no such file. */
    public Optional<MailTexts> mail() {
        return contents.mail();
    }

    /** {@code sha256:} and 64 hexadecimal digits over all files that decide an assessment. */
    public String digest() {
        return digest;
    }

    /** A session in which the rules fire on a person's answers; to be closed. */
    public Session session(Answers answers) {
        return new Session(answers, engine.session(answers));
    }

    /** The findings alone, strictest effect first. */
    public List<Finding> findings(Answers answers) {
        try (Session session = session(answers)) {
            return session.findings();
        }
    }

    /** The rules before one person's answers: first the findings, then the plan of the verdict that they lead to. */
    public final class Session implements AutoCloseable {
        private final Answers answers;
        private final Engine.Session facts;

        private Session(Answers answers, Engine.Session facts) {
            this.answers = answers;
            this.facts = facts;
        }

        /** What fires on the answers; strictest effect first, then by rule. */
        public List<Finding> findings() {
            return Rulebook.this.findings(new Evaluation(answers, null), facts.fire(), facts);
        }

        /** What fires in addition on a verdict, after the findings; in the order of the rules. */
        public List<Finding> plan(Verdict verdict) {
            return Rulebook.this.findings(new Evaluation(answers, verdict), facts.fire(verdict), facts);
        }

        @Override
        public void close() {
            facts.close();
        }
    }

    private List<Finding> findings(Evaluation evaluation, List<Findings.Fired> fired, Engine.Session session) {
        var seen = new HashSet<Finding>();
        var found = new ArrayList<Found>();
        boolean partly = evaluation.answers().isPartlyKnown();
        for (Findings.Fired each : fired) {
            Ranked ranked = byName.get(each.rule());
            if (ranked == null) {
                throw new IllegalStateException("no rule is named " + each.rule());
            }
            Rule rule = ranked.rule();
            // Drools saw the known part as the whole, on which everything fires that is true of the whole, and more.
            if (partly && !evaluation.holds(rule.condition(), matched(each, session))) {
                continue;
            }
            List<Slot> known = support.known(rule, evaluation.answers());
            var standsOn = known == null
                    ? support.inOrder(evaluation.support(rule.condition(), matched(each, session)).stream())
                    : known;
            var finding = new Finding(rule, standsOn, each.delay());
            // A rule with known support matches no single entries, and so fires once.
            if (known != null || seen.add(finding)) {
                found.add(new Found(finding, ranked.rank()));
            }
        }
        found.sort(Found.ORDER);
        return found.stream().map(Found::finding).toList();
    }

    private static Map<Group, Set<Integer>> matched(Findings.Fired fired, Engine.Session session) {
        var matched = new HashMap<Group, Set<Integer>>();
        for (Object fact : fired.facts()) {
            Engine.FactOf entry = session.entryOf(fact);
            if (entry != null) {
                matched.computeIfAbsent(entry.group(), group -> new TreeSet<>()).add(entry.entry());
            }
        }
        return matched;
    }

    private static SortedMap<String, String> files(RulesFolder folder) {
        var files = new TreeMap<String, String>();
        folder.names(RulesFolder.RULES).forEach(file -> files.put(file, Metadata.blank(folder.text(file))));
        return files;
    }

    private static boolean decides(String file) {
        return file.endsWith(RulesFolder.RULES)
                || Translations.isTranslation(file)
                || List.of(QuestionnaireFile.NAME, SourcesFile.NAME, SummaryFile.NAME, CommonFile.NAME)
                        .contains(file);
    }

    private static String digest(RulesFolder folder) {
        var deciding = new TreeMap<>(folder.texts());
        deciding.keySet().removeIf(file -> !decides(file));
        return "sha256:" + Digest.of(deciding);
    }
}
