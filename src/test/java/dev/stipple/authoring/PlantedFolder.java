package dev.stipple.authoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A planted rules folder as files, for tests outside of this package. */
public record PlantedFolder(String name, Map<String, String> texts) {
    public static final Path CLEAN = Planted.ROOT.resolve("base");

    /** Every defect that is one of texts. */
    public static List<PlantedFolder> all() {
        return Planted.all().stream()
                .filter(planted ->
                        !planted.folder().texts().equals(Planted.clean().texts()))
                .map(planted ->
                        new PlantedFolder(planted.name(), planted.folder().texts()))
                .toList();
    }

    /** The clean rules, each edition with another reason. */
    public static Map<String, String> clean(int edition) {
        var texts = new TreeMap<>(Planted.clean().texts());
        texts.computeIfPresent(
                "age.drl", (file, text) -> text.replace("Too young.", "Too young - edition %d.".formatted(edition)));
        texts.computeIfPresent(
                "age.fr.yaml",
                (file, text) -> text.replace("Trop jeune.", "Trop jeune - édition %d.".formatted(edition)));
        return texts;
    }

    @Override
    public String toString() {
        return name;
    }
}
