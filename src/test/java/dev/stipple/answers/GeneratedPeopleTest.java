package dev.stipple.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GeneratedPeopleTest {
    private static final Questionnaire SMALL = Small.questionnaire();
    private static final Group SCARS = SMALL.group("scars").orElseThrow();

    @Test
    void everyAdmissibleAnswerComesUpAndNoOther() {
        assertThat(values("person.smokes")).containsExactlyInAnyOrder("true", "false");
        assertThat(values("skin.tone")).containsExactlyInAnyOrder("LIGHT", "MEDIUM", "DARK");
        assertThat(values("skin.marks")).containsExactlyInAnyOrder("[NONE]", "[MOLE]", "[RASH]", "[MOLE, RASH]");
        assertThat(values("person.ageYears"))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, 120)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void noneIsAnsweredByAThirdWhereItStandsBesideOthers() {
        var people = new GeneratedPeople(SMALL, 3);
        Question.Closed marks = SMALL.closed("skin.marks").orElseThrow();

        assertThat(share(3000, () -> people.value(marks).codes().equals(List.of("NONE"))))
                .isBetween(0.28, 0.39);
        assertThat(share(3000, () -> people.value(marks).codes().size() == 2)).isBetween(0.12, 0.22);
    }

    @Test
    void aCompletePersonHasAnsweredWhatIsAskedAndNothingElse() {
        everybody(people -> people.complete()).forEach(person -> {
            assertThat(person.unanswered()).isEmpty();
            assertThat(person.applicable()).isEqualTo(person);
        });
    }

    @Test
    void mostHaveNoEntriesAndNobodyMoreThanThree() {
        Map<Integer, Integer> counts = new HashMap<>();
        everybody(GeneratedPeople::complete)
                .forEach(person -> counts.merge(person.entries(SCARS).size(), 1, Integer::sum));

        assertThat(counts.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(counts.get(0)).isBetween(500, 700);
    }

    @Test
    void whoIsCompletedKeepsWhatWasAnswered() {
        var start = Small.answers("{'person': {'yearsOfSmoking': 3}, 'scars': [{'kind': 'FUT'}]}");

        everybody(people -> people.completed(start)).limit(50).forEach(person -> {
            assertThat(person.unanswered()).isEmpty();
            assertThat(person.json().toString()).contains("smokes=true, yearsOfSmoking=3}");
            assertThat(person.json().toString()).contains("scars=[{kind=FUT, monthsOld=");
        });
        assertThat(everybody(people -> people.completed(Answers.none(SMALL)))
                        .map(person -> person.entries(SCARS).size())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void aShareOfTheAnswersIsGiven() {
        assertThat(everybody(people -> people.partial(0))).allMatch(Answers.none(SMALL)::equals);
        assertThat(everybody(people -> people.partial(1)))
                .allMatch(person -> person.unanswered().isEmpty());
        double answered = everybody(people -> people.partial(0.5))
                .mapToDouble(person -> person.json().toString().contains("ageYears") ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(answered).isBetween(0.43, 0.57);
        assertThat(share(
                        1000,
                        new GeneratedPeople(SMALL, 8),
                        people -> people.partial(0.5).answered(SCARS)))
                .isBetween(0.43, 0.57);
        everybody(people -> people.partial(0.5))
                .forEach(person -> assertThat(person.applicable()).isEqualTo(person));
    }

    @Test
    void theSameSeedMakesUpTheSamePeople() {
        assertThat(new GeneratedPeople(SMALL, 5).complete()).isEqualTo(new GeneratedPeople(SMALL, 5).complete());
        assertThat(everybody(GeneratedPeople::complete).distinct().count()).isGreaterThan(900);
    }

    private static Stream<Answers> everybody(Function<GeneratedPeople, Answers> person) {
        return IntStream.range(0, 1000).mapToObj(seed -> person.apply(new GeneratedPeople(SMALL, seed)));
    }

    private static double share(int draws, BooleanSupplier draw) {
        return IntStream.range(0, draws).filter(i -> draw.getAsBoolean()).count() / (double) draws;
    }

    private static double share(int draws, GeneratedPeople people, Predicate<GeneratedPeople> draw) {
        return share(draws, () -> draw.test(people));
    }

    private static Set<String> values(String path) {
        var people = new GeneratedPeople(SMALL, 1);
        Question.Closed question = SMALL.closed(path).orElseThrow();
        return Stream.generate(() -> people.value(question))
                .limit(2000)
                .map(Value::json)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}
