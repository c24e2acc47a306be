package dev.stipple.web;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.NotAsked;
import dev.stipple.assessment.Explanation.Open;
import dev.stipple.interview.Interview;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody did not answer, so that nobody takes it for a No: they were not sure, or were not asked.
 *
 * @param unsure what they were asked and are not sure of
 * @param unasked what they were not asked though no answer leaves it out
 * @param leftOut by the question whose answer leaves them out, what they were not asked
 * @param certain whether the verdict is certain without what was not asked
 */
public record Gaps(List<Open> unsure, List<String> unasked, Map<String, List<String>> leftOut, boolean certain) {
    /** What was not answered of one assessment; what is offered afterwards is asked of nobody. */
    public static Gaps of(Assessment assessment, Explanation explanation, Language language) {
        Interview interview = assessment.rulebook().interview();
        Set<String> offered = assessment.answers().slots().stream()
                .filter(slot -> slot.question() != null && !interview.isWalked(slot.question()))
                .map(Slot::pointer)
                .collect(Collectors.toSet());
        return new Gaps(
                explanation.unanswered().stream().filter(Open::notSure).toList(),
                explanation.unanswered().stream()
                        .filter(open -> !open.notSure() && !offered.contains(open.pointer()))
                        .map(Open::question)
                        .distinct()
                        .toList(),
                explanation.notAsked().stream()
                        .filter(each -> !offered.contains(each.pointer()))
                        .collect(Collectors.groupingBy(
                                each -> because(assessment, each, language),
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        NotAsked::question,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(),
                                                questions -> questions.stream()
                                                        .distinct()
                                                        .toList())))),
                explanation.verdict() != Verdict.UNDECIDED);
    }

    /** The words in which the person was asked what leaves a question out. */
    private static String because(Assessment assessment, NotAsked notAsked, Language language) {
        return assessment.answers().slots().stream()
                .filter(slot -> slot.pointer().equals(notAsked.because()))
                .findFirst()
                .map(slot -> Quoted.question(assessment.rulebook().interview(), assessment.answers(), slot, language))
                .orElse(notAsked.becauseOf());
    }

    public boolean isEmpty() {
        return unsure.isEmpty() && unasked.isEmpty() && leftOut.isEmpty();
    }

    /** How many questions were not asked. */
    public int notAsked() {
        return unasked.size() + leftOutCount();
    }

    public int leftOutCount() {
        return leftOut.values().stream().mapToInt(List::size).sum();
    }
}
