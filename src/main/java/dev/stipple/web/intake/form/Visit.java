package dev.stipple.web.intake.form;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.intake.Draft;
import dev.stipple.interview.Course;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Screening;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

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

    /**
     * What somebody sent under a token, as it was assessed last.
     *
     * @param then the assessor on the rules of that day
     */
    public static Visit sent(String token, Screening screening, Assessor then) {
        Form form = Form.of(JsonMapper.shared().readTree(screening.current().answers()));
        Answers answers = screening.current().counted(then.rulebook().questionnaire());
        var draft = new Draft(
                token,
                form.json(),
                screening.language(),
                screening.receivedAt(),
                screening.changedAt(),
                screening.changedAt());
        return new Visit(draft, form, then, answers, SingletonSupplier.of(() -> then.ahead(answers)));
    }

    /** What a consultant asks of whom they sent the form back to; empty where it was never sent. */
    public Optional<List<String>> asked() {
        return form.asked();
    }

    /** Whether the form was sent before. */
    public boolean isReopened() {
        return asked().isPresent();
    }

    public Language language() {
        return questionnaire().languages().spoken(draft.language());
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

    /** What is asked of the person, and what is left out. */
    public Course course() {
        return course(form);
    }

    /** The same with other answers, as far as they were given. */
    public Course course(Form other) {
        return new Course(
                assessor.rulebook().interview(),
                other == form ? answers : other.answers(questionnaire()),
                slot -> other.passed(other.place(slot)),
                slot -> other.passed(other.place(slot)),
                isSettled());
    }

    /** Whether the verdict is certain, and nothing that would still be asked could make it another one. */
    public boolean isHopeless() {
        return ahead.get().possible().equals(Set.of(Verdict.NOT_SUITABLE));
    }
}
