package dev.stipple.authoring;

import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import java.nio.file.Path;

/** The rules that ship with their scenarios, read once for all tests of this package. */
public final class Shipped {
    static final Path RULES = dev.stipple.Shipped.FOLDER;
    public static final Contents CONTENTS = dev.stipple.Shipped.contents();
    public static final Scenarios SCENARIOS = Scenarios.load(CONTENTS);

    private Shipped() {}

    public static Rulebook rulebook() {
        return dev.stipple.Shipped.rulebook();
    }
}
