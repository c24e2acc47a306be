package dev.stipple.assessment.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.assessment.Conclusion;
import dev.stipple.authoring.impact.Population;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No verdict hangs on one stage of a scale that people give themselves without the answer saying so. */
class ScalesTest {
    private static final int PEOPLE = Integer.getInteger("people", 150);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void aStageWhoseNeighbourLeadsElsewhereIsNamed() {
        List<Answers> people = people();

        List<Answers> onTheEdge = people.stream()
                .filter(person -> !turning(person).isEmpty())
                .limit(12)
                .toList();
        assertThat(onTheEdge).isNotEmpty();
        assertThat(onTheEdge).allSatisfy(person -> {
            Summary.Sure sure =
                    Objects.requireNonNull(Summary.of(Shipped.assessor().assess(person), Spoken.EN, DAY)
                            .sure());
            assertThat(sure.doubts())
                    .filteredOn(doubt -> doubt.near() != null)
                    .extracting(Summary.Doubt::pointer)
                    .containsAll(turning(person));
        });
    }

    /** The scales of which the next stage leads to another verdict, as the rules themselves fire. */
    private static List<String> turning(Answers person) {
        Verdict verdict = verdict(person);
        return person.slots().stream()
                .filter(slot -> beside(person, slot).map(ScalesTest::verdict).anyMatch(other -> other != verdict))
                .map(Slot::pointer)
                .toList();
    }

    private static Stream<Answers> beside(Answers person, Slot slot) {
        if (!(slot.question() instanceof Question.Choice scale)
                || scale.grading().uncertain() == 0
                || !(person.value(slot).orElse(null) instanceof Value.Choice chosen)) {
            return Stream.of();
        }
        int at = scale.options().indexOf(chosen.option());
        return IntStream.of(at - 1, at + 1)
                .filter(each -> each >= 0 && each < scale.options().size())
                .mapToObj(each ->
                        person.with(slot, new Value.Choice(scale.options().get(each))));
    }

    private static Verdict verdict(Answers answers) {
        return Conclusion.of(
                Shipped.rulebook().findings(answers).stream().map(Finding::rule).toList(),
                Shipped.rulebook().factors().keySet());
    }

    private static List<Answers> people() {
        var plausible = new Population(Shipped.contents(), 11);
        return Stream.generate(plausible::next)
                .limit(PEOPLE)
                .filter(person -> person.unanswered().isEmpty())
                .toList();
    }
}
