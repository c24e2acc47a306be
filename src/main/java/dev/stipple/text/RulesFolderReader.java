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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads one rules folder, and no more of it than a service can bear that has other work. */
final class RulesFolderReader {
    /** How many bytes a file may have; the largest shipped one has a tenth of that. */
    private static final int LARGEST = 1_000_000;

    /** How many bytes all files may have together; the shipped ones have a fifth of that. */
    private static final int LARGEST_TOGETHER = 8_000_000;

    private static final int MOST_FILES = 1_000;
    private static final List<String> ENDINGS = List.of(RulesFolder.RULES, ".yaml", ".md", ".sig");

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
        readPictures(folder.resolve(RulesFolder.PICTURES));
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
        if (name.equals(RulesFolder.PICTURES)) {
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
            faults.add(link(RulesFolder.PICTURES, "folder"));
            return;
        }
        entries(folder).forEach(file -> read(file, RulesFolder.PICTURES + "/", pictures));
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
