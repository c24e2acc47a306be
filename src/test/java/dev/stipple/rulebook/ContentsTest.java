package dev.stipple.rulebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.rule.Dissent;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.text.RulesFolder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentsTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            age.drl => Person( ageYears < 18 ) => Person( ageYears < 18 and > 3 ) => age.drl:9:27 dialect: 'and' is not of this dialect; inside a pattern write a comma, and the field again: x > 1, x < 5
            age.drl => Person( ageYears < 18 ) => Person( ageYears < 18 or > 30 ) => age.drl:9:27 dialect: 'or' is not of this dialect; inside a pattern write ||, and the field again: x < 1 || x > 5
            age.drl => Person( ageYears < 18 ) => Person( ((((((((ageYears < 18)))))))) ) => age.drl:9:20 limit: brackets are nested deeper than 8 levels; take out brackets that nothing needs, or write several rules
            age.drl => Person( ageYears < 18 ) => Person( ageYears = 18 ) => age.drl:9:22 dialect: '=' is not of this dialect; write == to compare
            age.drl => Person( ageYears < 18 ) => Person( ageYears < 18 && > 3 ) => age.drl:9:27 dialect: this comparison names no field; repeat the field: write x > 1, x < 5
            age.drl => Person( ageYears < 18 ) => Person( smokes ) => age.drl:9:19 dialect: nothing is compared here; write what it is, such as == true or >= 18
            age.drl => Person( ageYears < 18 ) => Person( smokes < true ) => age.drl:9:20 operator: '<' does not fit person.smokes, which is true or false; use == or !=
            age.drl => Person( ageYears < 18 ) => Person( ageYears == true ) => age.drl:9:25 literal-type: true does not fit person.ageYears, which is a whole number; write a whole number such as 0
            age.drl => Person( ageYears < 18 ) => Person( ageYears == 1234567890 ) => age.drl:9:25 literal-type: 1234567890 does not fit person.ageYears, which is a whole number; write a whole number such as 0
            age.drl => Person( ageYears < 18 ) => Person( smokes == 1 ) => age.drl:9:23 literal-type: 1 does not fit person.smokes, which is true or false; write true or false
            age.drl => Person( ageYears < 18 ) => Skin( tone == "LIGHT" ) => age.drl:9:19 literal-type: "LIGHT" does not fit skin.tone, which takes one option; write SkinTone.LIGHT
            age.drl => Person( ageYears < 18 ) => Skin( tone == LIGHT ) => age.drl:9:19 literal-type: LIGHT does not fit skin.tone, which takes one option; write SkinTone.LIGHT
            age.drl => Person( ageYears < 18 ) => Skin( tone == SkinMarks.DRAK ) => age.drl:9:19 literal-type: SkinMarks.DRAK does not fit skin.tone, which takes one option; write SkinTone.DARK
            age.drl => Person( ageYears < 18 ) => Person( ageYears < "18" ) => age.drl:9:24 literal-type: "18" does not fit person.ageYears, which is a whole number; write 18
            age.drl => Person( ageYears < 18 ) => Person( smokes == "true" ) => age.drl:9:23 literal-type: "true" does not fit person.smokes, which is true or false; write true
            age.drl => Person( ageYears < 18 ) => Skin( tone == SkinTone.PALE ) => age.drl:9:19 unknown-option: there is no option 'PALE'; write one of: DARK, LIGHT, MEDIUM
            age.drl => Person( ageYears < 18 ) => Skin( tone == SkinMarks.MOLE ) => age.drl:9:19 literal-type: SkinMarks.MOLE does not fit skin.tone, which takes one option; write one of: SkinTone.LIGHT, SkinTone.MEDIUM, SkinTone.DARK
            age.drl => Person( ageYears < 18 ) => Skin( tone contains SkinTone.LIGHT ) => age.drl:9:16 operator: 'contains' does not fit skin.tone, which takes one option; use ==, !=, <, <=, >, >=, in or not in
            age.drl => Person( ageYears < 18 ) => Skin( marks == SkinMarks.MOLE ) => age.drl:9:17 operator: '==' does not fit skin.marks, which takes several options; use contains or not contains
            age.drl => Person( ageYears < 18 ) => Skin( marks in ( SkinMarks.MOLE ) ) => age.drl:9:17 operator: 'in' does not fit skin.marks, which takes several options; use contains or not contains
            age.drl => Person( ageYears < 18 ) => Person( smokes in ( true ) ) => age.drl:9:20 operator: 'in' does not fit person.smokes, which is true or false; use == or !=
            age.drl => Person( ageYears < 18 ) => Person( ageYears matches "1." ) => age.drl:9:22 dialect: 'matches' is not a comparison that conditions may use; use ==, !=, <, <=, >, >=, in, not in, contains or not contains
            age.drl => Person( ageYears < 18 ) => Person( age < 18 ) => age.drl:9:13 unknown-field: there is no field 'age'; write 'ageYears'
            age.drl => Person( ageYears < 18 ) => Persn( ageYears < 18 ) => age.drl:9:5 unknown-fact: there is no fact 'Persn'; write 'Person'
            age.drl => Person( ageYears < 18 ) => Person( getAgeYears() < 18 ) => age.drl:9:13 dialect: 'getAgeYears(' calls Java; compare one question with constants, as in ageYears != null
            age.drl => Person( ageYears < 18 ) => Person( ageYears < yearsOfSmoking() ) => age.drl:9:24 dialect: a constant is expected instead of 'yearsOfSmoking('; compare one question with constants, as in ageYears != null
            age.drl => Person( ageYears < 18 ) => Person( 18 > ageYears ) => age.drl:9:13 dialect: '18' is not a question of Person; compare one question with constants, as in ageYears != null
            age.drl => Person( ageYears < 18 ) => Person( ageYears in ( 1, 2 ) => age.drl:10:1 syntax: this is not DRL: 'then' is not expected here; close what was opened before, or mend the line
            age.drl => Person( ageYears < 18 ) => Person( ageYears < 18 ageYears > 3 ) => age.drl:9:27 syntax: this is not DRL: 'ageYears' is not expected here; close what was opened before, or mend the line
            age.drl => Person( ageYears < 18 ) => Answered( skin == true ) => age.drl:9:15 unknown-field: there is no field 'skin'; write one of: scars
            age.drl => Person( ageYears < 18 ) => Answered( scars == false ) => age.drl:9:24 dialect: Answered asks one group, and only whether it was answered; write Answered( scars == true )
            age.drl => Person( ageYears < 18 ) => Answered( scars == true, scars == true ) => age.drl:9:5 unknown-field: there is no field ''; write one of: scars
            age.drl => Person( ageYears < 18 ) => Answered() => age.drl:9:5 unknown-field: there is no field ''; write one of: scars
            age.drl => Person( ageYears < 18 ) => Outcome( verdict == Verdict.DEFER ) => age.drl:9:5 verdict-circle: a rule with an effect cannot ask for the verdict; test the answers themselves
            plan.drl => Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) ) => Person( ageYears < 18 ) => plan.drl:3:1 no-verdict: a recommendation does not ask for the verdict; write Outcome( verdict in ( ... ) ) as a pattern of its own
            plan.drl => Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) ) => ( Outcome( verdict == Verdict.DEFER ) or Person( ageYears < 18 ) ) => plan.drl:3:1 no-verdict: a recommendation does not ask for the verdict; write Outcome( verdict in ( ... ) ) as a pattern of its own
            plan.drl => Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) ) => Outcome( verdict == Verdict.SUITED ) => plan.drl:9:5 dialect: Outcome asks only which verdict came out; write Outcome( verdict == Verdict.SUITABLE ) or Outcome( verdict in ( ... ) ) & plan.drl:9:25 unknown-option: there is no option 'SUITED'; write one of: DEFER, MEDICAL_CLEARANCE, NOT_SUITABLE, SUITABLE, SUITABLE_WITH_CONDITIONS, UNDECIDED
            plan.drl => Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) ) => Outcome( verdict != Verdict.SUITABLE ) => plan.drl:9:5 dialect: Outcome asks only which verdict came out; write Outcome( verdict == Verdict.SUITABLE ) or Outcome( verdict in ( ... ) )
            plan.drl => Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) ) => Outcome( verdict == Verdict.SUITABLE || verdict == Verdict.DEFER ) => plan.drl:9:5 dialect: Outcome asks only which verdict came out; write Outcome( verdict == Verdict.SUITABLE ) or Outcome( verdict in ( ... ) )
            plan.drl => Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) ) => Outcome() => plan.drl:9:5 dialect: Outcome asks only which verdict came out; write Outcome( verdict == Verdict.SUITABLE ) or Outcome( verdict in ( ... ) )
            age.drl => Person( ageYears < 18 ) => not ( Person( ageYears < 18 ) and Skin( tone == SkinTone.DARK ) ) => age.drl:9:5 dialect: 'not' and 'exists' take one pattern of a question group; write them one by one
            age.drl => Person( ageYears < 18 ) => exists Answered( scars == true ) => age.drl:9:5 dialect: 'not' and 'exists' take one pattern of a question group; write them one by one
            age.drl => Person( ageYears < 18 ) => exists Scar( kind == ScarKind.FUT ) not Person( ageYears < 18 ) => age.drl:9:41 exists-not: 'not' stands after 'exists'; write the 'not' first
            age.drl => Person( ageYears < 18 ) => forall( Scar( kind == ScarKind.FUT ) ) => age.drl:9:5 dialect: this kind of condition is outside the dialect; use patterns, and, or, not and exists
            age.drl => Person( ageYears < 18 ) => eval( true ) => age.drl:9:5 dialect: this kind of condition is outside the dialect; use patterns, and, or, not and exists
            age.drl => Person( ageYears < 18 ) => `` => age.drl:3:1 condition: the rule has no condition; write at least one pattern after 'when'
            age.drl => Person( ageYears < 18 ) => Person( ageYears != 18 ) => age.drl:9:13 negation: this holds while 'ageYears' is unknown; write 'ageYears != null' beside it
            age.drl => Person( ageYears < 18 ) => Person( ageYears == null ) => age.drl:9:13 negation: this holds while 'ageYears' is unknown; write 'ageYears != null' beside it
            age.drl => Person( ageYears < 18 ) => Person( ageYears == null || ageYears < 18 ) => age.drl:9:13 negation: this holds while 'ageYears' is unknown; write 'ageYears != null' beside it
            age.drl => Person( ageYears < 18 ) => not Scar( kind == ScarKind.FUT ) => age.drl:9:5 negation: 'not' holds while 'kind' is unknown; write 'not Scar( kind == null )' before it & age.drl:9:5 negation: 'not' stands on a group that may be unanswered; write 'Answered( scars == true )' before it
            age.drl => Person( ageYears < 18 ) => Answered( scars == true ) not Scar( kind == ScarKind.FUT ) => age.drl:9:31 negation: 'not' holds while 'kind' is unknown; write 'not Scar( kind == null )' before it
            age.drl => Person( ageYears < 18 ) => not Person( ageYears < 18 ) => age.drl:9:5 negation: 'not' holds while 'ageYears' is unknown; write 'not Person( ageYears == null )' before it
            age.drl => Person( ageYears < 18 ) => not Person( yearsOfSmoking < 18, smokes == true ) => age.drl:9:5 negation: 'not' holds while 'smokes' is unknown; write 'not Person( smokes == null )' before it & age.drl:9:5 negation: 'not' holds while 'yearsOfSmoking' is unknown; write 'not Person( smokes == null )' and 'not Person( smokes == true, yearsOfSmoking == null )' before it
            age.drl => Person( ageYears < 18 ) => ( Answered( scars == true ) or Person( ageYears < 3 ) ) not Scar() => age.drl:9:61 negation: 'not' stands on a group that may be unanswered; write 'Answered( scars == true )' before it
            scars.drl => waitMonths(6 - $s.getMonthsOld()) => waitMonths(6 - $t.getMonthsOld()) => scars.drl:23:41 consequence: nothing is bound to $t; write $t : before the pattern
            scars.drl => waitMonths(6 - $s.getMonthsOld()) => waitMonths(6 - $s.getKind()) => scars.drl:23:41 consequence: 'kind' is not a number that this pattern compares; count down from a number that the pattern has tested
            scars.drl => waitMonths(6 - $s.getMonthsOld()) => waitMonths($s.getMonthsOld()) => scars.drl:23:5 consequence: a consequence only states its finding; write findings.add(drools); or findings.add(drools, waitMonths(6 - $t.getMonthsAgo()));
            scars.drl => waitMonths(6 - $s.getMonthsOld()) => waitYears(6) => scars.drl:23:5 consequence: a consequence only states its finding; write findings.add(drools); or findings.add(drools, waitMonths(6 - $t.getMonthsAgo()));
            age.drl => findings.add(drools); => System.out.println(); => age.drl:11:5 consequence: a consequence only states its finding; write findings.add(drools); or findings.add(drools, waitMonths(6 - $t.getMonthsAgo()));
            age.drl => rule "age: under age" => rule "under age" => age.drl:3:1 rule-name: the rule's name does not start with its factor; write rule "age: what is the case"
            age.drl => rule "age: under age" => rule "age: an adult" => age.drl:14:1 duplicate-name: another rule is named 'age: an adult'; rename one
            age.drl => rule "age: under age" => rule "age: under age" salience 3 => age.drl:3:23 dialect: 'salience' has no place between a rule's name and its 'when'; remove it: the order of rules means nothing here
            age.drl => rule "age: under age" => rule "age: under age" extends "age: an adult" => age.drl:3:1 dialect: queries and rules that extend others are outside the dialect; write a plain rule
            age.drl => rule "age: under age" => query "age: under age" => age.drl:9:5 syntax: this is not DRL: 'Person' is not expected here; close what was opened before, or mend the line
            age.drl => @id(AGE-01) => @id(AGE-02) => age.drl:15:9 duplicate-id: the id AGE-02 is used at age.drl:4:9; take the next free number
            age.drl => @id(AGE-01) => @id(AGE-1) => age.drl:4:9 metadata: 'AGE-1' is not a rule id; write one such as TRA-02
            age.drl => @id(AGE-01) => @idd(AGE-01) => age.drl:4:6 unknown-annotation: there is no annotation 'idd'; write 'id'
            age.drl => @id(AGE-01) => @id(AGE 01) => age.drl:4:5 metadata: '@id(AGE' is not one quoted value on one line; write @because("one text")
            age.drl => @id(AGE-01) => @id(AGE-01) @id(AGE-09) => age.drl:4:17 metadata: @id is written twice; keep one of them
            age.drl => @id(AGE-01) => `` => age.drl:3:1 metadata: @id is missing; add @id(...)
            age.drl => @id(AGE-01) => @id("") => age.drl:4:10 metadata: @id is missing; add @id(...)
            age.drl => @effect(NOT_SUITABLE) => @effect(NEVER) => age.drl:5:13 unknown-effect: there is no effect 'NEVER'; write 'DEFER'
            age.drl => @effect(NOT_SUITABLE) => @effect(NOT_SUITABLE) @recommend(SESSIONS) => age.drl:3:1 metadata: a rule has either @effect or @recommend; write @effect(...) for a verdict or @recommend(...) for the plan
            age.drl => @effect(NOT_SUITABLE) => `` => age.drl:3:1 metadata: a rule has either @effect or @recommend; write @effect(...) for a verdict or @recommend(...) for the plan
            age.drl => @effect(NOT_SUITABLE) => @recommend(SESSION) => age.drl:5:16 unknown-topic: there is no topic 'SESSION'; write 'SESSIONS'
            age.drl => @because("Too young.") => @because(Too young.) => age.drl:6:5 metadata: '@because(Too' is not one quoted value on one line; write @because("one text")
            age.drl => @because("Too young.") => @because("") => age.drl:6:15 metadata: @because is missing; add @because(...)
            age.drl => @source("S1") => @source("S1, S3") => age.drl:7:14 unknown-source: there is no source 'S3'; write 'S1'
            age.drl => @source("S1") => @source("") => age.drl:7:14 metadata: @source is missing; add @source(...)
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @otherwise("does not mention it.") => age.drl:30:17 metadata: 'does not mention it.' does not say which source says so; write @otherwise("KEY (EFFECT): what it says. | KEY (EFFECT): what it says.")
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @otherwise("S2: does not mention it.") => age.drl:30:17 metadata: what S2 would do instead is not said; write S2 (EFFECT): with one of NOT_SUITABLE, MEDICAL_CLEARANCE, DEFER, CONDITIONS, SUPPORTS, SILENT
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @otherwise("S2 (SILNT): does not mention it.") => age.drl:30:17 unknown-effect: there is no effect 'SILNT'; write 'SILENT'
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @otherwise("S2 (CONDITIONS): does not mention it.") => age.drl:30:17 dissent: S2 (CONDITIONS) leads to the same verdict as the rule itself; write what it would do instead, or write it in @note("S2: what it says.")
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @note("does not mention it.") => age.drl:30:12 metadata: 'does not mention it.' does not say which source says so; write @note("KEY: what it says. | KEY: what it says.") & age.fr.yaml:3:90 translation: 'S2' says something in this language alone; write it in @otherwise of AGE-03 too, or take it out
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @otherwise("S1 (SILENT): does not mention it.") => age.drl:30:17 translation: what S1 says is not translated; add it to 'otherwise' of AGE-03 in age.fr.yaml & age.fr.yaml:3:90 translation: 'S2' says something in this language alone; write it in @otherwise of AGE-03 too, or take it out
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @otherwise("S3 (SILENT): does not mention it.") => age.drl:30:17 translation: what S3 says is not translated; add it to 'otherwise' of AGE-03 in age.fr.yaml & age.drl:30:17 unknown-source: there is no source 'S3'; write 'S1' & age.fr.yaml:3:90 translation: 'S2' says something in this language alone; write it in @otherwise of AGE-03 too, or take it out
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @otherwise("S2 (SILENT): does not mention it. | S1 (SILENT): nor this.") => age.drl:30:17 translation: what S1 says is not translated; add it to 'otherwise' of AGE-03 in age.fr.yaml
            age.drl => package stipple.rules => package other.rules => age.drl:1:1 package: the package is 'other.rules'; write 'package stipple.rules' on the first line: all rules share one package
            age.drl => package stipple.rules => package stipple.rules import java.util.List; => age.drl:1:23 dialect: imports, globals, functions and types have no place in a rule file; remove it; facts.drl declares everything
            age.drl => package stipple.rules => package stipple.rules global java.util.List some; => age.drl:1:23 dialect: imports, globals, functions and types have no place in a rule file; remove it; facts.drl declares everything
            age.drl => package stipple.rules => package stipple.rules function void f() { } => age.drl:1:23 dialect: imports, globals, functions and types have no place in a rule file; remove it; facts.drl declares everything
            age.drl => package stipple.rules => package stipple.rules declare Foo end => age.drl:1:31 dialect: imports, globals, functions and types have no place in a rule file; remove it; facts.drl declares everything
            age.drl => package stipple.rules => package stipple.rules salience 3 => age.drl:1:23 dialect: 'salience' changes the order of rules; remove it: the order of rules means nothing here
            age.drl => then => thne => age.drl:11:5 syntax: this is not DRL: 'findings.add' is not expected here; close what was opened before, or mend the line
            age.drl => when => wehn => age.drl:8:1 syntax: this is not DRL: 'wehn' is not expected here; write 'when'
            facts.drl => smokes : Boolean => smokes : Integer => facts.drl:13:1 stale-facts: the fact types are not those of questionnaire.yaml; run: stipple facts --write
            facts.drl =>     verdict : Verdict =>     verdict : Verdict2 => facts.drl:48:1 stale-facts: the fact types are not those of questionnaire.yaml; run: stipple facts --write
            age.fr.yaml => AGE-01: {title: mineur, because: Trop jeune.} => `` => age.fr.yaml:2:1 translation: AGE-01 is not translated; add 'AGE-01:' with title and because
            age.fr.yaml => title: mineur,  => `` => age.fr.yaml:1:9 translation: AGE-01's title is not translated; add 'title:'
            questionnaire.yaml =>   age: {en =>   aged: {en => questionnaire.yaml:1:1 missing: 'factors' does not say what age is called; add 'age:' under 'factors:' & questionnaire.yaml:87:3 unknown-factor: there is no factor 'aged'; write 'age'
            age.fr.yaml => AGE-01: { => AGE-09: {title: x, because: y}\\nAGE-01: { => age.fr.yaml:1:1 unknown-key: there is no rule AGE-09 in age.drl; remove its texts, or write 'AGE-01' if that is meant
            age.fr.yaml => title: mineur => title: mineur, titel: x => age.fr.yaml:1:25 unknown-key: there is no 'titel' here; write 'title'
            sources.yaml => id: S2 => id: S1 => age.drl:18:14 unknown-source: there is no source 'S2'; write 'S1' & age.drl:30:17 unknown-source: there is no source 'S2'; write 'S1' & scars.drl:19:14 unknown-source: there is no source 'S2'; write 'S1' & sources.yaml:3:8 duplicate: the source S1 is there twice; keep one of them
            sources.yaml => kind: paper => kind: papr => sources.yaml:2:68 unknown-kind: there is no kind 'papr'; write 'paper'
            sources.yaml => strength: low => strength: lo => sources.yaml:3:91 unknown-strength: there is no strength 'lo'; write 'low'
            sources.yaml => - {id: S1 => - {id: S3, title: A, publisher: B, kind: law, strength: low}\\n- {id: S1 => sources.yaml:2:8 uncited-source: no rule cites S3; cite it or remove it
            sources.yaml => title: A paper,  => `` => sources.yaml:2:3 missing: 'title' is missing; add 'title:'
            sources.yaml => title: A paper,  => titel: A paper, title: B,  => sources.yaml:2:12 unknown-key: there is no 'titel' here; write 'title'
            questionnaire.yaml => \\n  DEFER: {name: {en: Not yet, fr: Pas encore}, meaning: {en: Wait., fr: Attendez.}, sign: "↻"} => `` => questionnaire.yaml:1:1 missing: 'verdicts' does not say what DEFER is called; add 'DEFER:' under 'verdicts:'
            questionnaire.yaml => \\n  SUPPORTS: {en: For, fr: Pour} => `` => questionnaire.yaml:1:1 missing: 'effects' does not say what SUPPORTS is called; add 'SUPPORTS:' under 'effects:'
            questionnaire.yaml => \\n  weeks: {one: {en: week, fr: semaine}, other: {en: weeks, fr: semaines}} => `` => questionnaire.yaml:1:1 missing: 'units' does not say what weeks is called; add 'weeks:' under 'units:'
            questionnaire.yaml => factors: => factors:\\n  hair: {en: Hair, fr: Cheveux} => questionnaire.yaml:87:3 unknown-factor: 'hair' is a factor without rules; write hair.drl
            age.drl => Person( ageYears < 18 ) => Person( ageYears < 18 ) from findings => age.drl:9:5 dialect: 'from' is outside the dialect; use a plain pattern
            age.drl => Person( ageYears < 18 ) => Person( ageYears < 18 ) over window:length( 3 ) => age.drl:9:5 dialect: windows and unification are outside the dialect; use a plain pattern
            age.drl => Person( ageYears < 18 ) => ( Person( ageYears == 3 ) or ( exists Scar( kind == ScarKind.FUT ) and not Person( ageYears == null ) ) ) => age.drl:9:76 exists-not: 'not' stands after 'exists'; write the 'not' first
            age.drl => Person( ageYears < 18 ) => exists Scar( monthsOld >= 0, kind != ScarKind.FUT ) => age.drl:9:34 negation: this holds while 'kind' is unknown; write 'kind != null' beside it
            age.drl => Person( ageYears < 18 ) => Answered( scars == true ) not Scar( monthsOld == null ) not Scar( kind == ScarKind.FUT ) => age.drl:9:61 negation: 'not' holds while 'kind' is unknown; write 'not Scar( kind == null )' before it
            age.drl => Person( ageYears < 18 ) => Answered( scars == true ) not Scar( kind == null ) not Scar( monthsOld == null, kind != ScarKind.FUT ) not Scar( monthsOld < 6 ) => age.drl:9:108 negation: 'not' holds while 'monthsOld' is unknown; write 'not Scar( monthsOld == null )' before it
            """)
    void aFaultIsToldWithItsPlaceAndItsRemedy(String file, String find, String put, String faults) {
        assertThat(faults(file, find, put)).isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            age.drl => Person( ageYears < 18 ) => Person( ( ageYears < 18 || smokes == true ) && ageYears > 3 )
            age.drl => Person( ageYears < 18 ) => Person( smokes == false, yearsOfSmoking != 3 )
            scars.drl => waitMonths(6 - $s.getMonthsOld()) => waitDays(6)
            age.drl => Person( ageYears < 18 ) => Person( ageYears != 200 )
            age.drl => Person( ageYears < 18 ) => Answered( scars == true ) not Scar( kind == null ) not Scar( monthsOld == null, kind == ScarKind.FUE ) not Scar( kind == ScarKind.FUT || monthsOld < 6 )
            age.drl => @otherwise("S2 (SILENT): does not mention it.") => @otherwise("S2 (SILENT): does not mention it. |")
            """)
    void whatTheDialectHasIsNoFault(String file, String find, String put) {
        assertThat(faults(file, find, put)).isEmpty();
    }

    @Test
    void aRuleThatDoesNotEndIsToldWhereTheNextBegins() {
        assertThat(faults("age.drl", "end\n\nrule \"age: an adult\"", "\nrule \"age: an adult\""))
                .isEqualTo("age.drl:13:1 syntax: this begins before the rule above has ended; write 'end' before it");
    }

    @Test
    void aFolderWithoutRulesIsAFault() {
        var texts = new TreeMap<>(Small.folder().texts());
        texts.keySet().removeIf(file -> file.endsWith(".drl") && !file.equals("facts.drl"));
        texts.keySet().removeIf(file -> file.endsWith(".fr.yaml"));
        texts.computeIfPresent(
                "questionnaire.yaml", (name, text) -> text.replaceAll("(?s)factors:.*", "factors: {}\n"));
        texts.put("sources.yaml", "sources: []");

        assertThat(faults(new RulesFolder(texts)))
                .isEqualTo(".:1:1 no-rules: the rules folder has no rules; add a .drl file");
    }

    @Test
    void whereTheQuestionnaireCannotBeReadNothingIsSaidOfTheRules() {
        assertThat(faults("questionnaire.yaml", "  fact: Person\n", ""))
                .isEqualTo(
                        "questionnaire.yaml:27:3 missing: 'fact' is missing; add 'fact:' & "
                                + "questionnaire.yaml:27:3 name: '' is not a name; write an upper-case name such as 'Candidate'");
    }

    @Test
    void aQuestionnaireThatIsOnlyPartlyWrongHidesNoFaultOfARule() {
        assertThat(faults(Small.with(
                        Small.with("age.drl", "ageYears < 18", "age < 18"),
                        "questionnaire.yaml",
                        "max: 120",
                        "max: -1")))
                .isEqualTo("questionnaire.yaml:34:10 bounds: the minimum is above the maximum; swap them & "
                        + "age.drl:9:13 unknown-field: there is no field 'age'; write 'ageYears'");
    }

    @Test
    void everyPartOfARuleIsRead() {
        var contents = Contents.read(Small.folder());
        Rule smoker = contents.rule("AGE-03").orElseThrow();
        String text = Small.folder().text("age.drl");

        assertThat(smoker.name()).isEqualTo("age: has smoked for long");
        assertThat(smoker.factor()).isEqualTo("age");
        assertThat(smoker.title()).isEqualTo(Spoken.wording("Has smoked for long", "Fume depuis longtemps"));
        assertThat(smoker.because())
                .isEqualTo(Spoken.wording("Smoking slows healing.", "Fumer gêne la cicatrisation."));
        assertThat(smoker.effect()).isEqualTo(Effect.CONDITIONS);
        assertThat(smoker.topic()).isNull();
        assertThat(smoker.sources()).containsExactly(contents.sources().get("S1"));
        assertThat(smoker.otherwise())
                .containsExactly(new Dissent(
                        requireNonNull(contents.sources().get("S2")),
                        null,
                        Spoken.wording("does not mention it.", "n'en dit rien.")));
        assertThat(smoker.waits()).isFalse();
        assertThat(smoker.span().place()).hasToString("age.drl:25:1");
        assertThat(smoker.span().in(text))
                .startsWith("rule \"age: has smoked for long\"")
                .endsWith("end\n");
        assertThat(requireNonNull(smoker.metadata().get("because")).in(text)).isEqualTo("Smoking slows healing.");
        assertThat(requireNonNull(smoker.metadata().get("effect")).in(text)).isEqualTo("CONDITIONS");
        assertThat(contents.rule("SCR-02").orElseThrow().waits()).isTrue();
        assertThat(contents.rule("PLN-01").orElseThrow().topic()).isEqualTo("SESSIONS");
        assertThat(contents.rule("AGE-02").orElseThrow().sources())
                .extracting(Source::id)
                .containsExactly("S1", "S2");
    }

    @Test
    void aFactorIsCalledAsTheQuestionnaireSays() {
        assertThat(Contents.read(Small.folder()).factors())
                .isEqualTo(Map.of(
                        "age", Spoken.wording("Age", "Âge"),
                        "scars", Spoken.wording("Scars", "Cicatrices"),
                        "skin", Spoken.wording("Skin", "Peau")));
    }

    private static String faults(String file, String find, String put) {
        return faults(Small.with(file, find.replace("\\n", "\n"), put.replace("\\n", "\n")));
    }

    private static String faults(RulesFolder folder) {
        return Contents.read(folder).faults().stream()
                .map(fault -> fault.place() + " " + fault.kind() + ": " + fault.problem() + "; " + fault.remedy())
                .collect(Collectors.joining(" & "));
    }
}
