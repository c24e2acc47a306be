package dev.stipple.reasoning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.proof.Certificate;
import dev.stipple.reasoning.proof.Failure;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.text.RulesFolder;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailuresTest {
    @Test
    void ofRulesWithNothingWrongNothingFails() {
        var folder = Small.with(
                "skin.drl",
                "Skin( marks != null, marks not contains SkinMarks.RASH )",
                "Skin( tone == SkinTone.DARK )");
        var certificate = certificate(
                Small.with(folder, "skin.drl", "Skin( tone >= SkinTone.MEDIUM )", "Skin( tone == SkinTone.MEDIUM )"));

        assertThat(certificate.failures()).isEmpty();
        assertThat(certificate.holds()).isTrue();
        assertThat(certificate.unfinished()).isEmpty();
        assertThat(certificate.outside()).isEmpty();
        assertThat(certificate.rules()).isEqualTo(11);
        assertThat(certificate.digest()).isEqualTo("digest");
    }

    @Test
    void answerSetsAreCountedWithTheClassesOfEntriesThatTheRulesTellApart() {
        // 121 ages, 1 + 101 ways to smoke, 3 tones, 1 + 3 sets of marks; scars of 2 kinds, younger than six months or
        // not.
        var sets = BigInteger.valueOf(121L * 102 * 3 * 4).shiftLeft(4);

        assertThat(certificate(Small.folder()).answerSets()).isEqualTo(sets);
    }

    @Test
    void aFactorInTwoFilesSpeaksAsOne() {
        assertThat(certificate(Small.divided("age")).failures())
                .extracting(Failure::subject)
                .containsExactlyElementsOf(certificate(Small.folder()).failures().stream()
                        .map(Failure::subject)
                        .toList());

        var silent = Small.with(Small.divided("age"), "age/others.drl", "ageYears >= 18", "ageYears >= 19");
        assertThat(only(Kind.SILENT_FACTOR, silent).subject()).isEqualTo("age");

        var contradicted = Small.with(Small.divided("age"), "age/others.drl", "ageYears >= 18", "ageYears >= 17");
        assertThat(contradicted.text("age/first.drl")).contains("@effect(NOT_SUITABLE)");
        assertThat(only(Kind.CONTRADICTION, contradicted).subject()).isEqualTo("AGE-02");
    }

    @Test
    void aFactorThatIsSilentIsShownByTheFewestAnswers() {
        var failure = only(Kind.SILENT_FACTOR, Small.with("age.drl", "ageYears >= 18", "ageYears >= 19"));

        assertThat(failure.subject()).isEqualTo("age");
        assertThat(failure.rules()).isEmpty();
        assertThat(failure.question()).isNull();
        assertThat(requireNonNull(failure.example()).json())
                .isEqualTo(Map.of("person", Map.of("ageYears", 18, "smokes", false)));
        assertThat(requireNonNull(failure.person()).unanswered()).isEmpty();
        assertThat(failure.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aRuleThatFiresOnNobodyIsDead() {
        var failure = only(
                Kind.DEAD_RULE,
                Small.with(
                        "skin.drl",
                        "contains SkinMarks.RASH )",
                        "contains SkinMarks.RASH, marks contains SkinMarks.NONE )"));

        assertThat(failure.subject()).isEqualTo("SKI-01");
        assertThat(failure.rules()).extracting(Rule::id).containsExactly("SKI-01");
        assertThat(failure.example()).isNull();
        assertThat(failure.person()).isNull();
        assertThat(failure.verdict()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Outcome( verdict == Verdict.UNDECIDED )                                ; ``
            Outcome( verdict == Verdict.UNDECIDED ) Person( ageYears == 40 )       ; ``
            Outcome( verdict == Verdict.UNDECIDED ) Person( ageYears == 4 )        ; PLN-01
            Outcome( verdict == Verdict.SUITABLE ) Person( ageYears == 40 )        ; ``
            Outcome( verdict == Verdict.SUITABLE ) Person( ageYears == 4 )         ; PLN-01
            Outcome( verdict == Verdict.MEDICAL_CLEARANCE )                        ; PLN-01
            """)
    void aRuleOfThePlanIsDeadWhereItsVerdictNeverComesWithWhatItAsks(String condition, String dead) {
        var certificate = certificate(Small.with(
                "plan.drl", "Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) )", condition));

        assertThat(certificate.failures().stream()
                        .filter(failure -> failure.kind() == Kind.DEAD_RULE)
                        .map(Failure::subject)
                        .collect(Collectors.joining()))
                .isEqualTo(dead);
    }

    @Test
    void whatCannotBeFoundOutInTimeKeepsNothingElseFromBeingFound() {
        var certificate = certificate(Small.with(
                "plan.drl",
                "Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) )",
                "Outcome( verdict == Verdict.UNDECIDED ) Person( ageYears == 4 ) Scar( kind == ScarKind.FUT )"));

        assertThat(certificate.unfinished()).containsExactly(Kind.DEAD_RULE);
        assertThat(certificate.holds()).isFalse();
        assertThat(subjects(certificate, Kind.IMPLIED_RULE)).isEqualTo("SKI-02");
    }

    @Test
    void aRuleThatAnotherOneCoversIsImplied() {
        var failure = only(Kind.IMPLIED_RULE, Small.folder());

        assertThat(failure.subject()).isEqualTo("SKI-02");
        assertThat(failure.rules()).extracting(Rule::id).containsExactly("SKI-02", "SKI-03");
        assertThat(requireNonNull(failure.example()).json())
                .isEqualTo(Map.of("skin", Map.of("marks", List.of("NONE"))));
    }

    @Test
    void rulesOfAFactorThatSupportAndObjectToTheSameAnswerContradictEachOther() {
        var failure = only(
                Kind.CONTRADICTION,
                Small.with("skin.drl", "marks != null, marks not contains SkinMarks.RASH", "marks != null"));

        assertThat(failure.subject()).isEqualTo("SKI-02");
        assertThat(failure.rules()).extracting(Rule::id).containsExactly("SKI-02", "SKI-01");
        assertThat(requireNonNull(failure.example()).json())
                .isEqualTo(Map.of("skin", Map.of("marks", List.of("RASH"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Skin( marks contains SkinMarks.MOLE )                     ; SKI-02
            Skin( tone == SkinTone.DARK )                             ; ``
            Skin( marks contains SkinMarks.NONE )                     ; ``
            Scar( kind == ScarKind.FUT )                              ; ``
            """)
    void rulesContradictEachOtherOnlyOnACommonQuestion(String supports, String contradictory) {
        var certificate = certificate(
                Small.with("skin.drl", "Skin( marks != null, marks not contains SkinMarks.RASH )", supports));

        assertThat(subjects(certificate, Kind.CONTRADICTION)).isEqualTo(contradictory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            $s : Scar( monthsOld < 6 )   ; Scar( monthsOld >= 6 ) ; ``
            $s : Scar( monthsOld < 6 )   ; Scar( monthsOld >= 5 ) ; SCR-04
            $s : Scar( monthsOld < 6 )   ; exists Scar( monthsOld < 3 ) ; SCR-04
            $s : Scar( monthsOld < 6 )   ; Answered( scars == true ) not Scar( monthsOld == null ) not Scar( monthsOld >= 6 ) ; SCR-04
            """)
    void inARepeatingGroupRulesContradictEachOtherOnTheSameEntry(String objects, String supports, String subject) {
        RulesFolder folder = Small.with("scars.drl", "$s : Scar( monthsOld < 6 )", objects);
        var certificate = certificate(Small.with(
                folder,
                "scars.drl",
                "Answered( scars == true )\n    not Scar( kind == null )\n    not Scar( kind == ScarKind.FUT )\n    Person( ageYears != null, ageYears != 99 )",
                supports));

        assertThat(subjects(certificate, Kind.CONTRADICTION)).isEqualTo(subject);
    }

    @Test
    void anAnswerThatNoRuleTellsFromAnotherIsIdle() {
        var failure = only(Kind.IDLE_QUESTION, Small.folder());

        assertThat(failure.subject()).isEqualTo("skin.tone");
        assertThat(requireNonNull(failure.question()).path()).isEqualTo("skin.tone");
        assertThat(failure.example()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Skin( marks contains SkinMarks.RASH )                                 ; ``
            Skin( marks contains SkinMarks.RASH, marks contains SkinMarks.MOLE )  ; ``
            Skin( tone == SkinTone.DARK )                                         ; skin.marks
            """)
    void anOptionOfManyMattersWhereAnotherDoes(String condition, String idle) {
        var folder = Small.with("skin.drl", "Skin( marks contains SkinMarks.RASH )", condition);
        folder = Small.with(
                folder,
                "skin.drl",
                "Skin( marks != null, marks not contains SkinMarks.RASH )",
                "Skin( tone == SkinTone.LIGHT )");

        assertThat(subjects(certificate(folder), Kind.IDLE_QUESTION)).isEqualTo(idle);
    }

    @Test
    void aSafetyCriticalQuestionThatIsNotAskedThoughAnObjectionHangsOnItIsHidden() {
        var failure = only(Kind.HIDDEN_QUESTION, hiding("Person( yearsOfSmoking > 10 )", "Person( ageYears >= 18 )"));

        assertThat(failure.subject()).isEqualTo("person.yearsOfSmoking");
        assertThat(failure.rules()).extracting(Rule::id).containsExactly("AGE-03");
        assertThat(requireNonNull(failure.question()).path()).isEqualTo("person.yearsOfSmoking");
        assertThat(requireNonNull(failure.person()).json().get("person"))
                .isEqualTo(Map.of("ageYears", 18, "smokes", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Person( yearsOfSmoking > 10 )                  ; Person( ageYears >= 18 )                  ; person.yearsOfSmoking
            Person( smokes == true, yearsOfSmoking > 10 )  ; Person( ageYears >= 18 )                  ; ``
            Person( yearsOfSmoking > 10 )                  ; ( Person( ageYears >= 18 ) or Person( smokes == false ) ) ; ``
            Person( yearsOfSmoking > 10 )                  ; ( Person( ageYears >= 18 ) or Person( smokes != null, smokes != true ) ) ; person.yearsOfSmoking
            exists Person( yearsOfSmoking > 10 )           ; Person( ageYears >= 18 )                  ; person.yearsOfSmoking
            ( Person( yearsOfSmoking > 10 ) or Person( ageYears > 99 ) ) ; Person( ageYears >= 18 )    ; person.yearsOfSmoking
            Person( yearsOfSmoking > 10, ageYears < 18 )   ; Person( ageYears >= 18 )                  ; ``
            not Person( yearsOfSmoking == null ) not Person( yearsOfSmoking <= 10 ) ; Person( ageYears >= 18 ) ; person.yearsOfSmoking
            Person( ageYears > 99 )                        ; Person( ageYears >= 18 )                  ; ``
            """)
    void aQuestionIsNotHiddenWhereTheFactorSpeaksOfWhyItIsNotAsked(String objects, String supports, String hidden) {
        assertThat(subjects(certificate(hiding(objects, supports)), Kind.HIDDEN_QUESTION))
                .isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Scar( monthsOld >= 6 )                                  ; scars.monthsOld
            Scar( kind == ScarKind.FUE )                            ; ``
            Scar( kind in ( ScarKind.FUE, ScarKind.FUT ) )          ; ``
            Scar( kind == ScarKind.FUT )                            ; scars.monthsOld
            Person( ageYears >= 18 )                                ; scars.monthsOld
            """)
    void aQuestionAboutAnEntryIsHiddenWhereNobodySpeaksOfThatEntry(String speaks, String hidden) {
        var folder = Small.with(
                "questionnaire.yaml",
                "    change: {by: WAIT}\n",
                "    change: {by: WAIT}\n    safety: true\n    askedWhen: {scars.kind: [FUT]}\n");
        folder = Small.with(
                folder, "scars.drl", "Scar( monthsOld >= 6, kind in ( ScarKind.FUT, ScarKind.FUE ) )", speaks);

        assertThat(subjects(certificate(folder), Kind.HIDDEN_QUESTION)).isEqualTo(hidden);
    }

    @Test
    void aQuestionThatIsNotSafetyCriticalMayBeHidden() {
        var folder = hiding("Person( yearsOfSmoking > 10 )", "Person( ageYears >= 18 )");

        assertThat(subjects(
                        certificate(Small.with(folder, "questionnaire.yaml", "    safety: true\n", "")),
                        Kind.HIDDEN_QUESTION))
                .isEmpty();
        RulesFolder supporting = Small.with(folder, "age.drl", "@effect(DEFER)", "@effect(SUPPORTS)");
        assertThat(subjects(
                        certificate(Small.with(supporting, "age.drl", "S2 (SILENT)", "S2 (DEFER)")),
                        Kind.HIDDEN_QUESTION))
                .isEmpty();
    }

    @Test
    void aYesThatMakesTheVerdictStricterIsShownBesideItsLack() {
        var failure = only(Kind.HELD_BUT_STRICTER, marked("person.smokes", "held: [true]"));

        assertThat(failure.subject()).isEqualTo("person.smokes");
        assertThat(failure.rules()).extracting(Rule::id).containsExactly("AGE-03");
        assertThat(failure.verdict()).isEqualTo(Verdict.SUITABLE_WITH_CONDITIONS);
        assertThat(requireNonNull(failure.instead())).satisfies(instead -> {
            assertThat(instead.slot().pointer()).isEqualTo("/person/smokes");
            assertThat(instead.better().json()).isEqualTo(true);
            assertThat(instead.worse().json()).isEqualTo(false);
            assertThat(instead.verdict()).isEqualTo(Verdict.SUITABLE);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            person.ageYears       ; worse: LESS            ; ``
            person.ageYears       ; worse: MORE            ; person.ageYears
            person.yearsOfSmoking ; worse: MORE            ; ``
            person.yearsOfSmoking ; worse: LESS            ; person.yearsOfSmoking
            person.smokes         ; worse: MORE            ; ``
            person.smokes         ; worse: [true, false]   ; person.smokes
            skin.marks            ; worse: MORE            ; ``
            skin.marks            ; worse: [MOLE]          ; ``
            scars.monthsOld       ; worse: LESS            ; ``
            scars.monthsOld       ; worse: MORE            ; scars.monthsOld
            """)
    void aWorseAnswerIsNotJudgedMilder(String question, String worse, String subject) {
        assertThat(subjects(certificate(marked(question, worse)), Kind.WORSE_BUT_MILDER))
                .isEqualTo(subject);
    }

    @Test
    void aRuleMaySayWhyAWorseAnswerIsMilder() {
        var folder = Small.with(
                marked("person.ageYears", "worse: MORE"),
                "age.drl",
                "@source(\"S1\")",
                "@source(\"S1\")\n    @despite(\"person.ageYears: Nobody is too old.\")");

        assertThat(subjects(certificate(folder), Kind.WORSE_BUT_MILDER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Person( ageYears >= 18 )                ; PLN-01
            Person( smokes == false )               ; ``
            Person( smokes == true )                ; PLN-01
            Skin( tone == SkinTone.DARK )           ; PLN-01
            """)
    void nobodyIsAskedForWhatTheyHave(String condition, String subject) {
        var folder = Small.with(
                marked("person.smokes", "held: [true]"),
                "plan.drl",
                "    Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) )",
                "    Outcome( verdict == Verdict.SUITABLE )\n    " + condition);
        folder = Small.with(folder, "plan.drl", "@source(\"S1\")", "@source(\"S1\") @asksFor(\"person.smokes\")");

        assertThat(subjects(certificate(folder), Kind.ASKED_THOUGH_HELD)).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            smokes == true, yearsOfSmoking > 10        ; AGE-03
            smokes == true, smokes == false            ; ``
            smokes == false                            ; ``
            """)
    void aClearanceAsksForWhatItTests(String condition, String subject) {
        var folder = Small.with(
                marked("person.smokes", "held: [true]"), "age.drl", "smokes == true, yearsOfSmoking > 10", condition);

        assertThat(subjects(
                        certificate(Small.with(folder, "age.drl", "@effect(CONDITIONS)", "@effect(MEDICAL_CLEARANCE)")),
                        Kind.ASKED_THOUGH_HELD))
                .isEqualTo(subject);
        assertThat(subjects(certificate(folder), Kind.ASKED_THOUGH_HELD)).isEmpty();
    }

    @Test
    void whatASupportPraisesNoOtherFindingDenies() {
        var folder = Small.with("skin.drl", "@effect(SUPPORTS)", "@effect(SUPPORTS) @about(\"FITNESS\")");

        assertThat(pairs(certificate(Small.with(
                        folder, "age.drl", "@effect(CONDITIONS)", "@effect(CONDITIONS) @about(\"FITNESS\")"))))
                .containsExactly("SKI-02 AGE-03");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Person( ageYears > 16 )                                    ; SCR-04 AGE-01
            Person( ageYears > 16, smokes == true )                    ; SCR-04 AGE-01
            Person( ageYears >= 18 )                                   ; ``
            Person( ageYears != null, ageYears != 20 )                 ; ``
            Skin( tone == SkinTone.DARK )                              ; ``
            """)
    void withoutASubjectASupportIsDeniedByAnObjectionOfAnotherFactorToTheSameAnswer(String supports, String pair) {
        var folder = Small.with("scars.drl", "Person( ageYears != null, ageYears != 99 )", supports);

        assertThat(String.join("", pairs(certificate(folder)))).isEqualTo(pair);
    }

    @Test
    void aRuleIsAboutTheQuestionsThatItNames() {
        var folder = Small.with(
                "scars.drl", "Person( ageYears != null, ageYears != 99 )", "Person( ageYears > 16, smokes == true )");
        folder = Small.with(
                folder,
                "scars.drl",
                "@because(\"Nothing to cover.\")",
                "@because(\"Nothing to cover.\") @about(\"person.smokes\")");

        assertThat(pairs(certificate(folder))).isEmpty();
    }

    private static List<String> pairs(Certificate certificate) {
        return certificate.failures().stream()
                .filter(failure -> failure.kind() == Kind.PRAISE_DENIED)
                .map(failure -> failure.rules().stream().map(Rule::id).collect(Collectors.joining(" ")))
                .toList();
    }

    /** The small rules with a mark on a question. */
    private static RulesFolder marked(String path, String mark) {
        String id = "  - id: " + path.substring(path.indexOf('.') + 1) + "\n";
        return Small.with("questionnaire.yaml", id, id + "    " + mark + "\n");
    }

    @Test
    void whatDroolsDoesNotSeeIsUnconfirmed() {
        var rules = SmallRules.with("age.drl", "ageYears >= 18", "ageYears >= 19");
        var other = SmallRules.rules();

        assertThat(Proof.of(rules, RuleRunner.of(other), "digest", List.of(), Deadline.NONE)
                        .failures())
                .filteredOn(failure -> failure.subject().equals("age"))
                .extracting(Failure::kind)
                .containsExactly(Kind.UNCONFIRMED);
    }

    @Test
    void anEngineThatFiresNothingOrEverythingConfirmsNothing() {
        var contradicting =
                SmallRules.with("skin.drl", "marks != null, marks not contains SkinMarks.RASH", "marks != null");
        var hiding = SmallRules.of(hiding("Person( yearsOfSmoking > 10 )", "Person( ageYears >= 18 )"));
        Set<String> all = hiding.all().stream().map(Rule::id).collect(Collectors.toSet());

        assertThat(Proof.of(
                                contradicting,
                                person -> new RuleRunner.Fired(Set.of(), Verdict.SUITABLE),
                                "digest",
                                List.of(),
                                Deadline.NONE)
                        .failures())
                .filteredOn(failure -> failure.kind() != Kind.IDLE_QUESTION)
                .hasSize(3)
                .allMatch(failure -> failure.kind() == Kind.UNCONFIRMED);
        assertThat(Proof.of(
                                hiding,
                                person -> new RuleRunner.Fired(all, Verdict.SUITABLE),
                                "digest",
                                List.of(),
                                Deadline.NONE)
                        .failures())
                .filteredOn(failure -> failure.question() != null && failure.kind() != Kind.IDLE_QUESTION)
                .extracting(Failure::kind)
                .containsExactly(Kind.UNCONFIRMED);
    }

    @Test
    void aProofThatMayTakeNoTimeNamesAllThatItLeftOutAndHoldsOfNothing() {
        var certificate = Proof.of(Small.rulebook(), List.of(), Duration.ZERO);

        assertThat(certificate.holds()).isFalse();
        assertThat(certificate.failures()).isEmpty();
        assertThat(certificate.unfinished())
                .containsExactly(
                        Kind.SILENT_FACTOR,
                        Kind.DEAD_RULE,
                        Kind.OVERRULED_OBJECTION,
                        Kind.IMPLIED_RULE,
                        Kind.CONTRADICTION,
                        Kind.IDLE_QUESTION,
                        Kind.HIDDEN_QUESTION,
                        Kind.PRAISE_DENIED,
                        Kind.ASKED_THOUGH_HELD,
                        Kind.HELD_BUT_STRICTER,
                        Kind.WORSE_BUT_MILDER);
        assertThat(Proof.of(Small.rulebook(), List.of(), Duration.ofMinutes(1)))
                .usingRecursiveComparison()
                .isEqualTo(Proof.of(Small.rulebook(), List.of()));
        assertThat(Proof.of(Small.rulebook(), List.of()).digest())
                .isEqualTo(Small.rulebook().digest());
    }

    /** The small rules in which somebody is asked for how long they smoke because of an objection. */
    private static RulesFolder hiding(String objects, String supports) {
        var folder = Small.with(
                "questionnaire.yaml",
                "    askedWhen: {person.smokes: [true]}\n",
                "    askedWhen: {person.smokes: [true]}\n    safety: true\n");
        folder = Small.with(folder, "age.drl", "@effect(CONDITIONS)", "@effect(DEFER)");
        folder = Small.with(folder, "age.drl", "Person( smokes == true, yearsOfSmoking > 10 )", objects);
        return Small.with(folder, "age.drl", "Person( ageYears >= 18 )", supports);
    }

    private static Failure only(Kind kind, RulesFolder folder) {
        var failures = certificate(folder).failures().stream()
                .filter(failure -> failure.kind() == kind)
                .toList();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private static String subjects(Certificate certificate, Kind kind) {
        return certificate.failures().stream()
                .filter(failure -> failure.kind() == kind)
                .map(Failure::subject)
                .collect(Collectors.joining(", "));
    }

    private static Certificate certificate(RulesFolder folder) {
        var rules = SmallRules.of(folder);
        return Proof.of(rules, RuleRunner.of(rules), "digest", List.of(), Deadline.NONE);
    }
}
