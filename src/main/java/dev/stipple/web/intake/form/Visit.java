package dev.stipple.web.intake.form;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.intake.Draft;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * One request for a draft: what is filled in, and what the rules in use make of it.
 *
 * @param ahead worked out where it is wanted, as it takes longer than all the rest
 */
public record Visit(Draft draft, Form form, Assessor assessor, Answers answers, Supplier<Outlook.View> ahead) {
    static Visit of(Draft draft, Assessor assessor) {
        Form form = Form.read(draft.answers());
        Answers answers = form.answers(assessor.rulebook().questionnaire());
        return new Visit(draft, form, assessor, answers, SingletonSupplier.of(() -> assessor.ahead(answers)));
    }

    public Language language() {
        return draft.language();
    }

    public Questionnaire questionnaire() {
        return assessor.rulebook().questionnaire();
    }

    public Assessment assessment() {
        return assessor.assess(answers);
    }

    /** Whether nothing that is still open can change the verdict. */
    public boolean isSettled() {
        return ahead.get().possible().size() == 1;
    }

    /** The address of a page of this draft. */
    public String address(String page) {
        return "/intake/" + draft.token() + "/" + page;
    }

    /** The place that a path names, where the questionnaire has it, its entry is there and it is asked. */
    public Optional<FormPlace> place(String path, int entry) {
        return questionnaire()
                .question(path)
                .map(question ->
                        new FormPlace(questionnaire().group(question.group()).orElseThrow(), entry, question))
                .filter(place -> place.group().repeats() == (place.entry() != 0))
                .filter(place -> asked(place) != Asked.NO);
    }

    /** Whether what a place stands for is asked; not where its entry is not there any more. */
    public Asked asked(FormPlace place) {
        OptionalInt entry = form.index(place);
        if (entry.isEmpty()) {
            return Asked.NO;
        }
        Question question = place.question();
        return question == null
                ? Asked.YES
                : answers.asked(question, answers.entries(place.group()).get(entry.getAsInt()));
    }

    /** The open slots that can still change the verdict and were not passed over, the one to ask next first. */
    public List<Slot> mattering() {
        return toAsk(ahead.get().deciding());
    }

    /** All open slots that were not passed over, in the order of the questionnaire. */
    public List<Slot> rest() {
        return toAsk(answers.unanswered());
    }

    /** A question that hangs on one that was passed over is not asked: the person could not know. */
    private List<Slot> toAsk(List<Slot> slots) {
        return slots.stream()
                .filter(slot -> !form.passed(form.place(slot)))
                .filter(slot -> answers.asked(slot) == Asked.YES)
                .toList();
    }

    /** The places for free words that are asked and were neither filled in nor passed over. */
    public List<FormPlace> words() {
        return answers.texts().stream()
                .filter(slot -> answers.text(slot).isEmpty() && answers.asked(slot) == Asked.YES)
                .map(form::place)
                .filter(place -> !form.passed(place))
                .toList();
    }
}
