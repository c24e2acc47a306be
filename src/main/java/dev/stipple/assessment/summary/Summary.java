package dev.stipple.assessment.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.assessment.Assessment;
import dev.stipple.rule.Effect;
import dev.stipple.wording.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The short answer, in one language and as of one day.
 *
 * @param line the verdict and why, in one line
 * @param why the same without the verdict
 * @param asOf the day from which waits count
 * @param until when the longest wait is over; null where nothing is to be waited for
 * @param decides what decides, strictest first, {@link #MOST} at most
 * @param alsoFactors names of the factors that object beside those
 * @param open while the verdict is open, the questions that matter most, {@link #MOST} at most
 * @param todo what to do, in this order
 * @param plan what it would be like for this person, what few others are told first
 * @param general how many recommendations are the same for everybody
 * @param timeline what happens when, at the earliest; empty where it leads nowhere yet
 * @param sure how sure the verdict is; null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
        String line,
        String why,
        LocalDate asOf,
        @Nullable LocalDate until,
        List<Reason> decides,
        List<String> alsoFactors,
        List<Open> open,
        List<Stage> todo,
        List<Moment> timeline,
        List<Own> plan,
        int general,
        @Nullable Sure sure) {
    /** How many reasons are told one by one. */
    static final int MOST = 5;

    private static final int MOST_IN_BRIEF = 2;

    /**
     * What decides, in a sentence.
     *
     * @param because the same at length, where it is the only reason
     * @param rules ids of the rules behind it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            Effect effect,
            String effectName,
            String factor,
            String factorName,
            String text,
            @Nullable String because,
            List<String> rules) {}

    /**
     * Steps that are taken together.
     *
     * @param name what they are, with the date of the longest wait where they are waits
     * @param until when they are over; null where that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stage(String kind, String name, @Nullable LocalDate until, List<Step> steps) {}

    /**
     * Something to do.
     *
     * @param rules ids of the rules that call for it
     */
    public record Step(String text, List<String> rules) {}

    /** The same with less of the plan. */
    Summary brief() {
        List<Own> few = plan.subList(0, Math.min(plan.size(), MOST_IN_BRIEF));
        return new Summary(line, why, asOf, until, decides, alsoFactors, open, todo, timeline, few, general, sure);
    }

    /** What decides, each in a sentence; a single reason at length, as the line says the rest. */
    public List<String> sentences() {
        return decides.stream()
                .map(reason -> reason.because() == null ? reason.text() : reason.because())
                .toList();
    }

    /** An open question, and what it can still mean. */
    public record Open(String pointer, String question, String why) {}

    /**
     * What happens at a time.
     *
     * @param day null where it comes so long after the moment before, whenever that is
     * @param about the day, or how long after, as people say it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moment(@Nullable LocalDate day, String about, String text) {}

    /**
     * How many answers would have to be wrong for another verdict.
     *
     * @param fewest null where it is more than three
     * @param doubts of these answers, those that may well be wrong; where several have to be, all of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sure(String text, @Nullable Integer fewest, List<Doubt> doubts) {}

    /**
     * An answer that carries the verdict.
     *
     * @param selfAssessed whether people estimate it
     * @param near how close it lies to the line that rules draw; null where it is a choice, or far from it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Doubt(
            String pointer,
            String question,
            String answer,
            boolean selfAssessed,
            @Nullable String near) {}

    /** A recommendation that is not for everybody. */
    public record Own(String rule, String topic, String topicName, String text) {}

    /** Puts the layers of an assessment into words, as of a day from which waits count. */
    public static Summary of(Assessment assessment, Language language, LocalDate day) {
        return new SummaryWords(assessment, language, day).summary();
    }
}
