package dev.stipple.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AssessorTest {
    private static final Answers ADULT =
            Small.answers("{'person': {'ageYears': 40}, 'skin': {'marks': ['NONE']}, 'scars': []}");

    @Test
    void whereOneVerdictIsPossibleItIsTheVerdictAndThePlanFollows() {
        var assessment = new Assessor(Small.rulebook(), possible(Verdict.SUITABLE)).assess(ADULT);

        assertThat(assessment.verdict()).isEqualTo(Verdict.SUITABLE);
        assertThat(assessment.outlook().possible()).containsExactly(Verdict.SUITABLE);
        assertThat(ids(assessment.findings())).containsExactly("AGE-02", "SCR-01", "SCR-04", "SKI-02");
        assertThat(ids(assessment.recommendations())).containsExactly("PLN-01");
        assertThat(assessment.answers()).isSameAs(ADULT);
        assertThat(assessment.rulebook()).isSameAs(Small.rulebook());
    }

    @Test
    void whereMoreVerdictsArePossibleItIsOpenAndWhatIsUnansweredIsListed() {
        var assessment = new Assessor(Small.rulebook(), possible(Verdict.DEFER, Verdict.SUITABLE)).assess(ADULT);

        assertThat(assessment.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(assessment.recommendations()).isEmpty();
        assertThat(assessment.unanswered())
                .extracting(Slot::pointer)
                .containsExactly("/person/smokes", "/person/yearsOfSmoking", "/skin/tone");
    }

    @Test
    void recommendationsStandInTheOrderOfTheTopics() {
        RulesFolder folder = Small.with(
                "questionnaire.yaml",
                "topics:\n",
                "topics:\n  AFTERCARE: {en: Afterwards, fr: Ensuite}\n  BEFORE: {en: Before, fr: Avant}\n");
        for (String rule : List.of("PLN-02 BEFORE", "PLN-03 AFTERCARE")) {
            String id = rule.substring(0, 6);
            folder = folder.with(
                    "plan.drl",
                    folder.text("plan.drl")
                            + Small.folder()
                                    .text("plan.drl")
                                    .replace("package stipple.rules", "")
                                    .replace("PLN-01", id)
                                    .replace("two sessions", "what comes " + rule.substring(7))
                                    .replace("SESSIONS", rule.substring(7)));
            folder = folder.with(
                    "plan.fr.yaml", folder.text("plan.fr.yaml") + id + ": {title: un plan, because: Une raison.}\n");
        }
        var rulebook = Rulebook.load(folder);
        var answers = Small.answers(rulebook.questionnaire(), "{}");

        assertThat(ids(new Assessor(rulebook, possible(Verdict.SUITABLE))
                        .assess(answers)
                        .recommendations()))
                .containsExactly("PLN-03", "PLN-02", "PLN-01");
    }

    @Test
    void whoWatchesIsToldOfEveryAssessmentAndHowLongItTook() {
        var told = new ArrayList<Assessment>();
        var times = new ArrayList<Duration>();
        var assessor = new Assessor(
                Small.rulebook(),
                possible(Verdict.DEFER),
                Outlook.Depth.WHOLE,
                (assessment, took) -> {
                    told.add(assessment);
                    times.add(took);
                },
                Admission.OPEN);

        var assessment = assessor.assess(ADULT);

        assertThat(told).containsExactly(assessment);
        assertThat(times.get(0)).isBetween(Duration.ofNanos(1), Duration.ofHours(1));
    }

    @Test
    void whoOnlyAsksOnIsToldWhatIsAhead() {
        var view = Outlook.View.ahead(Set.of(Verdict.DEFER), ADULT.unanswered());
        Outlook outlook = (answers, depth) -> depth == Outlook.Depth.AHEAD ? view : Outlook.View.ofVerdicts(Set.of());
        var assessor = new Assessor(Small.rulebook(), outlook);

        assertThat(assessor.ahead(ADULT)).isSameAs(view);
        assertThat(assessor.rulebook()).isSameAs(Small.rulebook());
        assertThat(view.deciding()).hasSize(3);
        assertThat(List.of(view.reason(), view.idle())).containsOnly(List.of());
        assertThat(view.dispute().all()).isEqualTo(new Outlook.Swayed(Set.of(Verdict.DEFER), Set.of(Verdict.DEFER)));
    }

    @Test
    void aboutCompleteAnswersWhatFiredDecidesAndNobodyElseIsAsked() {
        var complete = Small.answers(
                "{'person': {'ageYears': 40, 'smokes': false}, 'skin': {'marks': ['NONE'], 'tone': 'DARK'}, 'scars': []}");
        var assessor = new Assessor(Small.rulebook(), possible(Verdict.NOT_SUITABLE), Outlook.Depth.VERDICTS);

        assertThat(assessor.assess(complete).verdict()).isEqualTo(Verdict.SUITABLE);
        assertThat(assessor.assess(ADULT).verdict()).isEqualTo(Verdict.NOT_SUITABLE);
    }

    private static Outlook possible(Verdict... verdicts) {
        return (answers, depth) -> Outlook.View.ofVerdicts(Set.of(verdicts));
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule().id()).toList();
    }
}
