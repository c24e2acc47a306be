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
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of a rules folder by file name, read once so that everything speaks of the same state. A factor is one rule file,
 * {@code age.drl}, or a folder of them, {@code age/years.drl} beside {@code age/habits.drl}.
 *
 * @param pictures the drawings in the folder of pictures beside them, by file name
 */
public record RulesFolder(SortedMap<String, String> texts, SortedMap<String, String> pictures) {
    /** The folder beside the rules that holds the pictures of questions. */
    public static final String PICTURES = "pictures";

    /** The file that says what is asked. */
    public static final String QUESTIONNAIRE = "questionnaire.yaml";

    /** How the names of rule files end. */
    public static final String RULES = ".drl";

    /** A folder without pictures. */
    public RulesFolder(SortedMap<String, String> texts) {
        this(texts, Collections.emptySortedMap());
    }

    /**
     * Reads the rule, question, scenario and source files, the pictures and the signature in the folder and in the folders of
     * its factors. What begins with a dot is left out.
     *
     * @throws InvalidRules where the folder is missing, a file, a picture or a folder is a link, a folder lies too deep, a file
     *     is not UTF-8, or there is too much to read
     */
    public static RulesFolder read(Path folder) {
        return new Reader().read(folder);
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

    /** Reads one rules folder, and no more of it than a service can bear that has other work. */
    private static final class Reader {
        /** How many bytes a file may have; the largest shipped one has a tenth of that. */
        private static final int LARGEST = 1_000_000;

        /** How many bytes all files may have together; the shipped ones have a fifth of that. */
        private static final int LARGEST_TOGETHER = 8_000_000;

        private static final int MOST_FILES = 1_000;
        private static final List<String> ENDINGS = List.of(RULES, ".yaml", ".md", ".sig");

        private final List<Fault> faults = new ArrayList<>();
        private final SortedMap<String, String> texts = new TreeMap<>();
        private final SortedMap<String, String> pictures = new TreeMap<>();
        private int read;

        RulesFolder read(Path folder) {
            if (!Files.isDirectory(folder)) {
                throw new InvalidRules(List.of(new Fault(
                        Place.startOf(folder.toString()),
                        "no-folder",
                        "there is no such rules folder",
                        "name the folder that holds questionnaire.yaml and the .drl files")));
            }
            for (Path each : entries(folder)) {
                if (Files.isDirectory(each) && !hasEnding(each)) {
                    readFactor(each);
                } else if (hasEnding(each)) {
                    read(each, "", texts);
                }
            }
            readPictures(folder.resolve(PICTURES));
            if (!faults.isEmpty()) {
                throw new InvalidRules(faults);
            }
            return new RulesFolder(texts, pictures);
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
        private void readFactor(Path folder) {
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
                    read(each, name + "/", texts);
                } else if (Files.isDirectory(each)) {
                    faults.add(new Fault(
                            Place.startOf(name + "/" + name(each)),
                            "folder",
                            "a factor's folder has no folders",
                            "put the files into " + name));
                }
            }
        }

        private void readPictures(Path folder) {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            if (!PlainFile.isFolder(folder)) {
                faults.add(link(PICTURES, "folder"));
                return;
            }
            entries(folder).forEach(file -> read(file, PICTURES + "/", pictures));
        }

        private static Fault link(String name, String kind) {
            return new Fault(
                    Place.startOf(name), "link", "this is not a plain " + kind, "put the " + kind + " itself here");
        }

        /** Reads a file; pictures go by their names alone. */
        private void read(Path file, String around, SortedMap<String, String> into) {
            String name = around + name(file);
            if (!PlainFile.is(file)) {
                faults.add(link(name, "file"));
                return;
            }
            if (texts.size() + pictures.size() == MOST_FILES) {
                throw limit(name, "there are more than " + MOST_FILES + " files");
            }
            try {
                byte[] bytes = PlainFile.read(file, LARGEST + 1);
                if (bytes.length > LARGEST) {
                    faults.add(new Fault(
                            Place.startOf(name),
                            "limit",
                            "the file has more than " + LARGEST + " bytes",
                            "write several files, each on one topic"));
                    return;
                }
                read += bytes.length;
                if (read > LARGEST_TOGETHER) {
                    throw limit(name, "with this file, there are more than " + LARGEST_TOGETHER + " bytes in all");
                }
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                into.put(into == texts ? name : name(file), text);
            } catch (CharacterCodingException e) {
                faults.add(new Fault(Place.startOf(name), "encoding", "the file is not UTF-8", "save it as UTF-8"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static InvalidRules limit(String name, String problem) {
            return new InvalidRules(List.of(
                    new Fault(Place.startOf(name), "limit", problem, "name a folder that holds nothing but rules")));
        }
    }
}
