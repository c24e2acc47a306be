package dev.stipple.screening;

import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Move;
import dev.stipple.assessment.Outlook;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares kept screenings with what changed rules say, one after the other. */
public final class KeptImpact {
    private final @Nullable Assessor before;
    private final Assessor changed;
    private final Map<Move, List<Reference>> moves = new TreeMap<>();
    private int compared;
    private int unfit;

    private KeptImpact(@Nullable Rulebook before, Rulebook changed) {
        this.before = before == null ? null : assessor(before);
        this.changed = assessor(changed);
    }

    /** Compares the verdicts that were kept, each on the rules of its day. */
    public static KeptImpact of(Rulebook changed) {
        return new KeptImpact(null, changed);
    }

    /** Compares the verdicts on some rules, whatever rules were in use when a screening was kept. */
    public static KeptImpact between(Rulebook before, Rulebook changed) {
        return new KeptImpact(before, changed);
    }

    public void add(ListedScreening summary, Revision revision) {
        compared++;
        Optional<Verdict> from = before(revision);
        Optional<Verdict> to = verdict(changed, revision);
        if (from.isEmpty() || to.isEmpty()) {
            unfit++;
        } else if (from.get() != to.get()) {
            moves.computeIfAbsent(new Move(from.get(), to.get()), any -> new ArrayList<>())
                    .add(summary.reference());
        }
    }

    /** How many screenings were compared. */
    public int compared() {
        return compared;
    }

    /** How many of them have answers that do not fit the questions. */
    public int unfit() {
        return unfit;
    }

    /** Whose verdict moves, the milder ones first. */
    public Map<Move, List<Reference>> moves() {
        return moves;
    }

    private Optional<Verdict> before(Revision revision) {
        return before == null || before.rulebook().digest().equals(revision.rulebook())
                ? Optional.of(revision.verdict())
                : verdict(before, revision);
    }

    private static Assessor assessor(Rulebook rulebook) {
        return new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS);
    }

    private static Optional<Verdict> verdict(Assessor assessor, Revision revision) {
        try {
            return Optional.of(
                    assessor.assess(revision.counted(assessor.rulebook().questionnaire()))
                            .verdict());
        } catch (InvalidAnswers e) {
            return Optional.empty();
        }
    }
}
