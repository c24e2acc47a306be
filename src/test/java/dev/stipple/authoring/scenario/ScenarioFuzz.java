package dev.stipple.authoring.scenario;

import dev.stipple.Shipped;
import dev.stipple.fuzz.Claims;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** A file of scenarios of the shipped rules. */
public final class ScenarioFuzz {
    private static final String FILE = "age.scenarios.yaml";
    private static final Contents CONTENTS = Shipped.contents();
    private static final NamedPeople PEOPLE = NamedPeople.read(CONTENTS, new TreeSet<>());

    private ScenarioFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> tryOut(CONTENTS.folder().with(FILE, new String(data, StandardCharsets.UTF_8))));
    }

    private static void tryOut(RulesFolder folder) {
        var faults = new TreeSet<Fault>();
        try {
            new ScenarioReader(ScenarioLossTest.in(folder), PEOPLE, faults)
                    .read(FILE)
                    .forEach(scenario -> {});
        } catch (InvalidRules e) {
            faults.addAll(e.faults());
        }
        Claims.placed(faults, folder);
    }
}
