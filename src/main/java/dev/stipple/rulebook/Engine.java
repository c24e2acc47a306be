package dev.stipple.rulebook;

import dev.stipple.questionnaire.Answers;
import dev.stipple.questionnaire.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Value;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/** Rules compiled by Drools, and the facts that they fire on. Safe to use from many threads. */
final class Engine {
    static {
        // Before the first build: only this parser tells where annotations stand.
        System.setProperty("drools.lang.level", "DRL10");
    }

    /** An entry as a fact, so that a match tells which entry it stands on. */
    record FactOf(Group group, int entry) {}

    private final KieBase base;
    private final Questionnaire questionnaire;
    private final Map<String, FactType> types = new HashMap<>();
    private final Map<String, Object> constants = new HashMap<>();
    private final Map<Verdict, Object> verdicts = new HashMap<>();

    private Engine(KieBase base, Questionnaire questionnaire) {
        this.base = base;
        this.questionnaire = questionnaire;
        for (Group group : questionnaire.groups()) {
            types.put(group.fact(), type(group.fact()));
            group.questions().forEach(question -> addConstants(group, question));
        }
        types.put(FactsFile.ANSWERED, type(FactsFile.ANSWERED));
        types.put(FactsFile.OUTCOME, type(FactsFile.OUTCOME));
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, constantOf("Verdict", verdict.name()));
        }
    }

    /**
     * Compiles rule files.
     *
     * @param files text by file name, {@code facts.drl} among them
     * @throws InvalidRules where Drools refuses them
     */
    static Engine compile(Map<String, String> files, Questionnaire questionnaire) {
        KieServices services = KieServices.Factory.get();
        ReleaseId id =
                services.newReleaseId(FactsFile.PACKAGE, UUID.randomUUID().toString(), "1");
        KieFileSystem system = services.newKieFileSystem();
        system.generateAndWritePomXML(id);
        files.forEach((name, text) -> system.write("src/main/resources/stipple/rules/" + name, text));
        try {
            KieBuilder builder = services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
            var errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new InvalidRules(
                        errors.stream().map(error -> fault(error, files)).toList());
            }
            return new Engine(services.newKieContainer(id).getKieBase(), questionnaire);
        } catch (InvalidRules e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // Some mistakes that the checks before could have missed make the compiler throw instead of telling.
            throw new InvalidRules(List.of(new Fault(
                    Place.startOf("."), "engine", "Drools cannot compile the rules: " + e, "undo the last change")));
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    private static Fault fault(Message error, Map<String, String> files) {
        String path = String.valueOf(error.getPath());
        String file = path.substring(path.lastIndexOf('/') + 1);
        var place = files.containsKey(file)
                ? new Place(file, Math.max(1, error.getLine()), Math.max(0, error.getColumn()) + 1)
                : Place.startOf(".");
        return new Fault(
                place,
                "engine",
                "Drools refuses this: " + error.getText().lines().findFirst().orElse(""),
                "mend it");
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
            session.insert(fact(FactsFile.OUTCOME, Map.of("verdict", constant(verdict))));
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
        entry.values().forEach((id, value) -> fields.put(id, field(group.fact() + "." + id + ".", value)));
        return fields;
    }

    /** @param question begins the key of the question's constants */
    private Object field(String question, Value value) {
        if (value instanceof Value.Quantity quantity) {
            return quantity.value();
        }
        if (value instanceof Value.Flag flag) {
            return flag.value();
        }
        if (value instanceof Value.Choice choice) {
            return constant(question, choice.option());
        }
        return ((Value.Choices) value)
                .options().stream().map(option -> constant(question, option)).collect(Collectors.toSet());
    }

    private Object fact(String type, Map<String, Object> fields) {
        FactType factType = Objects.requireNonNull(types.get(type));
        try {
            Object fact = factType.newInstance();
            fields.forEach((name, value) -> factType.set(fact, name, value));
            return fact;
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("fact type " + type + " of facts.drl cannot be made", e);
        }
    }

    private Object constant(String question, Option option) {
        return Objects.requireNonNull(constants.get(question + option.code()));
    }

    private Object constant(Verdict verdict) {
        return Objects.requireNonNull(verdicts.get(verdict));
    }

    private FactType type(String name) {
        return base.getFactType(FactsFile.PACKAGE, name);
    }

    private void addConstants(Group group, Question question) {
        String key = group.fact() + "." + question.id() + ".";
        question.codes()
                .forEach(code -> constants.put(key + code, constantOf(FactsFile.enumName(group, question), code)));
    }

    private Object constantOf(String enumeration, String name) {
        try {
            Class<?> type = Class.forName(
                    FactsFile.PACKAGE + "." + enumeration,
                    true,
                    type(FactsFile.OUTCOME).getFactClass().getClassLoader());
            return type.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(enumeration + "." + name + " is not in facts.drl", e);
        }
    }
}
