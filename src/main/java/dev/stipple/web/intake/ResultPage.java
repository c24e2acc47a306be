package dev.stipple.web.intake;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Given;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.assessment.Explanation.Recommendation;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.questionnaire.Questionnaire.VerdictWording;
import dev.stipple.reasoning.change.Counterfactuals;
import dev.stipple.rule.Effect;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.rule.Verdict;
import dev.stipple.web.Gaps;
import dev.stipple.web.intake.form.Visit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A verdict explained.
 *
 * @param sign stands for the verdict beside its name
 * @param deciding the reasons that made the verdict
 * @param others what else has to be respected
 * @param supports what speaks for it
 * @param general recommendations by topic that are the same for everybody
 * @param plan all recommendations by topic
 * @param decidedBy the answers that force the verdict
 * @param spared how many answers could not have mattered
 * @param open the questions that can still change the verdict
 * @param gaps what was not answered
 * @param words what the person wrote in their own words
 * @param said what was asked and ticked, by the pointer of the answer
 * @param help where help is found at once
 * @param letter what is written to doctors; null where nothing is
 */
public record ResultPage(
        Explanation explanation,
        Summary summary,
        String sign,
        List<String> possible,
        List<Reason> deciding,
        List<Reason> others,
        List<Reason> supports,
        Map<String, List<Recommendation>> general,
        Map<String, List<Recommendation>> plan,
        Counterfactuals ways,
        List<Row> decidedBy,
        int spared,
        List<Summary.Open> open,
        Gaps gaps,
        List<Row> words,
        Map<String, String> changes,
        Map<String, Row> said,
        List<Field.Helping> help,
        SummaryTexts.@Nullable Letter letter) {
    public static ResultPage of(Visit visit, Assessment assessment, Counterfactuals ways, LocalDate today) {
        var explanation = Explanation.of(assessment, visit.language());
        Map<String, String> changes = changes(visit, Redirects.query("result"));
        var deciding = reasons(explanation, effect -> effect.verdict() == explanation.verdict() && isWeighty(effect));
        var summary = Summary.of(assessment, visit.language(), today);
        return new ResultPage(
                explanation,
                summary,
                wording(visit, explanation.verdict()).sign(),
                explanation.possibleVerdicts().stream()
                        .map(verdict -> wording(visit, verdict).name().in(visit.language()))
                        .toList(),
                deciding,
                reasons(explanation, effect -> effect.verdict() != explanation.verdict() && isWeighty(effect)),
                reasons(explanation, effect -> effect == Effect.SUPPORTS),
                plan(explanation, each -> each.answers().isEmpty()),
                plan(explanation, each -> true),
                ways,
                decidedBy(visit, assessment),
                explanation.couldNotMatter().size(),
                summary.open().stream()
                        .filter(open -> changes.containsKey(open.pointer()))
                        .toList(),
                Gaps.of(assessment, explanation, visit.language()),
                words(visit),
                changes,
                said(visit),
                Field.Helping.of(visit),
                visit.assessor().rulebook().summary().letter());
    }

    /** Address of the page on which the answer at a pointer can be changed. */
    public String change(String pointer) {
        return Objects.requireNonNull(changes.get(pointer));
    }

    /** What was asked and ticked for the answers that something stands on. */
    public List<Row> given(List<Given> answers) {
        return answers.stream()
                .map(given -> said.getOrDefault(
                        given.pointer(), new Row(given.question(), given.answer(), "", change(given.pointer()))))
                .distinct()
                .toList();
    }

    /** Whether the verdict leaves room for a milder one. */
    public boolean canImprove() {
        return explanation.verdict() != Verdict.SUITABLE && explanation.verdict() != Verdict.UNDECIDED;
    }

    /** Whether a doctor is to be written to. */
    public boolean hasLetters() {
        return Letters.asked(summary, letter).findAny().isPresent();
    }

    /** What the reasons that speak for it are about. */
    public Set<String> supportedFactors() {
        return supports.stream().map(Reason::factorName).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Title and publisher of every source that a weighty reason stands on. */
    public List<String> sources() {
        return Stream.concat(deciding.stream(), others.stream())
                .flatMap(reason -> reason.sources().stream())
                .map(source -> source.title() + ", " + source.publisher())
                .distinct()
                .toList();
    }

    /** The verdict as a word for style sheets. */
    public String style() {
        return explanation.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isWeighty(Effect effect) {
        return effect != Effect.SUPPORTS;
    }

    private static VerdictWording wording(Visit visit, Verdict verdict) {
        return Objects.requireNonNull(visit.questionnaire().verdicts().get(verdict.name()));
    }

    private static List<Reason> reasons(Explanation explanation, Predicate<Effect> wanted) {
        return explanation.findings().stream()
                .filter(reason -> wanted.test(Effect.valueOf(reason.effect())))
                .toList();
    }

    private static Map<String, List<Recommendation>> plan(Explanation explanation, Predicate<Recommendation> wanted) {
        return explanation.recommendations().stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(Recommendation::topicName, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Row> decidedBy(Visit visit, Assessment assessment) {
        return assessment.outlook().reason().stream()
                .filter(visit.answers()::isTold)
                .map(slot -> Row.quoted(visit, slot, Redirects.query("result")))
                .distinct()
                .toList();
    }

    private static List<Row> words(Visit visit) {
        return visit.answers().texts().stream()
                .filter(slot -> visit.answers().text(slot).isPresent())
                .flatMap(slot -> Row.of(visit, visit.form().place(slot), Redirects.query("result")).stream())
                .toList();
    }

    /** What was asked and ticked, by the pointer of the answer. */
    private static Map<String, Row> said(Visit visit) {
        var said = new LinkedHashMap<String, Row>();
        visit.answers().slots().stream()
                .filter(visit.answers()::isTold)
                .forEach(slot -> said.put(slot.pointer(), Row.quoted(visit, slot, Redirects.query("result"))));
        return said;
    }

    static Map<String, String> changes(Visit visit, String query) {
        var changes = new LinkedHashMap<String, String>();
        visit.answers().slots().forEach(slot -> changes.put(slot.pointer(), Row.change(visit, slot, query)));
        return changes;
    }
}
