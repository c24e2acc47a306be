package dev.stipple.assessment.summary;

import dev.stipple.assessment.Assessment;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.rule.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What happens when, at the earliest: from today past the longest wait to the end; without days where nobody can say when it is
 * over. */
record Timeline(Assessment assessment, Phrases phrases, Waits waits) {
    /** The verdicts that lead nowhere yet. */
    private static final Set<Verdict> NOWHERE = EnumSet.of(Verdict.NOT_SUITABLE, Verdict.UNDECIDED);

    /** The moments, those of a kind of step only where such a step is to be done. */
    List<Summary.Moment> moments(List<Summary.Stage> todo) {
        List<SummaryTexts.Moment> after = assessment.rulebook().summary().timeline();
        return NOWHERE.contains(assessment.verdict()) || after.isEmpty() ? List.of() : moments(after, todo);
    }

    private List<Summary.Moment> moments(List<SummaryTexts.Moment> after, List<Summary.Stage> todo) {
        Set<String> kinds = Set.copyOf(todo.stream().map(Summary.Stage::kind).toList());
        List<SummaryTexts.Moment> own = after.stream()
                .filter(each -> each.kind().isEmpty() || kinds.contains(each.kind()))
                .toList();
        var moments = new ArrayList<>(List.of(moment(phrases.say("today"), waits.day())));
        moments.addAll(waits.timeAlone() ? dated(own) : undated(own));
        return moments;
    }

    private List<Summary.Moment> dated(List<SummaryTexts.Moment> after) {
        var moments = new ArrayList<Summary.Moment>();
        LocalDate day = waits.day();
        LocalDate until = waits.until();
        if (until != null) {
            day = until;
            moments.add(moment(phrases.say("over"), day));
        }
        for (SummaryTexts.Moment each : after) {
            day = day.plusDays(each.days());
            moments.add(moment(phrases.say(each.text()), day));
        }
        return moments;
    }

    /** Where it takes as long as it takes, how long after each other. */
    private List<Summary.Moment> undated(List<SummaryTexts.Moment> after) {
        var moments = new ArrayList<>(List.of(new Summary.Moment(null, phrases.say("then"), phrases.say("settled"))));
        after.forEach(
                each -> moments.add(new Summary.Moment(null, phrases.later(each.days()), phrases.say(each.text()))));
        return moments;
    }

    private Summary.Moment moment(String text, LocalDate day) {
        return new Summary.Moment(day, phrases.roughly(day, waits.day()), text);
    }
}
