package dev.stipple.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a database that lies in a folder of ours; none for one that is elsewhere. */
public final class DataFiles {
    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");

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
                .map(base -> file(base, ".mv.db"))
                .filter(Files::notExists)
                .findFirst();
    }

    /** Makes the folder, where there is none, for its owner alone. */
    public void makeFolder() {
        bases.forEach(base -> PrivateFiles.folder(base.resolveSibling(".").normalize()));
    }

    /** Takes from others what they may do with the files that are there. */
    public void keepToOwner() {
        for (Path base : bases) {
            for (String ending : List.of(".mv.db", ".trace.db")) {
                PrivateFiles.keepToOwner(file(base, ending));
            }
        }
    }

    private static Path file(Path base, String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }
}
