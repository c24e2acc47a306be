package dev.stipple.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.assessment.Explanation.Citation;
import dev.stipple.assessment.Explanation.Contested;
import dev.stipple.assessment.Explanation.Delay;
import dev.stipple.assessment.Explanation.Disputed;
import dev.stipple.assessment.Explanation.Given;
import dev.stipple.assessment.Explanation.Instead;
import dev.stipple.assessment.Explanation.NotAsked;
import dev.stipple.assessment.Explanation.Open;
import dev.stipple.assessment.Explanation.Otherwise;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.assessment.Explanation.Recommendation;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Direction;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Language;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
    private static final Citation S1 =
            new Citation("S1", "A paper", "A journal", 2020, "paper", null, "moderate", null);
    private static final Citation S2 =
            new Citation("S2", "Another paper", "A journal", 2021, "paper", null, "low", null);
    private static final String SMOKER = """
            {'person': {'ageYears': 40, 'smokes': true, 'yearsOfSmoking': 20},
             'skin': {'tone': 'DARK', 'marks': ['NONE']}, 'scars': %s}
            """;

    @Test
    void aFindingIsToldWithItsAnswersItsSourcesAndItsWait() {
        var explanation = explained(SMOKER.formatted("[{'kind': 'FUE', 'monthsOld': 4}]"), Spoken.FR);

        assertThat(explanation.verdict()).isEqualTo(Verdict.DEFER);
        assertThat(explanation.verdictName()).isEqualTo("Pas encore");
        assertThat(explanation.meaning()).isEqualTo("Attendez.");
        assertThat(explanation.possibleVerdicts()).containsExactly(Verdict.DEFER);
        assertThat(explanation.findings())
                .startsWith(
                        new Reason(
                                "SCR-02",
                                "scars",
                                "Cicatrices",
                                "DEFER",
                                "Temps",
                                "Cicatrice récente",
                                "Une cicatrice mûrit en six mois.",
                                List.of(new Given("/scars/0/monthsOld", "De quand date-t-elle\u00a0?", "4 mois", 4)),
                                List.of(S2),
                                List.of(),
                                List.of(),
                                new Delay(2, "months", "2 mois")),
                        new Reason(
                                "AGE-03",
                                "age",
                                "Âge",
                                "CONDITIONS",
                                "Condition",
                                "Fume depuis longtemps",
                                "Fumer gêne la cicatrisation.",
                                List.of(
                                        new Given("/person/smokes", "Fumez-vous\u00a0?", "Oui", true),
                                        new Given(
                                                "/person/yearsOfSmoking",
                                                "Depuis combien d'années\u00a0?",
                                                "20 ans",
                                                20)),
                                List.of(S1),
                                List.of(new Otherwise(S2, Direction.MILDER, "SILENT", "n'en dit rien.")),
                                List.of(),
                                null));
        assertThat(explanation.recommendations()).isEmpty();
        assertThat(explanation.unanswered()).isEmpty();
        assertThat(explanation.nextQuestion()).isNull();
        assertThat(explanation.decidedBy()).containsExactly("/person/ageYears", "/scars/0/monthsOld");
        assertThat(explanation.couldNotMatter()).contains("/skin/tone").doesNotContain("/person/ageYears", "/scars");
        assertThat(explanation.disclaimer()).isEqualTo("Ceci n'est pas un avis médical.");
        assertThat(explanation.rulebook()).isEqualTo(Small.rulebook().digest());
    }

    @Test
    void aRecommendationIsToldWithItsTopic() {
        var explanation = explained(SMOKER.formatted("[]"), Spoken.EN);

        assertThat(explanation.recommendations())
                .containsExactly(new Recommendation(
                        "PLN-01", "SESSIONS", "Sessions", "Expect two sessions.", List.of(), List.of(S1), List.of()));
    }

    @Test
    void whatHangsOnAContradictedSourceIsTold() {
        var suitable = new Instead(true, Verdict.SUITABLE, "Suitable", Set.of(Verdict.SUITABLE));
        var still = new Instead(
                false, Verdict.SUITABLE_WITH_CONDITIONS, "With conditions", Set.of(Verdict.SUITABLE_WITH_CONDITIONS));

        assertThat(explained(SMOKER.formatted("[]"), Spoken.EN).disputed())
                .isEqualTo(new Disputed(suitable, still, List.of(new Contested("AGE-03", suitable, null))));
    }

    @Test
    void aContradictedFindingThatDecidesNothingIsToldAsSuch() {
        var still = new Instead(false, Verdict.DEFER, "Not yet", Set.of(Verdict.DEFER));

        assertThat(explained(SMOKER.formatted("[{'kind': 'FUE', 'monthsOld': 4}]"), Spoken.EN)
                        .disputed())
                .isEqualTo(new Disputed(still, still, List.of(new Contested("AGE-03", still, null))));
    }

    @Test
    void whereNothingContradictedFiredOrCouldDecideThereIsNoDispute() {
        assertThat(explained(
                                SMOKER.replace("true", "false")
                                        .replace(", 'yearsOfSmoking': 20", "")
                                        .formatted("[]"),
                                Spoken.EN)
                        .disputed())
                .isNull();
        assertThat(explained("{}", Spoken.EN).disputed()).isNull();
    }

    @Test
    void whatAContradictedRuleWouldHaveDecidedIsTold() {
        var rulebook = Rulebook.load(Small.with(
                Small.with(
                        "age.drl",
                        "    @source(\"S1, S2\")",
                        "    @source(\"S1\")\n    @otherwise(\"S2 (DEFER): no.\")"),
                "age.fr.yaml",
                "because: Assez âgé.",
                "because: Assez âgé., otherwise: 'S2 : non.'"));
        var answers = Small.answers(rulebook.questionnaire(), "{'person': {'ageYears': 40}}");
        var possible = Set.of(Verdict.SUITABLE);
        var view = new Outlook.View(
                possible,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                new Outlook.Dispute(new Outlook.Swayed(possible, Set.of(Verdict.DEFER)), Map.of()));
        var open = new Outlook.View(
                Set.of(Verdict.SUITABLE, Verdict.DEFER),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                new Outlook.Dispute(new Outlook.Swayed(possible, Set.of(Verdict.DEFER)), Map.of()));

        assertThat(Explanation.of(new Assessor(rulebook, (each, depth) -> view).assess(answers), Spoken.EN)
                        .disputed())
                .isEqualTo(new Disputed(
                        new Instead(false, Verdict.SUITABLE, "Suitable", possible),
                        new Instead(true, Verdict.DEFER, "Not yet", Set.of(Verdict.DEFER)),
                        List.of()));
        assertThat(Explanation.of(new Assessor(rulebook, (each, depth) -> open).assess(answers), Spoken.EN)
                        .disputed())
                .isNull();
    }

    /** Whoever is asked again and again what they are not sure of never comes to an end. */
    @Test
    void whatSomebodyIsNotSureOfIsNotAskedAgain() {
        var asked = new LinkedHashSet<String>();
        String unsure = "";
        for (var next = explained("{%s}".formatted(unsure), Spoken.EN).nextQuestion();
                next != null;
                next = explained("{%s}".formatted(unsure), Spoken.EN).nextQuestion()) {
            assertThat(asked.add(next)).as(next).isTrue();
            unsure = asked.stream()
                    .collect(Collectors.groupingBy(
                            pointer -> pointer.split("/", -1)[1],
                            LinkedHashMap::new,
                            Collectors.mapping(ExplanationTest::unsure, Collectors.joining(", "))))
                    .entrySet()
                    .stream()
                    .map(group -> "'" + group.getKey() + "': "
                            + (group.getValue().contains(":") ? "{" + group.getValue() + "}" : group.getValue()))
                    .collect(Collectors.joining(", "));
        }

        assertThat(asked).contains("/person/ageYears", "/scars");
        assertThat(explained("{%s}".formatted(unsure), Spoken.EN).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /** The question among others of its group, or the group itself where it is what is asked. */
    private static String unsure(String pointer) {
        String[] names = pointer.split("/", -1);
        return names.length > 2 ? "'" + names[2] + "': 'NOT_SURE'" : "'NOT_SURE'";
    }

    @Test
    void whatIsLeftOutOrNullMayBeAskedNext() {
        assertThat(explained("{'person': {'ageYears': null}}", Spoken.EN).nextQuestion())
                .isEqualTo(explained("{}", Spoken.EN).nextQuestion());
    }

    @Test
    void whatIsOpenIsToldWithWhatItCanDo() {
        var explanation = explained("{'person': {'ageYears': 40}, 'skin': {'marks': ['MOLE']}}", Spoken.EN);

        assertThat(explanation.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(explanation.verdictName()).isEqualTo("Open");
        assertThat(explanation.possibleVerdicts())
                .containsExactly(Verdict.DEFER, Verdict.SUITABLE_WITH_CONDITIONS, Verdict.SUITABLE);
        assertThat(explanation.unanswered())
                .containsExactly(
                        new Open("/person/smokes", "Do you smoke?", false, true, false),
                        new Open("/person/yearsOfSmoking", "For how many years?", false, true, false),
                        new Open("/skin/tone", "Which tone?", false, false, false),
                        new Open("/scars", "Do you have scars?", false, true, false));
        assertThat(explanation.nextQuestion()).isIn("/person/smokes", "/scars");
        assertThat(explanation.decidedBy()).isEmpty();
    }

    @Test
    void whatSomebodyIsNotSureOfAndWhatIsNotAskedAreToldApart() {
        var explanation = explained("{'person': {'smokes': false}, 'scars': 'NOT_SURE'}", Spoken.EN);

        assertThat(explanation.unanswered())
                .contains(new Open("/scars", "Do you have scars?", false, true, true))
                .contains(new Open("/person/ageYears", "How old are you?", false, true, false));
        assertThat(explanation.notAsked())
                .containsExactly(new NotAsked(
                        "/person/yearsOfSmoking", "For how many years?", "/person/smokes", "Do you smoke?"));
    }

    @Test
    void aSourceIsCitedWithAllThatIsKnownOfIt() {
        var rulebook = Rulebook.load(Small.with(
                "sources.yaml",
                "year: 2020, kind: paper, strength: moderate",
                "kind: law, strength: high, address: 'https://a.example', note: {en: Old., fr: Ancien.}"));
        var answers = Small.answers(
                rulebook.questionnaire(), "{'person': {'ageYears': 17, 'smokes': true, 'yearsOfSmoking': 11}}");
        var assessment = new Assessor(rulebook, new Reasoner(rulebook)).assess(answers);

        assertThat(List.of(Spoken.EN, Spoken.FR))
                .extracting(language -> Explanation.of(assessment, language)
                        .findings()
                        .get(0)
                        .sources()
                        .get(0))
                .containsExactly(
                        new Citation("S1", "A paper", "A journal", null, "law", "https://a.example", "high", "Old."),
                        new Citation(
                                "S1", "A paper", "A journal", null, "law", "https://a.example", "high", "Ancien."));
        assertThat(Explanation.of(assessment, Spoken.EN).findings())
                .extracting(Reason::factorName, Reason::effectName, Reason::otherwise)
                .containsExactly(
                        tuple("Age", "Against", List.of()),
                        tuple(
                                "Age",
                                "Condition",
                                List.of(new Otherwise(S2, Direction.MILDER, "SILENT", "does not mention it."))));
    }

    @Test
    void aSummaryHoldsTheSameInCodes() {
        var summary = CodedAssessment.of(assessed(SMOKER.formatted("[{'kind': 'FUE', 'monthsOld': 4}]")));

        assertThat(summary.verdict()).isEqualTo(Verdict.DEFER);
        assertThat(summary.possibleVerdicts()).containsExactly(Verdict.DEFER);
        assertThat(summary.findings())
                .startsWith(
                        new CodedAssessment.Found(
                                "SCR-02",
                                Effect.DEFER,
                                List.of("/scars/0/monthsOld"),
                                new CodedAssessment.Delay(2, "months")),
                        new CodedAssessment.Found(
                                "AGE-03",
                                Effect.CONDITIONS,
                                List.of("/person/smokes", "/person/yearsOfSmoking"),
                                null));
        assertThat(summary.rulebook()).isEqualTo(Small.rulebook().digest());
        assertThat(CodedAssessment.of(assessed(SMOKER.formatted("[]"))).recommendations())
                .containsExactly("PLN-01");
    }

    private static Explanation explained(String json, Language language) {
        return Explanation.of(assessed(json), language);
    }

    private static Assessment assessed(String json) {
        Answers answers = Small.answers(json);
        return new Assessor(Small.rulebook(), new Reasoner(Small.rulebook())).assess(answers);
    }
}
