package dev.stipple.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Stream;

/**
 * The texts of a rules folder by file name, read once so that everything speaks of the same state. A factor is one rule file,
 * {@code age.drl}, or a folder of them, {@code age/years.drl} beside {@code age/habits.drl}.
 *
 * @param pictures the names of the files in the folder of pictures beside them
 */
public record RulesFolder(SortedMap<String, String> texts, SortedSet<String> pictures) {
    /** The folder beside the rules that holds the pictures of questions. */
    public static final String PICTURES = "pictures";

    /** The file that says what is asked. */
    public static final String QUESTIONNAIRE = "questionnaire.yaml";

    /** How the names of rule files end. */
    public static final String RULES = ".drl";

    /** How many bytes a file may have; the largest shipped one has a tenth of that. */
    private static final int LARGEST = 1_000_000;

    private static final int MOST_FILES = 1_000;

    private static final List<String> ENDINGS = List.of(RULES, ".yaml", ".md", ".sig");

    /** A folder without pictures. */
    public RulesFolder(SortedMap<String, String> texts) {
        this(texts, Collections.emptySortedSet());
    }

    /**
     * Reads the rule, question, scenario and source files and the signature in the folder and in the folders of its factors.
     * What begins with a dot is left out.
     *
     * @throws InvalidRules where the folder is missing, a file, a picture or a folder is a link, a folder lies too deep, or a
     *     file is not UTF-8
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
        for (Path each : entries(folder)) {
            if (Files.isDirectory(each) && !hasEnding(each)) {
                readFactor(each, texts, faults);
            } else if (hasEnding(each)) {
                read(each, "", texts, faults);
            }
        }
        SortedSet<String> pictures = pictures(folder.resolve(PICTURES), faults);
        if (!faults.isEmpty()) {
            throw new InvalidRules(faults);
        }
        return new RulesFolder(texts, pictures);
    }

    /** What a file is called up to the first dot, with the folder that it lies in: {@code age/years}. */
    public static String stem(String file) {
        int dot = file.indexOf('.', file.lastIndexOf('/') + 1);
        return dot < 0 ? file : file.substring(0, dot);
    }

    /** The factor that a file is about: the folder that it lies in, or its stem. */
    public static String factor(String file) {
        int slash = file.indexOf('/');
        return slash < 0 ? stem(file) : file.substring(0, slash);
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

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static boolean hasEnding(Path file) {
        return ENDINGS.stream().anyMatch(ending -> name(file).endsWith(ending));
    }

    /** Reads the files of a factor's folder; nothing that lies in it goes unnoticed. */
    private static void readFactor(Path folder, SortedMap<String, String> texts, List<Fault> faults) {
        String name = name(folder);
        if (name.equals(PICTURES)) {
            return;
        }
        if (!PlainFile.isFolder(folder)) {
            faults.add(link(name, "folder"));
            return;
        }
        for (Path each : entries(folder)) {
            if (hasEnding(each)) {
                read(each, name + "/", texts, faults);
            } else if (Files.isDirectory(each)) {
                faults.add(new Fault(
                        Place.startOf(name + "/" + name(each)),
                        "folder",
                        "a factor's folder has no folders",
                        "put the files into " + name));
            }
        }
    }

    private static SortedSet<String> pictures(Path folder, List<Fault> faults) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Collections.emptySortedSet();
        }
        if (!PlainFile.isFolder(folder)) {
            faults.add(link(PICTURES, "folder"));
            return Collections.emptySortedSet();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.sorted().forEach(file -> {
                names.add(name(file));
                if (!PlainFile.is(file)) {
                    faults.add(link(PICTURES + "/" + name(file), "file"));
                }
            });
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault link(String name, String kind) {
        return new Fault(
                Place.startOf(name), "link", "this is not a plain " + kind, "put the " + kind + " itself here");
    }

    private static void read(Path file, String around, SortedMap<String, String> texts, List<Fault> faults) {
        String name = around + name(file);
        if (!PlainFile.is(file)) {
            faults.add(link(name, "file"));
            return;
        }
        if (texts.size() == MOST_FILES) {
            throw new InvalidRules(List.of(new Fault(
                    Place.startOf(name),
                    "limit",
                    "there are more than " + MOST_FILES + " files",
                    "name a folder that holds nothing but rules")));
        }
        try {
            if (Files.size(file) > LARGEST) {
                faults.add(new Fault(
                        Place.startOf(name),
                        "limit",
                        "the file has more than " + LARGEST + " bytes",
                        "write several files, each on one topic"));
                return;
            }
            ByteBuffer bytes = ByteBuffer.wrap(PlainFile.read(file));
            texts.put(name, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            faults.add(new Fault(Place.startOf(name), "encoding", "the file is not UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
