package dev.stipple.assessment.summary;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Finding;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.wording.Wording;
import java.util.Optional;
import java.util.regex.Matcher;

/** What is said of a finding in one line, with the person's own answers in it. */
record FindingLine(Assessment assessment, Phrases phrases) {

    /** Part of a sentence; the title of the rule where nothing shorter is written down. */
    String of(Finding finding) {
        Wording reason =
                assessment.rulebook().summary().reasons().get(finding.rule().id());
        return Optional.ofNullable(reason)
                .flatMap(text -> filled(phrases.say(text), finding))
                .orElseGet(() -> Phrases.clause(phrases.say(finding.rule().title())));
    }

    /** The text with answers at their places; empty where the finding does not stand on one of them. */
    private Optional<String> filled(String text, Finding finding) {
        var filled = new StringBuilder();
        Matcher places = SummaryTexts.ANSWER.matcher(text);
        while (places.find()) {
            String question = places.group(1);
            Optional<Slot> slot = finding.standsOn().stream()
                    .filter(each ->
                            each.question() != null && each.question().id().equals(question))
                    .findFirst();
            if (slot.isEmpty()) {
                return Optional.empty();
            }
            String answer = AnswerWords.answer(assessment.answers(), slot.get(), phrases.language());
            places.appendReplacement(filled, Matcher.quoteReplacement(answer));
        }
        return Optional.of(places.appendTail(filled).toString());
    }
}
