package dev.stipple.authoring.coverage;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.authoring.scenario.Evaluated;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One thing that some scenario ought to have seen. */
public sealed interface CoverageItem {

    /** Whether this is seen in what came of a scenario. */
    boolean seenIn(Evaluated evaluated);

    /** What it is, in words. */
    String what();

    /** Answers near these in which it may be seen. */
    Stream<Answers> near(Answers answers, ScenarioSearch steering);

    /** A rule fires. */
    record Fires(Rule rule) implements CoverageItem {
        @Override
        public boolean seenIn(Evaluated evaluated) {
            return evaluated.fired().contains(rule);
        }

        @Override
        public String what() {
            return rule.id() + " never fires";
        }

        @Override
        public Stream<Answers> near(Answers answers, ScenarioSearch steering) {
            return steering.hold(rule.condition(), answers);
        }
    }

    /** A single condition of a rule comes out true, or false. */
    record Side(Rule rule, Pattern pattern, Comparison comparison, boolean truth, String written)
            implements CoverageItem {
        @Override
        public boolean seenIn(Evaluated evaluated) {
            return evaluated.answers().entries(pattern.group()).stream().anyMatch(this::is);
        }

        private boolean is(Entry entry) {
            return comparison.holds(entry) == truth;
        }

        @Override
        public String what() {
            return rule.id() + ": '" + written + "' is never " + truth;
        }

        @Override
        public Stream<Answers> near(Answers answers, ScenarioSearch steering) {
            return steering.some(pattern, this::is, List.of(), answers);
        }
    }

    /** An answer is exactly so: on a threshold of a rule, just past it, or an option. */
    record Answered(Group group, Question.Closed question, Predicate<Value> wanted, Value example, String what)
            implements CoverageItem {

        static Answered number(Group group, Question.Closed question, int number, Rule rule) {
            String what = rule.id() + ": nobody has " + question.path() + " " + number + ", at its threshold";
            var value = new Value.Quantity(number);
            return new Answered(group, question, value::equals, value, what);
        }

        static Answered option(Group group, Question.Closed question, Option option, Value example) {
            String what = "nobody answers " + question.path() + " with " + option.code();
            return new Answered(group, question, value -> value.codes().contains(option.code()), example, what);
        }

        static Answered truth(Group group, Question.Closed question, boolean truth) {
            var value = new Value.Flag(truth);
            return new Answered(
                    group, question, value::equals, value, "nobody answers " + question.path() + " with " + truth);
        }

        @Override
        public boolean seenIn(Evaluated evaluated) {
            return evaluated.answers().entries(group).stream()
                    .flatMap(entry -> entry.value(question).stream())
                    .anyMatch(wanted);
        }

        @Override
        public Stream<Answers> near(Answers answers, ScenarioSearch steering) {
            return Stream.of(steering.adaptation().with(answers, group, 0, question, example));
        }
    }

    /** A verdict comes out, by some rule of its effect. */
    record Reached(Verdict verdict, List<Rule> rules) implements CoverageItem {
        @Override
        public boolean seenIn(Evaluated evaluated) {
            return evaluated.verdict() == verdict;
        }

        @Override
        public String what() {
            return "nobody comes out as " + verdict;
        }

        @Override
        public Stream<Answers> near(Answers answers, ScenarioSearch steering) {
            return rules.stream().flatMap(rule -> steering.hold(rule.condition(), answers));
        }
    }
}
