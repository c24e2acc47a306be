package dev.stipple.web.console.detail;

import dev.stipple.access.accounts.Colleagues;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Contested;
import dev.stipple.assessment.Explanation.Open;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.assessment.Explanation.Recommendation;
import dev.stipple.reasoning.change.Counterfactuals;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.DueScreenings;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.kept.Screening;
import dev.stipple.web.Gaps;
import dev.stipple.web.console.Opened;
import dev.stipple.web.console.VerdictMark;
import dev.stipple.wording.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one screening.
 *
 * @param verdict that of the rules
 * @param decided that of the consultant; null while nobody has decided on the current state
 * @param findings by factor, the strictest first; what speaks for it stands in {@code supports}
 * @param open questions that can still change the verdict
 * @param silent rules that did not fire
 * @param gaps what was not answered, which is no No
 * @param ofToday whether the rules that decided are still in use
 * @param todays the verdict on today's rules; null where it is the same rules or the answers do not fit them
 * @param before the verdict of the revision before, where the current one was made as something fell due or as the person
 *     answered again; else null
 * @param care to whom it is given
 * @param notice null where the service writes to nobody
 */
public record DetailPage(
        Screening screening,
        String address,
        ZonedDateTime received,
        VerdictMark verdict,
        @Nullable VerdictMark decided,
        Explanation explanation,
        Map<String, List<Reason>> findings,
        Map<String, List<Reason>> supports,
        List<Open> open,
        Counterfactuals ways,
        List<AnswerSection> answers,
        Gaps gaps,
        Map<String, List<Recommendation>> plan,
        Timeline timeline,
        List<FoundRule> silent,
        List<VerdictMark> verdicts,
        boolean ofToday,
        @Nullable VerdictMark todays,
        @Nullable VerdictMark before,
        Care care,
        @Nullable Notice notice) {

    /**
     * Who looks after the person.
     *
     * @param assignee to whom they are given; null for nobody
     * @param gone whether that account cannot open them any more
     * @param colleagues to whom they can be given, the reader first
     */
    record Care(@Nullable String assignee, boolean gone, List<String> colleagues) {
        static Care of(@Nullable String assignee, String reader, Colleagues all) {
            return new Care(
                    assignee,
                    all.gone().contains(String.valueOf(assignee)),
                    Stream.concat(Stream.of(reader), all.readers().stream())
                            .distinct()
                            .toList());
        }

        /** Whether it is given to the reader. */
        public boolean isMine() {
            return colleagues.get(0).equals(assignee);
        }
    }

    public static DetailPage of(
            Opened opened, Counterfactuals ways, Timeline timeline, Care care, @Nullable Notice notice) {
        var assessment = opened.assessment();
        Language language = opened.language();
        var explanation = Explanation.of(assessment, language);
        Verdict decided = opened.screening().decided();
        return new DetailPage(
                opened.screening(),
                opened.address(),
                opened.screening().receivedAt().atZone(ZoneId.systemDefault()),
                opened.mark(assessment.verdict()),
                decided == null ? null : opened.mark(decided),
                explanation,
                byFactor(explanation, effect -> effect != Effect.SUPPORTS),
                byFactor(explanation, effect -> effect == Effect.SUPPORTS),
                explanation.unanswered().stream().filter(Open::canChangeVerdict).toList(),
                ways,
                AnswerSection.of(assessment, language),
                Gaps.of(assessment, explanation, language),
                explanation.recommendations().stream()
                        .collect(Collectors.groupingBy(
                                Recommendation::topicName, LinkedHashMap::new, Collectors.toList())),
                timeline,
                silent(assessment.rulebook(), explanation, language),
                Stream.of(Verdict.values())
                        .filter(each -> each != Verdict.UNDECIDED)
                        .map(opened::mark)
                        .toList(),
                opened.isOfToday(),
                opened.isOfToday() ? null : todays(opened),
                before(opened),
                care,
                notice);
    }

    /** Whether the person answered again. */
    public boolean answeredAgain() {
        return screening.current().actor().equals(OwnScreenings.ACTOR);
    }

    /** What would be said if sources that contradict a rule were followed; null where none does. */
    public @Nullable Contested contested(String rule) {
        var disputed = explanation.disputed();
        return disputed == null
                ? null
                : disputed.findings().stream()
                        .filter(each -> each.rule().equals(rule))
                        .findFirst()
                        .orElse(null);
    }

    /** How far something to come is today. */
    public Due.State state(Due due) {
        return due.state(LocalDate.now(ZoneId.systemDefault()));
    }

    /** Whether a consultant came to another verdict than the rules. */
    public boolean overruled() {
        return decided != null && decided.verdict() != verdict.verdict();
    }

    /** Whether the verdict leaves room for a milder one. */
    public boolean canImprove() {
        return verdict.verdict() != Verdict.SUITABLE && verdict.verdict() != Verdict.UNDECIDED;
    }

    private static Map<String, List<Reason>> byFactor(Explanation explanation, Predicate<Effect> wanted) {
        return explanation.findings().stream()
                .filter(reason -> wanted.test(Effect.valueOf(reason.effect())))
                .collect(Collectors.groupingBy(Reason::factorName, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<FoundRule> silent(Rulebook rulebook, Explanation explanation, Language language) {
        var fired = Stream.concat(
                        explanation.findings().stream().map(Reason::rule),
                        explanation.recommendations().stream().map(Recommendation::rule))
                .collect(Collectors.toSet());
        return rulebook.rules().stream()
                .filter(rule -> !fired.contains(rule.id()))
                .map(rule -> FoundRule.of(rulebook, rule, language))
                .toList();
    }

    private static @Nullable VerdictMark before(Opened opened) {
        var current = opened.screening().current();
        return Set.of(DueScreenings.ACTOR, OwnScreenings.ACTOR).contains(current.actor())
                ? opened.mark(
                        opened.screening().revisions().get(current.number() - 2).verdict())
                : null;
    }

    private static @Nullable VerdictMark todays(Opened opened) {
        try {
            return opened.mark(Opened.assess(opened.screening(), opened.today()).verdict());
        } catch (InvalidAnswers e) {
            return null;
        }
    }
}
