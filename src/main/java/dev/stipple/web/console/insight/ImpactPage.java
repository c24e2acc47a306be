package dev.stipple.web.console.insight;

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
 * @param result null where nothing was compared
 */
record ImpactPage(
        String parent,
        List<String> folders,
        @Nullable String chosen,
        List<Fault> faults,
        @Nullable Result result) {
    private static final int MOST_NAMED = 20;

    /**
     * What came out.
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
                                    VerdictMark.of(questionnaire, each.getKey().from(), language),
                                    VerdictMark.of(questionnaire, each.getKey().to(), language),
                                    "impact." + each.getKey().kind().name().toLowerCase(Locale.ROOT),
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
     * @param kind key of what kind of move it is
     * @param some references of the first of them
     */
    record Moved(VerdictMark from, VerdictMark to, String kind, int count, List<String> some) {}
}
