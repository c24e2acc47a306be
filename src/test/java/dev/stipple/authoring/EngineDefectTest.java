package dev.stipple.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * What Drools does today with {@code exists} around {@code not} (its issue 7115), and why all rules share one package.
 * Where the first test fails after an upgrade, the engine is mended: the rule against {@code exists} before {@code not}
 * can then be looked at again.
 */
final class EngineDefectTest {
    private static final String TYPES = """
            declare Seed end
            declare Shared end
            declare Negated end
            declare Other end
            """;
    private static final String PRODUCER = "rule \"producer\" when Seed() then insert(new Shared()); end\n";
    private static final String SUBJECT =
            "rule \"subject\" when exists ( Shared() and not Negated() ) then fired.add(\"subject\"); end\n";
    private static final String SIBLING = "rule \"sibling\" when exists ( Shared() and Other() ) then end\n";
    private static final String FLAT =
            "rule \"subject\" when Shared() not Negated() then fired.add(\"subject\"); end\n";

    @Test
    void acrossPackagesARuleSilentlyStopsFiring() {
        var files = Map.of(
                "types.drl", "package defect.types\n" + TYPES,
                "a.drl", other("a", PRODUCER),
                "b.drl", other("b", SUBJECT),
                "c.drl", other("c", SIBLING));

        assertThat(fired("defect.types", files)).isEmpty();
    }

    @Test
    void inOnePackageItFires() {
        var files = Map.of(
                "all.drl",
                "package defect.types\nglobal java.util.List fired;\n" + TYPES + PRODUCER + SUBJECT + SIBLING);

        assertThat(fired("defect.types", files)).containsExactly("subject");
    }

    @Test
    void theFormOfOurDialectFiresEitherWay() {
        var files = Map.of(
                "types.drl", "package defect.types\n" + TYPES,
                "a.drl", other("a", PRODUCER),
                "b.drl", other("b", FLAT),
                "c.drl", other("c", SIBLING));

        assertThat(fired("defect.types", files)).containsExactly("subject");
    }

    private static String other(String name, String rule) {
        return "package defect." + name + "\nimport defect.types.*;\nglobal java.util.List fired;\n" + rule;
    }

    private static List<String> fired(String types, Map<String, String> files) {
        KieServices services = KieServices.Factory.get();
        ReleaseId id = services.newReleaseId("defect", Integer.toHexString(files.hashCode()), "1");
        var system = services.newKieFileSystem().generateAndWritePomXML(id);
        files.forEach((name, text) -> system.write("src/main/resources/" + name, text));
        var builder = services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
        var fired = new ArrayList<String>();
        var base = services.newKieContainer(id).getKieBase();
        var session = base.newKieSession();
        try {
            session.setGlobal("fired", fired);
            session.insert(base.getFactType(types, "Seed").newInstance());
            session.fireAllRules();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the engine makes no fact", e);
        } finally {
            session.dispose();
            services.getRepository().removeKieModule(id);
        }
        return fired;
    }
}
