package dev.stipple.assessment;

import dev.stipple.assessment.Explanation.Contested;
import dev.stipple.assessment.Explanation.Delay;
import dev.stipple.assessment.Explanation.Disputed;
import dev.stipple.assessment.Explanation.Given;
import dev.stipple.assessment.Explanation.Instead;
import dev.stipple.assessment.Explanation.NotAsked;
import dev.stipple.assessment.Explanation.Open;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.assessment.Explanation.Recommendation;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Direction;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rule.Wait;
import dev.stipple.wording.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an assessment into the words of one language. */
record ExplanationWords(Assessment assessment, Language language, Map<String, RuleWords> rules) {
    ExplanationWords(Assessment assessment, Language language) {
        this(assessment, language, RuleWords.of(assessment.rulebook(), language));
    }

    Explanation explanation() {
        var questionnaire = assessment.rulebook().questionnaire();
        var wording = Objects.requireNonNull(
                questionnaire.verdicts().get(assessment.verdict().name()));
        var outlook = assessment.outlook();
        return new Explanation(
                assessment.verdict(),
                wording.name().in(language),
                wording.meaning().in(language),
                outlook.possible(),
                assessment.findings().stream().map(this::reason).toList(),
                assessment.recommendations().stream().map(this::recommendation).toList(),
                assessment.unanswered().stream().map(this::open).toList(),
                assessment.answers().slots().stream()
                        .flatMap(slot -> notAsked(slot).stream())
                        .toList(),
                assessment.next().map(Slot::pointer).orElse(null),
                outlook.reason().stream().map(Slot::pointer).toList(),
                outlook.idle().stream().map(Slot::pointer).toList(),
                disputed(outlook),
                questionnaire.disclaimer().in(language),
                assessment.rulebook().digest());
    }

    private @Nullable Disputed disputed(Outlook.View outlook) {
        Instead milder = instead(outlook.dispute().all().milder());
        Instead stricter = instead(outlook.dispute().all().stricter());
        var findings = outlook.dispute().findings();
        boolean settled = outlook.possible().size() == 1;
        if (findings.isEmpty() && !(settled && (milder.changesVerdict() || stricter.changesVerdict()))) {
            return null;
        }
        return new Disputed(
                milder,
                stricter,
                assessment.findings().stream()
                        .map(Finding::rule)
                        .distinct()
                        .filter(rule -> findings.containsKey(rule.id()))
                        .map(rule -> contested(rule, Objects.requireNonNull(findings.get(rule.id()))))
                        .toList());
    }

    private Contested contested(Rule rule, Outlook.Swayed swayed) {
        return new Contested(
                rule.id(),
                goes(rule, Direction.MILDER) ? instead(swayed.milder()) : null,
                goes(rule, Direction.STRICTER) ? instead(swayed.stricter()) : null);
    }

    private static boolean goes(Rule rule, Direction direction) {
        return direction.farthest(rule).isPresent();
    }

    private Instead instead(Set<Verdict> possible) {
        Verdict verdict = possible.size() == 1 ? possible.iterator().next() : Verdict.UNDECIDED;
        return new Instead(!possible.equals(assessment.outlook().possible()), verdict, name(verdict), possible);
    }

    private String name(Verdict verdict) {
        return Objects.requireNonNull(
                        assessment.rulebook().questionnaire().verdicts().get(verdict.name()))
                .name()
                .in(language);
    }

    private Reason reason(Finding finding) {
        var rule = finding.rule();
        var said = words(rule);
        return new Reason(
                rule.id(),
                rule.factor(),
                Objects.requireNonNull(said.factor()),
                Objects.requireNonNull(rule.effect()).name(),
                Objects.requireNonNull(said.effect()),
                said.title(),
                said.because(),
                given(finding),
                said.sources(),
                said.otherwise(),
                said.notes(),
                finding.delay() == null ? null : delay(finding.delay()));
    }

    private Recommendation recommendation(Finding finding) {
        var rule = finding.rule();
        var said = words(rule);
        return new Recommendation(
                rule.id(),
                Objects.requireNonNull(rule.topic()),
                Objects.requireNonNull(said.topic()),
                said.because(),
                given(finding),
                said.sources(),
                said.notes());
    }

    private RuleWords words(Rule rule) {
        return Objects.requireNonNull(rules.get(rule.id()));
    }

    private List<Given> given(Finding finding) {
        var given = new ArrayList<Given>(finding.standsOn().size());
        for (Slot slot : finding.standsOn()) {
            given.add(new Given(
                    slot.pointer(),
                    AnswerWords.question(slot).in(language),
                    AnswerWords.answer(assessment.answers(), slot, language),
                    AnswerWords.json(assessment.answers(), slot)));
        }
        return Collections.unmodifiableList(given);
    }

    private Open open(Slot slot) {
        return new Open(
                slot.pointer(),
                AnswerWords.question(slot).in(language),
                slot.isSafetyCritical(),
                assessment.outlook().deciding().contains(slot),
                assessment.answers().isUnsure(slot));
    }

    private Optional<NotAsked> notAsked(Slot slot) {
        return assessment
                .answers()
                .because(slot)
                .map(other -> new NotAsked(
                        slot.pointer(),
                        AnswerWords.question(slot).in(language),
                        other.pointer(),
                        AnswerWords.question(other).in(language)));
    }

    private Delay delay(Wait wait) {
        String unit = wait.unit().key();
        String name = AnswerWords.unit(assessment.rulebook().questionnaire(), unit, wait.amount(), language);
        return new Delay(wait.amount(), unit, wait.amount() + " " + name);
    }
}
