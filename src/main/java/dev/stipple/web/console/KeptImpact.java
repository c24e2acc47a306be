package dev.stipple.web.console;

import dev.stipple.assessment.Assessor;
import dev.stipple.questionnaire.AnswersReader;
import dev.stipple.questionnaire.InvalidAnswers;
import dev.stipple.reasoning.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.Verdict;
import dev.stipple.screening.Revision;
import dev.stipple.screening.Summary;
import dev.stipple.text.Language;
import dev.stipple.text.StrictJson;
import dev.stipple.web.console.ImpactPage.Move;
import dev.stipple.web.console.ImpactPage.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares kept verdicts with what changed rules say. */
final class KeptImpact {
    private static final int MOST_NAMED = 20;

    private record FromTo(Verdict from, Verdict to) {
        /** The milder ones first, then the stricter ones, then those that are open on one side. */
        int order() {
            boolean open = from == Verdict.UNDECIDED || to == Verdict.UNDECIDED;
            return open ? 2 : to.compareTo(from) > 0 ? 0 : 1;
        }
    }

    private final Rulebook changed;
    private final Assessor assessor;
    private final Map<FromTo, List<String>> moves = new TreeMap<>(
            Comparator.comparingInt(FromTo::order).thenComparing(FromTo::from).thenComparing(FromTo::to));
    private int compared;
    private int unfit;

    KeptImpact(Rulebook changed) {
        this.changed = changed;
        this.assessor = new Assessor(changed, new Reasoner(changed).verdictsOnly());
    }

    void add(Summary summary, Revision revision) {
        compared++;
        Optional<Verdict> now = verdict(revision);
        if (now.isEmpty()) {
            unfit++;
        } else if (now.get() != revision.verdict()) {
            moves.computeIfAbsent(new FromTo(revision.verdict(), now.get()), any -> new ArrayList<>())
                    .add(summary.reference().toString());
        }
    }

    Result result(boolean all, Language language) {
        var questionnaire = changed.questionnaire();
        return new Result(
                compared,
                unfit,
                all,
                moves.entrySet().stream()
                        .map(each -> new Move(
                                VerdictMark.of(questionnaire, each.getKey().from(), language),
                                VerdictMark.of(questionnaire, each.getKey().to(), language),
                                each.getValue().size(),
                                each.getValue().stream().limit(MOST_NAMED).toList()))
                        .toList());
    }

    private Optional<Verdict> verdict(Revision revision) {
        try {
            StrictJson json = StrictJson.read(revision.answers().getBytes(StandardCharsets.UTF_8));
            var answers = AnswersReader.read(changed.questionnaire(), json.tree(), json.duplicates());
            return Optional.of(assessor.assess(answers).verdict());
        } catch (InvalidAnswers e) {
            return Optional.empty();
        }
    }
}
