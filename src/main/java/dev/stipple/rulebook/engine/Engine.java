package dev.stipple.rulebook.engine;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.InvalidRules;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Rules compiled by Drools, and the facts that they fire on. Safe to use from many threads. */
public final class Engine {
    private static final String VERDICT = "verdict";

    /** An entry as a fact, so that a match tells which entry it stands on. */
    public record FactOf(Group group, int entry) {}

    private final KieBase base;
    private final Questionnaire questionnaire;
    private final Map<Group, FactType> entries = new HashMap<>();
    private final FactType answered;
    private final FactType outcome;

    private Engine(CompiledRules rules, Questionnaire questionnaire) {
        this.base = KieBaseBuilder.createKieBaseFromModel(rules.models());
        this.questionnaire = questionnaire;
        for (Group group : questionnaire.groups()) {
            var enumerations = new HashMap<String, Class<?>>();
            group.closed().stream()
                    .filter(question -> !question.options().isEmpty())
                    .forEach(question ->
                            enumerations.put(question.id(), rules.declared(FactsFile.enumName(group, question))));
            entries.put(group, new FactType(rules.declared(group.fact()), enumerations));
        }
        this.answered = new FactType(rules.declared(FactsFile.ANSWERED), Map.of());
        this.outcome =
                new FactType(rules.declared(FactsFile.OUTCOME), Map.of(VERDICT, rules.declared(FactsFile.VERDICT)));
    }

    /**
     * Compiles rule files.
     *
     * @param files text by file name, {@code facts.drl} among them
     * @throws InvalidRules where Drools refuses them
     */
    public static Engine compile(SortedMap<String, String> files, Questionnaire questionnaire) {
        return new Engine(CompiledRules.of(files), questionnaire);
    }

    /** The facts of one person, ready to fire. */
    public Session session(Answers answers) {
        return new Session(answers);
    }

    /** One person's facts in Drools; to be closed. */
    public final class Session implements AutoCloseable {
        private final KieSession session = base.newKieSession();
        private final IdentityHashMap<Object, FactOf> facts = new IdentityHashMap<>();

        private Session(Answers answers) {
            Object answeredGroups = answered.make();
            for (Group group : questionnaire.groups()) {
                List<Entry> given = answers.entries(group);
                for (int i = 0; i < given.size(); i++) {
                    Object fact = fact(group, given.get(i));
                    facts.put(fact, new FactOf(group, i));
                    session.insert(fact);
                }
                if (group.repeats() && answers.answered(group)) {
                    answered.set(answeredGroups, group.id(), true);
                }
            }
            session.insert(answeredGroups);
        }

        /** What fires on the answers alone. */
        public List<Findings.Fired> fire() {
            var findings = new Findings();
            session.setGlobal("findings", findings);
            session.fireAllRules();
            return findings.all();
        }

        /** What fires in addition once there is a verdict. */
        public List<Findings.Fired> fire(Verdict verdict) {
            Object decided = outcome.make();
            outcome.set(decided, VERDICT, outcome.constant(VERDICT, verdict.name()));
            session.insert(decided);
            return fire();
        }

        /** Which entry of which group a fact is; null for the facts that are not entries. */
        @Nullable
        public FactOf entryOf(Object fact) {
            return facts.get(fact);
        }

        @Override
        public void close() {
            session.dispose();
        }
    }

    private Object fact(Group group, Entry entry) {
        FactType type = Objects.requireNonNull(entries.get(group));
        Object fact = type.make();
        entry.values().forEach((question, value) -> type.answer(fact, question, value));
        // What fires on the known part alone may be untrue of the whole, and is held against the conditions afterwards.
        entry.unsure().forEach((question, some) -> {
            if (!some.isEmpty()) {
                type.answer(fact, question, new Value.Choices(some));
            }
        });
        return fact;
    }
}
