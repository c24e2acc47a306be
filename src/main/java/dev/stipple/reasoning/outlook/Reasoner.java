package dev.stipple.reasoning.outlook;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Outlook;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what holds for every way to complete partial answers: exactly, from the rules themselves. Safe to use from many
 * threads.
 */
public final class Reasoner implements Outlook {
    private final Workspaces workspaces;

    public Reasoner(Rulebook rulebook) {
        this(Rules.of(rulebook));
    }

    public Reasoner(Rules rules) {
        this.workspaces = new Workspaces(rules);
    }

    @Override
    public View of(Answers answers, Depth depth) {
        return about(answers, completions -> switch (depth) {
            case VERDICTS -> View.ofVerdicts(possible(completions));
            case AHEAD -> View.ahead(possible(completions), deciding(completions));
            case WHOLE ->
                new View(
                        possible(completions),
                        deciding(completions),
                        Reasons.of(completions),
                        IrrelevantAnswers.of(completions),
                        completions.workspace().disputes().of(completions));
        });
    }

    /** The verdicts that some completion reaches, strictest first. */
    public Set<Verdict> possible(Answers answers) {
        return about(answers, Reasoner::possible);
    }

    /** The question that is most worth asking; none where no answer can change the verdict. */
    public Optional<Slot> next(Answers answers) {
        return deciding(answers).stream().findFirst();
    }

    /** The unanswered slots that can still change the verdict, the one to ask next first. */
    public List<Slot> deciding(Answers answers) {
        return about(answers, Reasoner::deciding);
    }

    /** The answers that force the verdict, as few as can be; none while more than one verdict is possible. */
    public List<Slot> reason(Answers answers) {
        return about(answers, Reasons::of);
    }

    /** The answers that could not have mattered. */
    public List<Slot> idle(Answers answers) {
        return about(answers, IrrelevantAnswers::of);
    }

    private static List<Slot> deciding(Completions completions) {
        return NextQuestion.order(completions, DecidingSlots.of(completions));
    }

    /** Answers that exclude each other have no completion, and so are undecided. */
    private static Set<Verdict> possible(Completions completions) {
        return orUndecided(completions.possible());
    }

    static Set<Verdict> orUndecided(Set<Verdict> possible) {
        return Collections.unmodifiableSet(
                possible.isEmpty() ? EnumSet.of(Verdict.UNDECIDED) : EnumSet.copyOf(possible));
    }

    private <T> T about(Answers answers, Function<Completions, T> question) {
        Answers applicable = answers.applicable();
        return workspaces.with(
                Space.mostEntries(answers), workspace -> question.apply(new Completions(workspace, applicable)));
    }
}
