package dev.stipple.bench;

import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** Drools alone: a session a case, no listeners, empty consequences. */
final class BareDrools implements Contender {
    private final KieBase base;

    BareDrools(FlatRules flat) {
        base = base("package flat\nimport dev.stipple.bench.Case;\n"
                + flat.rules().stream()
                        .map(rule ->
                                "rule \"" + rule.name() + "\" when Case( " + rule.text("f%d", ", ") + " ) then end\n")
                        .collect(Collectors.joining()));
    }

    static KieBase base(String drl) {
        System.setProperty("drools.lang.level", "DRL10");
        KieServices services = KieServices.Factory.get();
        var files = services.newKieFileSystem();
        var release = services.newReleaseId("bench", "bench", Integer.toHexString(drl.hashCode()));
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/flat/flat.drl", drl);
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (!builder.getResults().getMessages().isEmpty()) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(release).getKieBase();
    }

    @Override
    public Object prepared(int[] values) {
        return new Case(values);
    }

    @Override
    public int firing(Object prepared) {
        var session = base.newKieSession();
        try {
            session.insert(prepared);
            return session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
