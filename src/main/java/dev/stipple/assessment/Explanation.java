package dev.stipple.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stipple.rule.Direction;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An assessment in one language: what every door shows, and what JSON holds, in this order.
 *
 * @param possibleVerdicts the verdicts that are still possible, strictest first
 * @param unanswered what is unknown, and what somebody is not sure of
 * @param notAsked what is not asked because of other answers
 * @param nextQuestion pointer of the question that is most worth asking, of those that can still change the verdict and of which
 *     nobody said that they are not sure; null where there is none
 * @param decidedBy pointers of the fewest answers that force the verdict; empty while it is undecided
 * @param couldNotMatter pointers of the answers that could not have changed the verdict
 * @param disputed what hangs on findings that another source contradicts; null where nothing does
 * @param rulebook digest of the rules that decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        Verdict verdict,
        String verdictName,
        String meaning,
        Set<Verdict> possibleVerdicts,
        List<Reason> findings,
        List<Recommendation> recommendations,
        List<Open> unanswered,
        List<NotAsked> notAsked,
        @Nullable String nextQuestion,
        List<String> decidedBy,
        List<String> couldNotMatter,
        @Nullable Disputed disputed,
        String disclaimer,
        String rulebook) {

    /** A finding, worded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String rule,
            String factor,
            String factorName,
            String effect,
            String effectName,
            String title,
            String reason,
            List<Given> answers,
            List<Citation> sources,
            List<Otherwise> otherwise,
            List<Note> notes,
            @JsonProperty("wait") @Nullable Delay delay) {}

    /** A recommendation of the plan, worded. */
    public record Recommendation(
            String rule,
            String topic,
            String topicName,
            String text,
            List<Given> answers,
            List<Citation> sources,
            List<Note> notes) {}

    /** An answer that something stands on. */
    public record Given(String pointer, String question, String answer, Object value) {}

    /** A source that says so. */
    @JsonSerialize(using = CitationJson.class)
    public record Citation(
            String id,
            String title,
            String publisher,
            @Nullable Integer year,
            String kind,
            @Nullable String address,
            String strength,
            @Nullable String note) {}

    /**
     * A source that says otherwise, and what it says.
     *
     * @param effect what it would do to the verdict instead; {@code SILENT} where it would not object at all
     */
    public record Otherwise(Citation source, Direction direction, String effect, String says) {}

    /** What a source says on the same point without contradicting the finding, or on a recommendation. */
    public record Note(Citation source, String says) {}

    /** How long to wait: {@code 4}, {@code months}, "4 months". */
    public record Delay(int amount, String unit, String text) {}

    /**
     * A question without an answer, or with a part of one.
     *
     * @param notSure whether it was asked and the person is not sure
     */
    public record Open(
            String pointer, String question, boolean safetyCritical, boolean canChangeVerdict, boolean notSure) {}

    /**
     * A question that is not asked.
     *
     * @param because pointer of the answer that leaves it out
     * @param becauseOf the question of that answer
     */
    public record NotAsked(String pointer, String question, String because, String becauseOf) {}

    /**
     * What hangs on findings that another source contradicts.
     *
     * @param milder what would be said if on each point the source were followed that goes farthest to the milder side
     * @param stricter the same to the stricter side
     * @param findings those among the findings, in the same order
     */
    public record Disputed(Instead milder, Instead stricter, List<Contested> findings) {}

    /**
     * A finding that another source contradicts, and what would be said if such sources were followed on this point alone.
     *
     * @param milder null where none is milder
     * @param stricter null where none is stricter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contested(
            String rule, @Nullable Instead milder, @Nullable Instead stricter) {}

    /**
     * What would be said if other sources were followed.
     *
     * @param changesVerdict whether that is anything else than what is said
     * @param verdict {@link Verdict#UNDECIDED} where more than one would be possible
     */
    public record Instead(boolean changesVerdict, Verdict verdict, String verdictName, Set<Verdict> possibleVerdicts) {}

    /** Puts an assessment into words. */
    public static Explanation of(Assessment assessment, Language language) {
        return new ExplanationWords(assessment, language).explanation();
    }
}
