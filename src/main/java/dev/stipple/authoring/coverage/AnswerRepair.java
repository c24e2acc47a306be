package dev.stipple.authoring.coverage;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.TellingAnswers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes answers so that they stay answers to the questionnaire: what is set is asked, what is no longer asked is taken
 * away, and what is newly asked is answered.
 *
 * @param usual values taken for what is newly asked, by the question's path
 */
record AnswerRepair(Map<String, Value> usual) {

    /** Takes for usual what the first of these people that has an answer says. */
    static AnswerRepair usualAmong(Collection<Answers> people) {
        var usual = new HashMap<String, Value>();
        for (Answers person : people) {
            for (Slot slot : person.slots()) {
                Question question = slot.question();
                if (question != null) {
                    person.value(slot).ifPresent(value -> usual.putIfAbsent(question.path(), value));
                }
            }
        }
        return new AnswerRepair(usual);
    }

    /** The same answers with a value in one entry, which is added where the group has none at this index. */
    Answers with(Answers answers, Group group, int entry, Question.Closed question, Value value) {
        Answers changed = withEntry(answers, group, entry).with(new Slot(group, entry, question), value);
        return asked(changed, group, entry, question);
    }

    /** The same answers with one more entry where there is none at this index. */
    static Answers withEntry(Answers answers, Group group, int entry) {
        List<Entry> entries = answers.entries(group);
        if (entry < entries.size()) {
            return answers;
        }
        var more = new ArrayList<>(entries);
        more.add(Entry.EMPTY);
        return answers.with(group, more);
    }

    /** The same answers, changed so that a question of this entry is asked. */
    private Answers asked(Answers answers, Group group, int entry, Question.Closed question) {
        Answers changed = answers;
        for (Requirement requirement : question.askedWhen()) {
            Question.Closed other = answers.questionnaire().required(requirement);
            Group home = answers.questionnaire().group(other.group()).orElseThrow();
            int index = home.equals(group) ? entry : 0;
            boolean met = changed.value(new Slot(home, index, other))
                    .filter(requirement::accepts)
                    .isPresent();
            changed = met ? asked(changed, home, index, other) : met(changed, home, index, other, requirement);
        }
        return changed;
    }

    private Answers met(Answers answers, Group home, int index, Question.Closed other, Requirement requirement) {
        return values(other, requirement).stream()
                .filter(requirement::accepts)
                .findFirst()
                .map(value -> with(answers, home, index, other, value))
                .orElse(answers);
    }

    private static List<Value> values(Question.Closed question, Requirement requirement) {
        return question.match(
                number -> List.of(new Value.Quantity(Math.max(number.min(), requirement.min()))),
                yesNo -> TellingAnswers.of(yesNo, List.of()),
                choice -> TellingAnswers.of(choice, List.of()),
                choices -> choices.options().stream()
                        .<Value>map(option -> new Value.Choices(List.of(option)))
                        .toList());
    }

    /** The answers without what is not asked, and with everything that is. */
    Answers complete(Answers answers) {
        Answers applicable = answers.applicable();
        List<Slot> open = applicable.unanswered().stream()
                .filter(slot -> isAsked(applicable, slot))
                .toList();
        if (open.isEmpty()) {
            return applicable;
        }
        Slot slot = open.get(0);
        return complete(
                slot.question() == null
                        ? applicable.with(slot.group(), List.of())
                        : applicable.with(slot, usual(slot.question())));
    }

    private static boolean isAsked(Answers answers, Slot slot) {
        return answers.asked(slot) == Asked.YES;
    }

    private Value usual(Question.Closed question) {
        Value value = usual.get(question.path());
        return value == null ? TellingAnswers.of(question, List.of()).get(0) : value;
    }
}
