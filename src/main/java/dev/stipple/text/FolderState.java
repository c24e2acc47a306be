package dev.stipple.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The times and sizes of the files in a rules folder and in the folders in it: two differ where something was saved in between.
 * Compared now and then rather than waited for, as not every file system tells of changes.
 */
record FolderState(Map<String, String> files) {
    static FolderState of(Path folder) {
        var files = new TreeMap<String, String>();
        add(folder, files);
        List.copyOf(files.keySet()).stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .forEach(each -> add(each, files));
        return new FolderState(files);
    }

    private static void add(Path folder, Map<String, String> files) {
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> !file.getFileName().toString().startsWith(".")).forEach(file -> state(file, files));
        } catch (NoSuchFileException e) {
            // Nothing is there.
        } catch (IOException | UncheckedIOException e) {
            // A file in its place, say: that is a state as well, which whoever reads the folder can tell of.
            files.put(folder.toString(), "unreadable");
        }
    }

    private static void state(Path file, Map<String, String> files) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            files.put(
                    file.toString(),
                    attributes.isRegularFile() ? attributes.lastModifiedTime() + " " + attributes.size() : "no file");
        } catch (IOException e) {
            // Removed while looking, as editors do when they save: the next look tells.
            files.put(file.toString(), "gone");
        }
    }
}
