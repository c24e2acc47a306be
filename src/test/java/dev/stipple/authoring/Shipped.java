package dev.stipple.authoring;

import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import java.nio.file.Path;

/** The rules that ship with their scenarios, read once for all tests of this package. */
final class Shipped {
    static final Path RULES = dev.stipple.Shipped.FOLDER;
    static final Contents CONTENTS = dev.stipple.Shipped.contents();
    static final Scenarios SCENARIOS = Scenarios.load(CONTENTS);

    private Shipped() {}

    static Rulebook rulebook() {
        return dev.stipple.Shipped.rulebook();
    }
}
