package dev.stipple.reasoning.outlook;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Outlook;
import dev.stipple.assessment.TooBusy;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.diagram.Diagram;
import dev.stipple.reasoning.diagram.Reading;
import dev.stipple.reasoning.formula.DeadlinePassed;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what holds for every way to complete partial answers: exactly, from the rules themselves. Safe to use from many
 * threads.
 */
public final class Reasoner implements Outlook {
    private final Rules rules;
    private final Workspaces workspaces;
    /** How many wrong answers at once are looked for. */
    private static final int MOST_WRONG = 3;

    private boolean compiles;
    private Optional<Diagram> diagram = Optional.empty();

    public Reasoner(Rulebook rulebook) {
        this(Rules.of(rulebook));
    }

    public Reasoner(Rules rules) {
        this(rules, true);
    }

    private Reasoner(Rules rules, boolean compiles) {
        this.rules = rules.withoutPlan();
        this.workspaces = new Workspaces(rules);
        this.compiles = compiles;
    }

    /** A reasoner that has compiled the rules already, and does not wait for the first question. */
    public static Reasoner compiled(Rulebook rulebook) {
        var reasoner = new Reasoner(rulebook);
        reasoner.diagram();
        return reasoner;
    }

    /** A reasoner that asks the solver alone. */
    public static Reasoner ofSolver(Rules rules) {
        return new Reasoner(rules, false);
    }

    private synchronized Optional<Diagram> diagram() {
        if (compiles) {
            diagram = Diagram.of(rules);
            compiles = false;
        }
        return diagram;
    }

    @Override
    public View of(Answers answers, Depth depth) {
        try {
            return view(answers, depth);
        } catch (DeadlinePassed e) {
            throw new TooBusy(e);
        }
    }

    private View view(Answers answers, Depth depth) {
        Answers applicable = answers.applicable();
        return read(applicable)
                .map(reading -> view(applicable, reading, depth))
                .orElseGet(() -> solve(applicable, completions -> view(completions, depth)));
    }

    private View view(Answers applicable, Reading reading, Depth depth) {
        Set<Verdict> possible = orUndecided(reading.possible());
        return switch (depth) {
            case VERDICTS -> View.ofVerdicts(possible);
            case AHEAD -> View.ahead(possible, deciding(applicable, reading));
            case WHOLE -> {
                List<Slot> irrelevant = reading.irrelevant().orElseGet(() -> solve(applicable, IrrelevantAnswers::of));
                yield new View(
                        possible,
                        deciding(applicable, reading),
                        reading.reason().orElseGet(() -> solve(applicable, Reasons::of)),
                        irrelevant,
                        possible.size() > 1 || irrelevant.size() < told(applicable)
                                ? List.of()
                                : reading.fewestWrong(MOST_WRONG)
                                        .orElseGet(() -> solve(
                                                applicable, completions -> FewestWrong.of(completions, MOST_WRONG))),
                        beside(applicable, possible, irrelevant),
                        applicable.unanswered().isEmpty()
                                ? Disputes.ofComplete(rules, applicable)
                                : solve(
                                        applicable,
                                        completions -> completions
                                                .workspace()
                                                .disputes()
                                                .of(completions)));
            }
        };
    }

    private static long told(Answers answers) {
        return answers.slots().stream().filter(answers::isTold).count();
    }

    private Map<Slot, Verdict> beside(Answers applicable, Set<Verdict> possible, List<Slot> irrelevant) {
        return possible.size() > 1
                ? Map.of()
                : new BesideStages(applicable, possible.iterator().next(), this::possible).except(irrelevant);
    }

    private View view(Completions completions, Depth depth) {
        Set<Verdict> possible = orUndecided(completions.possible());
        return switch (depth) {
            case VERDICTS -> View.ofVerdicts(possible);
            case AHEAD -> View.ahead(possible, deciding(completions));
            case WHOLE -> {
                List<Slot> irrelevant = IrrelevantAnswers.of(completions);
                yield new View(
                        possible,
                        deciding(completions),
                        Reasons.of(completions),
                        irrelevant,
                        irrelevant.size() < completions.given().size()
                                ? List.of()
                                : FewestWrong.of(completions, MOST_WRONG),
                        beside(completions.answers(), possible, irrelevant),
                        completions.workspace().disputes().of(completions));
            }
        };
    }

    /**
     * The verdicts that some completion reaches, strictest first.
     *
     * @throws DeadlinePassed where they are not known in the time there is
     */
    public Set<Verdict> possible(Answers answers) {
        return view(answers, Depth.VERDICTS).possible();
    }

    /** The question that is most worth asking; none where no answer can change the verdict. */
    public Optional<Slot> next(Answers answers) {
        return deciding(answers).stream().findFirst();
    }

    /** The unanswered slots that can still change the verdict, the one to ask next first. */
    public List<Slot> deciding(Answers answers) {
        return view(answers, Depth.AHEAD).deciding();
    }

    private static List<Slot> deciding(Answers applicable, Reading reading) {
        return new NextQuestion(applicable, new CountedWorth(reading)).order(reading.deciding());
    }

    private static List<Slot> deciding(Completions completions) {
        List<Slot> deciding = DecidingSlots.of(completions);
        return deciding.size() < 2
                ? deciding
                : new NextQuestion(completions.answers(), new SampledWorth(completions)).order(deciding);
    }

    /** Answers that force the verdict, none of which can be left out; none while more than one verdict is possible. */
    public List<Slot> reason(Answers answers) {
        Answers applicable = answers.applicable();
        return read(applicable).flatMap(Reading::reason).orElseGet(() -> solve(applicable, Reasons::of));
    }

    /** The answers that could not have mattered. */
    public List<Slot> idle(Answers answers) {
        Answers applicable = answers.applicable();
        return read(applicable).flatMap(Reading::irrelevant).orElseGet(() -> solve(applicable, IrrelevantAnswers::of));
    }

    /** Answers that exclude each other have no completion, and so are undecided. */
    static Set<Verdict> orUndecided(Set<Verdict> possible) {
        return Collections.unmodifiableSet(
                possible.isEmpty() ? EnumSet.of(Verdict.UNDECIDED) : EnumSet.copyOf(possible));
    }

    private Optional<Reading> read(Answers applicable) {
        return diagram().flatMap(each -> each.of(applicable));
    }

    private <T> T solve(Answers applicable, Function<Completions, T> question) {
        return workspaces.with(
                Space.mostEntries(applicable), workspace -> question.apply(new Completions(workspace, applicable)));
    }
}
