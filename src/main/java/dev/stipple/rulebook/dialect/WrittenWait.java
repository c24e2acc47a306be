package dev.stipple.rulebook.dialect;

import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Wait;
import dev.stipple.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wait as a rule's consequence writes it.
 *
 * @param amount the number written; what is counted down is taken from it
 * @param question what is counted down; null where the number is the wait
 * @param patterns those that bind what is counted down, one for each alternative; none where the number is the wait
 * @param place where the wait stands
 * @param amountPlace where the number stands
 */
public record WrittenWait(
        int amount,
        Wait.Unit unit,
        Question.@Nullable Number question,
        List<Condition.Pattern> patterns,
        Place place,
        Place amountPlace) {}
