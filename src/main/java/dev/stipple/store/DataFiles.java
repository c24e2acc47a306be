package dev.stipple.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a database that lies in a folder of ours; none for one that is elsewhere. */
public final class DataFiles {
    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");

    private static final String DATABASE = ".mv.db";

    private final List<Path> bases;

    private DataFiles(List<Path> bases) {
        this.bases = bases;
    }

    /**
     * The files of a database.
     *
     * @param url as JDBC has it
     */
    public static DataFiles of(String url) {
        Matcher file = H2_FILE.matcher(url);
        return new DataFiles(
                file.matches()
                        ? List.of(Path.of(file.group(1).replaceFirst("^~", System.getProperty("user.home")))
                                .toAbsolutePath())
                        : List.of());
    }

    /** The file that would be the database and is not there; empty where the database is elsewhere, or there. */
    public Optional<Path> missing() {
        return bases.stream()
                .map(base -> file(base, DATABASE))
                .filter(file -> !Files.exists(file) || isEmpty(file))
                .findFirst();
    }

    /** Makes the folder, where there is none, and in it a file for the database to fill, for their owner alone. */
    public void make() {
        for (Path base : bases) {
            PrivateFiles.folder(base.resolveSibling(".").normalize());
            Path file = file(base, DATABASE);
            if (Files.notExists(file)) {
                make(file);
            }
        }
    }

    private static void make(Path file) {
        try {
            PrivateFiles.open(file).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes from others what they may do with the files that are there. */
    public void keepToOwner() {
        for (Path base : bases) {
            for (String ending : List.of(DATABASE, ".trace.db")) {
                PrivateFiles.keepToOwner(file(base, ending));
            }
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path base, String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }
}
