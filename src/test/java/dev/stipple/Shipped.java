package dev.stipple;

import dev.stipple.assessment.Assessor;
import dev.stipple.reasoning.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;

/** The shipped rules, compiled once for all tests. */
public final class Shipped {
    public static final Path FOLDER = Path.of("rules");

    private Shipped() {}

    /** Holds the rulebook, so that it is loaded by the first test that needs it. */
    private static final class Loaded {
        private static final Rulebook RULEBOOK = Rulebook.load(RulesFolder.read(FOLDER));
        private static final Assessor ASSESSOR = new Assessor(RULEBOOK, new Reasoner(RULEBOOK));
    }

    public static Assessor assessor() {
        return Loaded.ASSESSOR;
    }

    public static Rulebook rulebook() {
        return Loaded.RULEBOOK;
    }
}
