package dev.stipple.assessment.summary;

import dev.stipple.assessment.Assessment;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Puts the layers of an assessment into the words of one language. */
record SummaryWords(Assessment assessment, Phrases phrases, Waits waits) {
    SummaryWords(Assessment assessment, Language language, LocalDate day) {
        this(assessment, new Phrases(language), Waits.of(assessment, day));
    }

    Summary summary() {
        var deciding = Deciding.of(assessment, phrases);
        String why = whyAndWhen(deciding);
        List<Summary.Stage> todo = new Todo(assessment, phrases, waits).stages();
        var plan = new Plan(assessment, phrases);
        return new Summary(
                phrases.say("line", name(), why),
                Phrases.sentence(why),
                waits.day(),
                waits.until(),
                deciding.told(),
                deciding.otherFactors(),
                new OpenQuestions(assessment, phrases).most(),
                todo,
                new Timeline(assessment, phrases, waits).moments(todo),
                plan.own(),
                plan.general(),
                new Sureness(assessment, phrases).sure());
    }

    private String name() {
        return phrases.say(Objects.requireNonNull(assessment
                        .rulebook()
                        .questionnaire()
                        .verdicts()
                        .get(assessment.verdict().name()))
                .name());
    }

    private String whyAndWhen(Deciding deciding) {
        String why = why(deciding);
        return mayBeAskedAgain() ? why + " " + phrases.say("again", phrases.about(waits)) : why;
    }

    private boolean mayBeAskedAgain() {
        return waits.until() != null
                && List.of(Verdict.DEFER, Verdict.MEDICAL_CLEARANCE).contains(assessment.verdict());
    }

    private String why(Deciding deciding) {
        String first = deciding.lines().stream().findFirst().orElse("");
        int others = deciding.count() - 1;
        return switch (assessment.verdict()) {
            case UNDECIDED ->
                phrases.say("open", assessment.outlook().deciding().size())
                        + (first.isEmpty() ? "" : " " + phrases.say("already", first));
            case SUITABLE -> first.isEmpty() ? phrases.say("clear") : phrases.say("clear.and", first);
            default -> others == 0 ? first + "." : first + ". " + phrases.say("others", others);
        };
    }
}
