package dev.stipple;

import dev.stipple.assessment.Assessor;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;

/** The shipped rules, read and compiled once for all tests. */
public final class Shipped {
    public static final Path FOLDER = Path.of("rules");

    private Shipped() {}

    /** Holds what is read without compiling, which most of the time goes into. */
    private static final class Read {
        private static final Contents CONTENTS = Contents.read(RulesFolder.read(FOLDER));
    }

    /** Holds the rulebook, so that it is loaded by the first test that needs it. */
    private static final class Loaded {
        private static final Rulebook RULEBOOK = Rulebook.compile(contents());
        private static final Assessor ASSESSOR = new Assessor(RULEBOOK, new Reasoner(RULEBOOK));
    }

    public static Contents contents() {
        return Read.CONTENTS;
    }

    public static Assessor assessor() {
        return Loaded.ASSESSOR;
    }

    public static Rulebook rulebook() {
        return Loaded.RULEBOOK;
    }
}
