package dev.stipple.spark;

import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Verdicts;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A rules folder as it travels to the executors; each of them compiles it once. */
record RulesTexts(TreeMap<String, String> texts) implements Serializable {
    private static final Map<RulesTexts, Assessor> COMPILED = new ConcurrentHashMap<>();

    static RulesTexts read(String folder) {
        return new RulesTexts(new TreeMap<>(RulesFolder.read(Path.of(folder)).texts()));
    }

    /** The assessor by these rules in this process. */
    Assessor assessor() {
        return COMPILED.computeIfAbsent(this, RulesTexts::compile);
    }

    private Assessor compile() {
        Rulebook rulebook = Rulebook.load(new RulesFolder(texts));
        return new Assessor(rulebook, new Verdicts(rulebook, new Reasoner(rulebook).verdictsOnly()));
    }
}
