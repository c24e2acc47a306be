package dev.stipple.web.console.insight;

import dev.stipple.assessment.Move;
import dev.stipple.authoring.impact.ImpactPlan;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.screening.KeptImpact;
import dev.stipple.screening.Newest;
import dev.stipple.screening.kept.Reference;
import dev.stipple.text.Fault;
import dev.stipple.web.console.VerdictMark;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What changed rules would change.
 *
 * @param parent the folder above those that can be chosen
 * @param chosen the folder that was compared; null where none was chosen
 * @param faults why its rules cannot be used
 * @param plan whose verdict changes whoever they are; null where nothing was compared
 * @param result null where nothing was compared
 */
record ImpactPage(
        String parent,
        List<String> folders,
        @Nullable String chosen,
        List<Fault> faults,
        @Nullable Plan plan,
        @Nullable Result result) {
    private static final int MOST_NAMED = 20;

    /**
     * What is known of all people there can be.
     *
     * @param different paths of questions that are not the same; where there are any, nobody can be compared
     * @param population how many made-up people were tried
     */
    record Plan(List<String> different, int population, List<Kind> kinds) {
        static Plan incomparable(List<String> different) {
            return new Plan(different, 0, List.of());
        }

        static Plan of(ImpactPlan plan, Questionnaire questionnaire, Language language) {
            return new Plan(
                    List.of(),
                    plan.population(),
                    plan.kinds().stream()
                            .map(kind -> new Kind(Change.of(kind.move(), questionnaire, language), kind))
                            .toList());
        }
    }

    /** One kind of change, with the rules that make it and people whom it concerns. */
    record Kind(Change change, ImpactPlan.Kind shown) {}

    /**
     * From one verdict to another.
     *
     * @param kind key of what kind of move it is
     */
    record Change(VerdictMark from, VerdictMark to, String kind) {
        static Change of(Move move, Questionnaire questionnaire, Language language) {
            return new Change(
                    VerdictMark.of(questionnaire, move.from(), language),
                    VerdictMark.of(questionnaire, move.to(), language),
                    "impact." + move.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * What came out of kept screenings.
     *
     * @param compared how many screenings
     * @param unfit how many of them have answers that do not fit the changed questions
     * @param altered how many were passed over, as something else than the service changed them in the database
     * @param all whether every screening was compared
     * @param moves the milder ones first
     */
    record Result(int compared, int unfit, int altered, boolean all, List<Moved> moves) {
        static Result of(KeptImpact impact, Newest.Reached reached, Questionnaire questionnaire, Language language) {
            return new Result(
                    impact.compared(),
                    impact.unfit(),
                    reached.altered().size(),
                    reached.all(),
                    impact.moves().entrySet().stream()
                            .map(each -> new Moved(
                                    Change.of(each.getKey(), questionnaire, language),
                                    each.getValue().size(),
                                    each.getValue().stream()
                                            .limit(MOST_NAMED)
                                            .map(Reference::toString)
                                            .toList()))
                            .toList());
        }
    }

    /**
     * Screenings that go from one verdict to another.
     *
     * @param some references of the first of them
     */
    record Moved(Change change, int count, List<String> some) {}
}
