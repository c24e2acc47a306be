package dev.stipple.authoring.impact;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Conclusion;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.summary.CommonFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Counts for how many plausible people whom it suits each rule fires. */
public final class HowCommon {
    private static final long SEED = 1;
    private static final Set<Verdict> SUITS = Set.of(Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS);

    private final Rulebook rulebook;
    private final Map<String, Long> fired = new HashMap<>();
    private long people;

    private HowCommon(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * The text of the file of counts.
     *
     * @param people how many people to make up, those whom it does not suit among them
     */
    public static String file(Rulebook rulebook, int people) {
        var counts = new HowCommon(rulebook);
        var population = new Population(rulebook.contents(), SEED);
        Stream.generate(population::next)
                .limit(people)
                .filter(person -> person.unanswered().isEmpty())
                .forEach(counts::count);
        return CommonFile.write(rulebook.rules(), counts.fired, counts.people);
    }

    private void count(Answers person) {
        try (Rulebook.Session session = rulebook.session(person)) {
            List<Finding> findings = session.findings();
            Verdict verdict = verdict(findings);
            if (SUITS.contains(verdict)) {
                people++;
                Stream.concat(findings.stream(), session.plan(verdict).stream())
                        .map(finding -> finding.rule().id())
                        .distinct()
                        .forEach(id -> fired.merge(id, 1L, Long::sum));
            }
        }
    }

    private Verdict verdict(List<Finding> findings) {
        List<Rule> rules = findings.stream().map(Finding::rule).toList();
        return Conclusion.of(rules, rulebook.factors().keySet());
    }
}
