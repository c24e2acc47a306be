package dev.stipple.rulebook;

import dev.stipple.questionnaire.Answers;
import dev.stipple.questionnaire.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Value;
import dev.stipple.text.InvalidRules;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Rules compiled by Drools, and the facts that they fire on. Safe to use from many threads. */
final class Engine {
    /** An entry as a fact, so that a match tells which entry it stands on. */
    record FactOf(Group group, int entry) {}

    private final KieBase base;
    private final Questionnaire questionnaire;
    private final CompiledRules rules;
    private final Map<String, FactType> types = new HashMap<>();
    private final Map<String, Object> constants = new HashMap<>();

    private Engine(CompiledRules rules, Questionnaire questionnaire) {
        this.base = KieBaseBuilder.createKieBaseFromModel(rules.models());
        this.questionnaire = questionnaire;
        this.rules = rules;
        for (Group group : questionnaire.groups()) {
            addType(group.fact());
            group.questions().forEach(question -> addConstants(FactsFile.enumName(group, question), question.codes()));
        }
        addType(FactsFile.ANSWERED);
        addType(FactsFile.OUTCOME);
        addConstants(
                FactsFile.VERDICT,
                Stream.of(Verdict.values()).map(Verdict::name).toList());
    }

    /**
     * Compiles rule files.
     *
     * @param files text by file name, {@code facts.drl} among them
     * @throws InvalidRules where Drools refuses them
     */
    static Engine compile(SortedMap<String, String> files, Questionnaire questionnaire) {
        return new Engine(CompiledRules.of(files), questionnaire);
    }

    /** The facts of one person, ready to fire. */
    Session session(Answers answers) {
        return new Session(answers);
    }

    /** One person's facts in Drools; to be closed. */
    final class Session implements AutoCloseable {
        private final KieSession session = base.newKieSession();
        private final IdentityHashMap<Object, FactOf> facts = new IdentityHashMap<>();

        private Session(Answers answers) {
            var answered = new HashMap<String, Object>();
            for (Group group : questionnaire.groups()) {
                List<Entry> entries = answers.entries(group);
                for (int i = 0; i < entries.size(); i++) {
                    Object fact = fact(group.fact(), fields(group, entries.get(i)));
                    facts.put(fact, new FactOf(group, i));
                    session.insert(fact);
                }
                if (group.repeats() && answers.answered(group)) {
                    answered.put(group.id(), true);
                }
            }
            session.insert(fact(FactsFile.ANSWERED, answered));
        }

        /** What fires on the answers alone. */
        List<Findings.Fired> fire() {
            var findings = new Findings();
            session.setGlobal("findings", findings);
            session.fireAllRules();
            return findings.all();
        }

        /** What fires in addition once there is a verdict. */
        List<Findings.Fired> fire(Verdict verdict) {
            session.insert(fact(FactsFile.OUTCOME, Map.of("verdict", constant(FactsFile.VERDICT, verdict.name()))));
            return fire();
        }

        /** Which entry of which group a fact is; null for the facts that are not entries. */
        @Nullable
        FactOf entryOf(Object fact) {
            return facts.get(fact);
        }

        @Override
        public void close() {
            session.dispose();
        }
    }

    private Map<String, Object> fields(Group group, Entry entry) {
        var fields = new HashMap<String, Object>();
        group.questions()
                .forEach(question -> entry.value(question)
                        .ifPresent(
                                value -> fields.put(question.id(), field(FactsFile.enumName(group, question), value))));
        return fields;
    }

    private Object field(String enumeration, Value value) {
        if (value instanceof Value.Quantity quantity) {
            return quantity.value();
        }
        if (value instanceof Value.Flag flag) {
            return flag.value();
        }
        if (value instanceof Value.Choice choice) {
            return constant(enumeration, choice.option().code());
        }
        return value.codes().stream().map(code -> constant(enumeration, code)).collect(Collectors.toSet());
    }

    private Object fact(String type, Map<String, Object> fields) {
        return Objects.requireNonNull(types.get(type)).make(fields);
    }

    private Object constant(String enumeration, String code) {
        return Objects.requireNonNull(constants.get(enumeration + "." + code));
    }

    private void addType(String name) {
        types.put(name, FactType.of(rules.declared(name)));
    }

    private void addConstants(String enumeration, List<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        for (Object constant : rules.declared(enumeration).getEnumConstants()) {
            constants.put(enumeration + "." + constant, constant);
        }
    }

    /** A class of facts that rules match, and how its fields are set. */
    private record FactType(Class<?> type, Map<String, Method> setters) {
        static FactType of(Class<?> type) {
            return new FactType(
                    type,
                    Stream.of(type.getMethods())
                            .filter(method -> method.getName().startsWith("set"))
                            .collect(Collectors.toMap(FactType::field, Function.identity())));
        }

        private static String field(Method setter) {
            String name = setter.getName().substring("set".length());
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        Object make(Map<String, Object> fields) {
            Object fact = CompiledRules.make(type);
            fields.forEach((name, value) -> set(fact, name, value));
            return fact;
        }

        private void set(Object fact, String field, Object value) {
            try {
                Objects.requireNonNull(setters.get(field)).invoke(fact, value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(field + " of " + type + " cannot be set", e);
            }
        }
    }
}
