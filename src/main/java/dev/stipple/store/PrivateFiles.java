package dev.stipple.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that their owner alone can open. A file is replaced in one step, so that it is there whole or as it was
 * before, whatever happens meanwhile; what it held before is overwritten with zeros, as far as the file system writes in
 * place.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final String WRITTEN = ".new";
    private static final String BEFORE = ".old";

    private PrivateFiles() {}

    /** Makes a folder, and those above it, where there is none. */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a new file; fails where there is one. */
    public static void create(Path file, byte[] content) throws IOException {
        folder(parent(file));
        write(file, content);
    }

    /** Writes at the end of a file, which is made where there is none. */
    public static void append(Path file, byte[] content) throws IOException {
        folder(parent(file));
        write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Takes from others what they may do with a file, if it is there. */
    public static void keepToOwner(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Files.setPosixFilePermissions(file, FILE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file, or replaces what it holds. Nobody else may replace it at the same time. */
    public static void replace(Path file, byte[] content) {
        try {
            folder(parent(file));
            tidy(file);
            Path written = beside(file, WRITTEN);
            write(written, content);
            take(file, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts one file into the place of another, which is destroyed. */
    public static void replace(Path file, Path by) {
        try {
            tidy(file);
            take(file, by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(Path file, Path by) throws IOException {
        if (Files.exists(file)) {
            Files.createLink(beside(file, BEFORE), file);
        }
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
        force(parent(file));
        tidy(file);
    }

    /** Destroys what a replacement that was cut short has left. */
    public static void tidy(Path file) {
        destroy(beside(file, WRITTEN));
        Path before = beside(file, BEFORE);
        try {
            if (Files.exists(before) && Files.exists(file) && Files.isSameFile(before, file)) {
                Files.delete(before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        destroy(before);
    }

    /** Overwrites a file with zeros and deletes it, if it is there. */
    public static void destroy(Path file) {
        if (Files.notExists(file)) {
            return;
        }
        try {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate((int) channel.size()), 0);
                channel.force(true);
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a file for writing, which is made where there is none. */
    public static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(FILE));
    }

    private static void write(Path file, byte[] content) throws IOException {
        write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void write(Path file, byte[] content, OpenOption... how) throws IOException {
        try (var channel = FileChannel.open(file, Set.of(how), PosixFilePermissions.asFileAttribute(FILE))) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is no file");
        }
        return parent;
    }
}
