package dev.stipple.bench;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.dialect.FactsFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** The rules of a rulebook in Drools alone: no listeners, empty consequences, facts that are made beforehand. */
final class BareRules {
    private static final String PACKAGE = "stipple.rules.";

    private final KieBase base;
    private final ClassLoader loader;

    /** The facts of one person, and the verdict that the rules of the plan see. */
    record Facts(List<Object> answers, Object outcome) {}

    BareRules(Rulebook rulebook) {
        System.setProperty("drools.lang.level", "DRL10");
        KieServices services = KieServices.Factory.get();
        var files = services.newKieFileSystem();
        var release = services.newReleaseId("bench", "bare", "1");
        files.generateAndWritePomXML(release);
        for (String file : rulebook.folder().names(".drl")) {
            files.write(
                    "src/main/resources/stipple/rules/" + file,
                    rulebook.folder()
                            .text(file)
                            .replaceAll("(?m)^    @\\w+\\(.*\\)$", "")
                            .replaceAll("(?ms)^then$.*?^end$", "then\nend"));
        }
        services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        var container = services.newKieContainer(release);
        base = container.getKieBase();
        loader = container.getClassLoader();
    }

    int fire(Facts facts) {
        var session = base.newKieSession();
        try {
            facts.answers().forEach(session::insert);
            int fired = session.fireAllRules();
            session.insert(facts.outcome());
            return fired + session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    Facts facts(Answers answers, Verdict verdict) {
        var facts = new ArrayList<>();
        Map<String, Object> answered = new HashMap<>();
        for (Group group : answers.questionnaire().groups()) {
            for (Entry entry : answers.entries(group)) {
                Map<String, Object> fields = new HashMap<>();
                for (Question.Closed question : group.closed()) {
                    entry.value(question)
                            .ifPresent(value ->
                                    fields.put(question.id(), field(FactsFile.enumName(group, question), value)));
                }
                facts.add(fact(group.fact(), fields));
            }
            if (group.repeats() && answers.answered(group)) {
                answered.put(group.id(), true);
            }
        }
        facts.add(fact("Answered", answered));
        return new Facts(facts, fact("Outcome", Map.of("verdict", constant("Verdict", verdict.name()))));
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

    private Object constant(String enumeration, String code) {
        for (Object constant : type(enumeration).getEnumConstants()) {
            if (constant.toString().equals(code)) {
                return constant;
            }
        }
        throw new IllegalStateException(enumeration + "." + code);
    }

    private Object fact(String name, Map<String, Object> fields) {
        try {
            Class<?> type = type(name);
            Object fact = type.getDeclaredConstructor().newInstance();
            for (var method : type.getMethods()) {
                String field = method.getName().startsWith("set")
                        ? Character.toLowerCase(method.getName().charAt(3))
                                + method.getName().substring(4)
                        : "";
                if (fields.containsKey(field)) {
                    method.invoke(fact, fields.get(field));
                }
            }
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Class<?> type(String name) {
        try {
            return loader.loadClass(PACKAGE + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
