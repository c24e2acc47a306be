package dev.stipple.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file itself, and no link to one: links are neither followed when a folder is read nor when a file is opened. */
public final class PlainFile {
    private PlainFile() {}

    /** Whether this is a file itself. */
    public static boolean is(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether this is a folder itself. */
    public static boolean isFolder(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The bytes of a file, and no more of them than that many.
     *
     * @throws IOException where it cannot be read or is a link
     */
    public static byte[] read(Path file, int most) throws IOException {
        if (!is(file)) {
            throw new NoSuchFileException(file.toString(), null, "this is not a plain file");
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        }
    }
}
