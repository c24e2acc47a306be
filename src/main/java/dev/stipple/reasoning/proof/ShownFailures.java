package dev.stipple.reasoning.proof;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Question;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The failures found, each with a person who shows it where there can be one. */
final class ShownFailures {
    private final RuleRunner drools;
    private final ProofExamples examples;
    private final List<Failure> failures = new ArrayList<>();

    ShownFailures(RuleRunner drools, ProofExamples examples) {
        this.drools = drools;
        this.examples = examples;
    }

    List<Failure> all() {
        return List.copyOf(failures);
    }

    ProofExamples examples() {
        return examples;
    }

    /** What Drools makes of somebody. */
    RuleRunner.Fired fire(Answers person) {
        return drools.fire(person);
    }

    void add(Failure failure) {
        failures.add(failure);
    }

    /** A failure where a literal holds on somebody, as Drools has to confirm. */
    void addExample(
            Kind kind,
            String subject,
            List<Rule> about,
            @Nullable Question question,
            int literal,
            Predicate<RuleRunner.Fired> confirms) {
        examples.of(literal).ifPresent(example -> {
            RuleRunner.Fired fired = drools.fire(example.person());
            failures.add(new Failure(
                    confirms.test(fired) ? kind : Kind.UNCONFIRMED,
                    subject,
                    about,
                    question,
                    example.few(),
                    example.person(),
                    fired.verdict(),
                    null));
        });
    }
}
