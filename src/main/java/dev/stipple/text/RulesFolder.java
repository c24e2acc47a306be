package dev.stipple.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of a rules folder by file name, read once so that everything speaks of the same state.
 *
 * @param pictures the names of the files in the folder of pictures beside them
 */
public record RulesFolder(SortedMap<String, String> texts, SortedSet<String> pictures) {
    /** The folder beside the rules that holds the pictures of questions. */
    public static final String PICTURES = "pictures";

    /** The file that says what is asked. */
    public static final String QUESTIONNAIRE = "questionnaire.yaml";

    private static final List<String> ENDINGS = List.of(".drl", ".yaml", ".md", ".sig");

    /** A folder without pictures. */
    public RulesFolder(SortedMap<String, String> texts) {
        this(texts, Collections.emptySortedSet());
    }

    /**
     * Reads the rule, question, scenario and source files and the signature directly in the folder.
     *
     * @throws InvalidRules where the folder is missing, or a file is a link or is not UTF-8
     */
    public static RulesFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidRules(List.of(new Fault(
                    Place.startOf(folder.toString()),
                    "no-folder",
                    "there is no such rules folder",
                    "name the folder that holds questionnaire.yaml and the .drl files")));
        }
        var faults = new ArrayList<Fault>();
        var texts = new TreeMap<String, String>();
        for (Path file : files(folder)) {
            read(file, texts, faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidRules(faults);
        }
        return new RulesFolder(texts, pictures(folder.resolve(PICTURES)));
    }

    /** The text of a file; empty where there is no such file. */
    public String text(String file) {
        return texts.getOrDefault(file, "");
    }

    public boolean has(String file) {
        return texts.containsKey(file);
    }

    /** The names of all files with this ending, in order. */
    public List<String> names(String ending) {
        return texts.keySet().stream().filter(name -> name.endsWith(ending)).toList();
    }

    /** The same folder with one file written anew. */
    public RulesFolder with(String file, String text) {
        var changed = new TreeMap<>(texts);
        changed.put(file, text);
        return new RulesFolder(changed, pictures);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ENDINGS.stream()
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedSet<String> pictures(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Collections.emptySortedSet();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path file, SortedMap<String, String> texts, List<Fault> faults) {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            faults.add(new Fault(Place.startOf(name), "link", "this is not a plain file", "put the file itself here"));
            return;
        }
        try {
            texts.put(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            faults.add(new Fault(Place.startOf(name), "encoding", "the file is not UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
