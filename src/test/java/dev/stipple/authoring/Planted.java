package dev.stipple.authoring;

import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A defect laid into a small clean rules folder.
 *
 * @param name kind and name of the defect
 * @param faults what check has to tell, each as {@code file:line:column kind}
 */
public record Planted(String name, RulesFolder folder, List<String> faults) {
    public static final Path ROOT = Path.of("src/test/resources/planted");

    public static RulesFolder clean() {
        return RulesFolder.read(ROOT.resolve("base"));
    }

    public static List<Planted> all() {
        try (Stream<Path> files = Files.walk(ROOT, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith(ROOT.resolve("base")))
                    .sorted()
                    .map(Planted::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Planted read(Path file) {
        try {
            String name = ROOT.relativize(file).toString().replace(".yaml", "");
            YamlNode defect = YamlFile.read(name, Files.readString(file), new ArrayList<>());
            RulesFolder folder = clean();
            for (YamlNode edit : defect.need("edits").list()) {
                folder = changed(folder, name, edit);
            }
            return new Planted(
                    name,
                    folder,
                    defect.need("faults").list().stream().map(YamlNode::string).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RulesFolder changed(RulesFolder folder, String name, YamlNode edit) {
        if (!edit.at("picture").isAbsent()) {
            var pictures = new TreeMap<>(folder.pictures());
            String drawing = edit.at("drawing").string();
            pictures.put(edit.at("picture").string(), drawing.isEmpty() ? "<svg/>" : drawing);
            return new RulesFolder(folder.texts(), pictures);
        }
        String file = edit.need("file").string();
        if (!edit.at("whole").isAbsent()) {
            return folder.with(file, edit.at("whole").string());
        }
        String text = folder.text(file);
        String find = edit.need("find").string();
        int at = text.indexOf(find);
        if (at < 0) {
            throw new IllegalArgumentException(name + " finds nothing to change in " + file);
        }
        String put = edit.need("put").string();
        return folder.with(file, text.substring(0, at) + put + text.substring(at + find.length()));
    }

    @Override
    public String toString() {
        return name;
    }
}
