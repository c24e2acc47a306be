package dev.stipple.assessment.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.assessment.Assessment;
import dev.stipple.authoring.impact.Population;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The short answer on the shipped rules. */
class SummaryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final int PEOPLE = Integer.getInteger("people", 60);

    @Test
    void theLineSaysTheVerdictAndWhyAndWhen() throws IOException {
        assertThat(summary("man-recent-transplant", Spoken.EN).line())
                .isEqualTo("Not yet: your grafts are 2 months old and need 6. Look at it again about March 2027.");
        assertThat(summary("man-recent-transplant", Spoken.FR).line())
                .isEqualTo(
                        "Pas encore\u00a0: vos greffons ont 2 mois\u00a0; il leur en faut 6. À revoir vers mars 2027.");
    }

    @Test
    void aWaitOfDaysEndsOnADay() throws IOException {
        Answers sun = changed("bald-man-shaved-look", "skin", "daysSinceSun", 4);

        Summary summary = Summary.of(Shipped.assessor().assess(sun), Spoken.EN, DAY);

        assertThat(summary.line()).endsWith("Look at it again about 8 December 2026.");
        assertThat(summary.until()).isEqualTo(LocalDate.of(2026, 12, 8));
    }

    @Test
    void lettersAreAskedForAllAtOnce() throws IOException {
        Summary summary = summary("man-two-factors-pull-apart", Spoken.EN);

        assertThat(summary.todo().get(0).kind()).isEqualTo("LETTER");
        assertThat(summary.todo().get(0).steps()).hasSize(2);
    }

    @Test
    void whatIsHeldIsNotAskedFor() throws IOException {
        var keloid = "man-keloid-history";
        Answers held = changed(keloid, "skin", "keloidDoctorAgrees", true);

        assertThat(kinds(summary(keloid, Spoken.EN))).contains("LETTER");
        assertThat(kinds(Summary.of(Shipped.assessor().assess(held), Spoken.EN, DAY)))
                .doesNotContain("LETTER");
    }

    @Test
    void anAbsenceIsNoReasonForAYes() throws IOException {
        Summary summary = summary("bald-man-shaved-look", Spoken.EN);

        assertThat(summary.decides().stream().flatMap(reason -> reason.rules().stream()))
                .containsExactlyInAnyOrder("PAT-05", "LOO-01", "LOO-44");
    }

    @Test
    void aReasonThatStandsAloneIsToldAtLength() throws IOException {
        assertThat(summary("man-recent-transplant", Spoken.EN).sentences())
                .singleElement()
                .asString()
                .startsWith("Grafts and the places");
    }

    @Test
    void noObjectionIsLost() {
        people().forEach(person -> {
            Assessment assessment = Shipped.assessor().assess(person);
            Summary summary = Summary.of(assessment, Spoken.EN, DAY);
            var told = summary.decides().stream()
                    .flatMap(reason -> reason.rules().stream())
                    .toList();

            assertThat(summary.decides()).hasSizeLessThanOrEqualTo(Summary.MOST);
            assertThat(summary.decides())
                    .as("two of which a doctor has to hear are both told in words")
                    .filteredOn(reason -> reason.effect() == Effect.MEDICAL_CLEARANCE
                            && reason.rules().size() <= 2)
                    .noneMatch(reason -> reason.text().endsWith("more)."));
            assessment.findings().stream()
                    .map(Finding::rule)
                    .filter(rule -> Objects.requireNonNull(rule.effect()).objects())
                    .forEach(rule -> assertThat(told.contains(rule.id())
                                    || summary.alsoFactors().contains(factor(rule)))
                            .as(rule.id())
                            .isTrue());
        });
    }

    @Test
    void everybodyIsToldWhatToDoAndNothingTwice() {
        people().forEach(person -> {
            Summary summary = Summary.of(Shipped.assessor().assess(person), Spoken.FR, DAY);
            var steps = summary.todo().stream()
                    .flatMap(stage -> stage.steps().stream().map(Summary.Step::text))
                    .toList();

            assertThat(steps).isNotEmpty().doesNotHaveDuplicates();
            assertThat(summary.line() + summary.sentences() + steps).doesNotContain("{");
        });
    }

    /** Where something has to be over that says nothing of how long it takes, no date is told that leaves it out. */
    @Test
    void theLongestWaitIsTheDateWhereSomebodyCanSay() {
        people().forEach(person -> {
            Assessment assessment = Shipped.assessor().assess(person);
            Summary summary = Summary.of(assessment, Spoken.EN, DAY);

            assertThat(summary.until() == null)
                    .isEqualTo(assessment.verdict() == Verdict.NOT_SUITABLE
                            || isOpen(assessment, Effect.DEFER)
                            || assessment.findings().stream().allMatch(finding -> finding.delay() == null));
            if (assessment.verdict() == Verdict.DEFER || assessment.verdict() == Verdict.MEDICAL_CLEARANCE) {
                boolean dated = !isOpen(assessment, Effect.DEFER) && !isOpen(assessment, Effect.MEDICAL_CLEARANCE);
                assertThat(summary.timeline().stream().skip(1))
                        .isNotEmpty()
                        .allMatch(each -> (each.day() != null) == dated);
            }
        });
    }

    /** A date stands beside steps that are all over by then. */
    @Test
    void aDateBesideWaitsIsThatOfTheirOwnLongest() {
        people().forEach(person -> {
            Assessment assessment = Shipped.assessor().assess(person);
            Summary.of(assessment, Spoken.EN, DAY).todo().stream()
                    .filter(stage -> stage.until() != null)
                    .forEach(stage -> {
                        var called = stage.steps().stream()
                                .flatMap(step -> step.rules().stream())
                                .toList();
                        var own = assessment.findings().stream()
                                .filter(finding ->
                                        called.contains(finding.rule().id()))
                                .toList();
                        assertThat(own)
                                .noneMatch(
                                        finding -> finding.rule().effect() == Effect.DEFER && finding.delay() == null);
                        assertThat(stage.until())
                                .isEqualTo(own.stream()
                                        .flatMap(finding -> Stream.ofNullable(finding.delay()))
                                        .map(wait -> Waits.end(DAY, wait))
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow());
                    });
        });
    }

    @Test
    void whoeverIsPregnantIsToldNoDayOfASession() throws IOException {
        Answers pregnant = changed("woman-patch-test-pending", "candidate", "pregnancy", "PREGNANT");

        Summary summary = Summary.of(Shipped.assessor().assess(pregnant), Spoken.EN, DAY);

        assertThat(summary.until()).isNull();
        assertThat(summary.line()).doesNotContain("2026");
        assertThat(summary.timeline())
                .extracting(each -> each.about() + ": " + each.text())
                .contains("28 November 2026: Today", "Then: What stands above is settled, and the answer is yes")
                .contains(
                        "a week later: Consultation, at the earliest",
                        "2 weeks later: First session",
                        "a month later: Skin healed",
                        "4 years later: First touch-up");
    }

    private static boolean isOpen(Assessment assessment, Effect effect) {
        return assessment.findings().stream()
                .anyMatch(finding -> finding.rule().effect() == effect && finding.delay() == null);
    }

    @Test
    void whatIsTrueOfEverybodyIsNotInThePlanOfOne() throws IOException {
        Summary summary = summary("bald-man-shaved-look", Spoken.EN);

        assertThat(summary.plan())
                .extracting(Summary.Own::rule)
                .contains("PLN-01")
                .doesNotContain("PLN-47", "PLN-83");
        assertThat(summary.general()).isGreaterThan(15);
    }

    /** Plausible people and people made up at random, complete ones and others. */
    private static Stream<Answers> people() {
        var plausible = new Population(Shipped.contents(), 7);
        var random = new GeneratedPeople(Shipped.contents().questionnaire(), 7);
        var people = new ArrayList<Answers>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(plausible.next());
            people.add(random.complete());
        }
        return people.stream();
    }

    private static String factor(Rule rule) {
        return Objects.requireNonNull(Shipped.contents().factors().get(rule.factor()))
                .in(Spoken.EN);
    }

    private static List<String> kinds(Summary summary) {
        return summary.todo().stream().map(Summary.Stage::kind).toList();
    }

    private static Summary summary(String story, Language language) throws IOException {
        return Summary.of(Shipped.assessor().assess(answers(json(story))), language, DAY);
    }

    private static Answers changed(String story, String group, String question, Object value) throws IOException {
        var json = (ObjectNode) json(story);
        ((ObjectNode) json.path(group)).putPOJO(question, value);
        return answers(JsonMapper.shared().readTree(json.toString()));
    }

    private static Answers answers(JsonNode json) {
        return AnswersReader.read(Shipped.contents().questionnaire(), json, List.of());
    }

    private static JsonNode json(String story) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Path.of("examples", story + ".answers.json")));
    }
}
