package dev.stipple.reasoning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.BruteForce;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.outlook.ReasonerTest;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterfactualEngineTest {
    private record Way(Map<Slot, Value> changes, Verdict verdict) {}

    @Test
    void everySmallestSetOfChangesIsFoundAndNothingElse() {
        ReasonerTest.onRandomRulebooks((oracle, answers) -> {
            Set<Verdict> possible = oracle.possible(answers);
            if (possible.size() != 1 || possible.contains(Verdict.UNDECIDED)) {
                return;
            }
            var result = new CounterfactualEngine(oracle.rules(), RuleRunner.of(oracle.rules()), null).of(answers);
            List<Way> ways = smallest(oracle, answers, possible.iterator().next());

            assertThat(result.cut()).isFalse();
            assertThat(result.proved()).isEqualTo(ways.isEmpty());
            assertThat(found(result)).isEqualTo(expected(answers, ways));
        });
    }

    private static final String MARKS = "    text: {en: \"Which marks?\"";
    private static final String SMOKES = "    text: {en: \"Do you smoke?\"";

    private static Rules changeable(String before, String change) {
        return SmallRules.with("questionnaire.yaml", before, "    change: {by: WAIT" + change + "}\n" + before);
    }

    private static CounterfactualEngine.Result changes(Rules rules, String answers) {
        return new CounterfactualEngine(rules, RuleRunner.of(rules), null)
                .of(Small.answers(rules.questionnaire(), answers));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ``           ; 'RASH'         ; SUITABLE /skin/marks=[MOLE] ; SUITABLE /skin/marks=[NONE]
            , to: [NONE] ; 'RASH'         ; SUITABLE /skin/marks=[NONE] ; ``
            , to: [NONE] ; 'RASH', 'MOLE' ; SUITABLE /skin/marks=[MOLE] ; ``
            , to: [RASH] ; 'RASH'         ; ``                            ; ``
            , from: [RASH] ; 'RASH', 'MOLE' ; ``                          ; ``
            , from: [RASH, MOLE], to: [NONE] ; 'RASH' ; SUITABLE /skin/marks=[NONE] ; ``
            """)
    void ofSeveralChoicesAnyCanGoAndOnlyThoseThatCanBeReachedCome(
            String change, String marks, String one, String other) {
        var result = changes(
                changeable(MARKS, change),
                "{'person': {'ageYears': 40}, 'skin': {'marks': [" + marks + "]}, 'scars': []}");

        assertThat(found(result))
                .isEqualTo(Stream.of(one, other).filter(way -> !way.isEmpty()).collect(Collectors.toSet()));
        assertThat(result.proved()).isEqualTo(one.isEmpty());
    }

    @Test
    void aNumberGrowsAsLittleAsItCanThoughMoreWouldLeadFurther() {
        var rules = SmallRules.with(
                "scars.drl",
                "monthsOld >= 6, kind in ( ScarKind.FUT, ScarKind.FUE )",
                "monthsOld >= 6, monthsOld < 24");
        var result = changes(
                rules,
                "{'person': {'ageYears': 40}, 'skin': {'marks': ['NONE']},"
                        + " 'scars': [{'kind': 'FUE', 'monthsOld': 2}, {'kind': 'FUE', 'monthsOld': 30}]}");

        assertThat(found(result)).containsExactly("SUITABLE_WITH_CONDITIONS /scars/0/monthsOld=6");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            MOLE ; NONE=SUITABLE MOLE=SUITABLE_WITH_CONDITIONS
            NONE ; MOLE=SUITABLE NONE=SUITABLE_WITH_CONDITIONS
            RASH ; MOLE=SUITABLE NONE=SUITABLE
            """)
    void theMildestVerdictIsToldFirstAndThenAsOptionsStand(String condition, String order) {
        var folder = Small.with(
                "scars.drl",
                "Scar( monthsOld >= 6, kind in ( ScarKind.FUT, ScarKind.FUE ) )",
                "Skin( marks contains SkinMarks." + condition + " )");
        var rules = SmallRules.of(Small.with(folder, "questionnaire.yaml", MARKS, "    change: {by: WAIT}\n" + MARKS));
        var result = changes(rules, "{'person': {'ageYears': 40}, 'skin': {'marks': ['RASH']}, 'scars': []}");

        assertThat(result.sets().stream()
                        .map(set -> set.changes().get(0).to().codes().get(0) + "=" + set.verdict())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            MOLE ;          ; SUITABLE /skin/marks=[NONE]
            MOLE ; `, wish: true` ; ``
            RASH ; `, wish: true` ; SUITABLE /skin/marks=[NONE]
            """)
    void anotherWishIsOfferedOnlyToWhomItDoesNotSuitAsTheyWantIt(String marks, String wish, String way) {
        var folder = Small.with(
                "scars.drl",
                "Scar( monthsOld >= 6, kind in ( ScarKind.FUT, ScarKind.FUE ) )",
                "Skin( marks contains SkinMarks.MOLE )");
        var rules = SmallRules.of(Small.with(
                folder,
                "questionnaire.yaml",
                MARKS,
                "    change: {by: WAIT, to: [NONE]" + Objects.toString(wish, "") + "}\n" + MARKS));
        var result = changes(rules, "{'person': {'ageYears': 40}, 'skin': {'marks': ['" + marks + "']}, 'scars': []}");

        assertThat(String.join(" ", found(result))).isEqualTo(way);
    }

    @Test
    void onlyWhatIsThenCertainlyAskedIsCalledOpen() {
        var result =
                changes(changeable(MARKS, ", to: [NONE]"), "{'person': {'ageYears': 40}, 'skin': {'marks': ['RASH']}}");

        assertThat(result.sets()).hasSize(1);
        assertThat(result.sets().get(0).open())
                .extracting(Slot::pointer)
                .containsExactlyInAnyOrder("/person/smokes", "/skin/tone", "/scars");
    }

    @Test
    void aQuestionThatIsOnlyAskedAfterTheChangeIsCalledOpen() {
        var folder =
                Small.with("age.drl", "Person( smokes == true, yearsOfSmoking > 10 )", "Person( smokes == false )");
        var rules = SmallRules.of(
                Small.with(folder, "questionnaire.yaml", SMOKES, "    change: {by: WAIT, to: [true]}\n" + SMOKES));
        var result = changes(
                rules,
                "{'person': {'ageYears': 40, 'smokes': false}, 'skin': {'tone': 'DARK', 'marks': ['NONE']}, 'scars': []}");

        assertThat(found(result)).containsExactly("SUITABLE /person/smokes=true");
        assertThat(result.sets().get(0).open()).extracting(Slot::pointer).containsExactly("/person/yearsOfSmoking");
    }

    private static Set<String> found(CounterfactualEngine.Result result) {
        var found = new HashSet<String>();
        for (var set : result.sets()) {
            var changes = new LinkedHashMap<Slot, Value>();
            set.changes().forEach(change -> changes.put(change.slot(), change.to()));
            found.add(text(new Way(changes, set.verdict())));
        }
        return found;
    }

    private static Set<String> expected(Answers answers, List<Way> ways) {
        var texts = new HashSet<String>();
        for (Way way : ways) {
            if (ways.stream().noneMatch(other -> !other.equals(way) && isWithin(answers, other, way))) {
                texts.add(text(way));
            }
        }
        return texts;
    }

    private static String text(Way way) {
        var text = new StringBuilder(way.verdict().name());
        way.changes()
                .forEach((slot, value) ->
                        text.append(' ').append(slot.pointer()).append('=').append(value.json()));
        return text.toString();
    }

    private static boolean isWithin(Answers answers, Way one, Way other) {
        return one.changes().keySet().equals(other.changes().keySet())
                && one.changes().entrySet().stream()
                        .allMatch(each -> isWithin(
                                answers.value(each.getKey()).orElseThrow(),
                                each.getValue(),
                                Objects.requireNonNull(other.changes().get(each.getKey()))));
    }

    private static boolean isWithin(Value now, Value one, Value other) {
        if (one instanceof Value.Quantity less && other instanceof Value.Quantity more) {
            return less.value() <= more.value();
        }
        return one instanceof Value.Choices ? toggled(now, other).containsAll(toggled(now, one)) : one.equals(other);
    }

    private static Set<String> toggled(Value before, Value after) {
        var toggled = new HashSet<>(before.codes());
        after.codes().forEach(code -> {
            if (!toggled.remove(code)) {
                toggled.add(code);
            }
        });
        return toggled;
    }

    /** All sets of changes of the smallest size that lead to a milder verdict, in every way. */
    private static List<Way> smallest(BruteForce oracle, Answers answers, Verdict verdict) {
        List<Slot> slots = answers.slots().stream()
                .filter(slot -> slot.question() != null
                        && slot.question().change() != null
                        && (!slot.question().change().wish() || verdict.compareTo(Verdict.SUITABLE_WITH_CONDITIONS) < 0)
                        && answers.value(slot).isPresent())
                .toList();
        for (int size = 1; size <= slots.size(); size++) {
            var ways = new ArrayList<Way>();
            extend(oracle, answers, verdict, slots, 0, size, new LinkedHashMap<>(), ways);
            if (!ways.isEmpty()) {
                return ways;
            }
        }
        return List.of();
    }

    private static void extend(
            BruteForce oracle,
            Answers answers,
            Verdict verdict,
            List<Slot> slots,
            int next,
            int left,
            Map<Slot, Value> changes,
            List<Way> ways) {
        if (left == 0) {
            reached(oracle, answers, verdict, changes).ifPresent(best -> ways.add(new Way(changes, best)));
            return;
        }
        for (int i = next; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            for (Value to : reachable(
                    Objects.requireNonNull(slot.question()), answers.value(slot).orElseThrow())) {
                var more = new LinkedHashMap<>(changes);
                more.put(slot, to);
                extend(oracle, answers, verdict, slots, i + 1, left - 1, more, ways);
            }
        }
    }

    private static List<Value> reachable(Question.Closed question, Value now) {
        var change = Objects.requireNonNull(question.change());
        if (!change.from().isEmpty() && !change.from().containsAll(now.codes())) {
            return List.of();
        }
        return BruteForce.values(question).stream()
                .filter(value -> !value.equals(now))
                .filter(value -> value instanceof Value.Quantity more
                        ? more.value() > ((Value.Quantity) now).value()
                        : change.to().isEmpty() || change.to().containsAll(added(value, now)))
                .toList();
    }

    private static Set<String> added(Value value, Value now) {
        var added = new HashSet<>(value.codes());
        added.removeAll(now.codes());
        return added;
    }

    private static Optional<Verdict> reached(
            BruteForce oracle, Answers answers, Verdict verdict, Map<Slot, Value> changes) {
        Answers changed = answers;
        for (var change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        Answers applicable = changed.applicable();
        if (changes.keySet().stream().anyMatch(slot -> applicable.value(slot).isEmpty())) {
            return Optional.empty();
        }
        return oracle.possible(applicable).stream()
                .filter(each -> each != Verdict.UNDECIDED && each.compareTo(verdict) > 0)
                .max(Verdict::compareTo);
    }
}
