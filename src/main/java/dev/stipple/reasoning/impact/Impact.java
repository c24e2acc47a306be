package dev.stipple.reasoning.impact;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Move;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.space.OrdinaryPeople;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Constraint;
import dev.stipple.rulebook.Rulebook;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** For whom two rulebooks come to different verdicts, as regions of answers. */
public final class Impact {
    /** One thing that is true of all answers of a region. */
    public sealed interface Part {
        /** The question is answered from one of these to the other; of a choice or yes or no, both are the same. */
        record Among(Question.Closed question, List<Stretch> stretches) implements Part {}

        /** The option is chosen, or it is not. */
        record Chosen(Question.Closed question, Option option, boolean chosen) implements Part {}

        /** Some entry passes, or none does. */
        record Entry(Group group, Constraint constraint, boolean some) implements Part {}
    }

    /** Values from one to another, both included. */
    public record Stretch(Value from, Value to) {}

    /**
     * Answers whose verdicts all move alike. Regions may overlap.
     *
     * @param parts all of which hold; every other answer is free
     * @param share about how large a part of all answers the region is, each answer and each class of entries being
     *     equally likely and independent of the others; unasked questions are given an answer too. Exact where the region
     *     is one of single answers, otherwise by a fixed sample
     * @param example somebody in the region, confirmed by Drools with both rulebooks
     */
    public record Region(Move move, List<Part> parts, double share, Answers example) {}

    /**
     * The whole difference.
     *
     * @param regions those that become milder first
     * @param cut whether there are more regions than these; otherwise they cover every change
     * @param incomparable paths of questions that are not the same in both; where there are any, nothing is compared
     */
    public record Difference(List<Region> regions, boolean cut, List<String> incomparable) {
        /** Whether it is proved that every complete answer set gets the same verdict. */
        public boolean isEquivalent() {
            return regions.isEmpty() && !cut && incomparable.isEmpty();
        }
    }

    /**
     * Everybody whose verdict moves alike.
     *
     * @param people the most ordinary of them, each near to another known person, confirmed by Drools with both rulebooks
     */
    public record Moved(Move move, List<Answers> people) {}

    private Impact() {}

    /**
     * Every move that some complete answers make, the milder ones first; none is a proof that there is none.
     *
     * @param known complete, favourable answers
     * @param most how many people of each move
     * @throws IllegalArgumentException where the questionnaires differ
     */
    public static List<Moved> moves(Rulebook before, Rulebook after, Collection<Answers> known, int most) {
        if (!incomparable(before, after).isEmpty()) {
            throw new IllegalArgumentException("the questionnaires differ");
        }
        var both = new BothRules(Rules.of(before).withoutPlan(), Rules.of(after).withoutPlan());
        var witnesses = new Witnesses(RuleRunner.of(before), RuleRunner.of(after));
        var people = both.people(new Solver(both.space().formula()), known);
        return DifferenceRegions.moves().stream()
                .map(move -> new Moved(
                        move,
                        people.of(both.moves(move), most).stream()
                                .map(OrdinaryPeople.Person::answers)
                                .map(person -> witnesses.confirmed(move, person))
                                .toList()))
                .filter(moved -> !moved.people().isEmpty())
                .toList();
    }

    /** Paths of questions that are not the same in both; where there are any, nothing can be compared. */
    public static List<String> incomparable(Rulebook before, Rulebook after) {
        return different(before.questionnaire(), after.questionnaire());
    }

    /** Compares two rulebooks whose questionnaires ask the same. */
    public static Difference between(Rulebook before, Rulebook after) {
        return between(Rules.of(before), Rules.of(after), RuleRunner.of(before), RuleRunner.of(after));
    }

    public static Difference between(Rules before, Rules after, RuleRunner firedBefore, RuleRunner firedAfter) {
        List<String> different = different(before.questionnaire(), after.questionnaire());
        return different.isEmpty()
                ? new DifferenceRegions(
                                new BothRules(before.withoutPlan(), after.withoutPlan()),
                                new Witnesses(firedBefore, firedAfter))
                        .difference()
                : new Difference(List.of(), false, different);
    }

    private static List<String> different(Questionnaire before, Questionnaire after) {
        return Stream.of(before, after)
                .flatMap(questionnaire -> questionnaire.groups().stream())
                .flatMap(group -> group.closed().stream())
                .map(Question::path)
                .distinct()
                .filter(path -> !what(before, path).equals(what(after, path)))
                .toList();
    }

    private static List<Object> what(Questionnaire questionnaire, String path) {
        return questionnaire.closed(path).stream()
                .<Object>flatMap(question -> Stream.of(
                        question.type(),
                        question.match(
                                number -> List.of(number.min(), number.max()),
                                yesNo -> List.of(),
                                Question::codes,
                                Question::codes),
                        question.askedWhen(),
                        questionnaire.group(question.group()).orElseThrow().repeats()))
                .toList();
    }
}
