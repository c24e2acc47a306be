package dev.stipple.authoring;

import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;

/** The rules that ship, read and compiled once for all tests. */
final class Shipped {
    static final Path RULES = Path.of("rules");
    static final Contents CONTENTS = Contents.read(RulesFolder.read(RULES));
    static final Scenarios SCENARIOS = Scenarios.load(CONTENTS);

    private Shipped() {}

    /** Compiled when first asked for, as this takes seconds. */
    static Rulebook rulebook() {
        return Compiled.RULEBOOK;
    }

    private static final class Compiled {
        private static final Rulebook RULEBOOK = Rulebook.compile(CONTENTS);
    }
}
