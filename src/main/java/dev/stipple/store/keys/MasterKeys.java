package dev.stipple.store.keys;

import dev.stipple.store.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the master key is: in a setting, or in a file. While it is being replaced there are two, and either opens what is
 * there; each reading looks anew.
 */
public final class MasterKeys {
    private static final String NEXT = ".next";
    private static final String MADE = "\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** How long a process takes to make a key at most. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final List<MasterKey> given;
    private final @Nullable Path file;

    private MasterKeys(List<MasterKey> given, @Nullable Path file) {
        this.given = given;
        this.file = file;
    }

    /**
     * The key of a setting.
     *
     * @param before the key that was used until now, where the setting has just been changed; empty otherwise
     * @throws InvalidKey where one of them is no key
     */
    public static MasterKeys of(String key, String before) {
        return new MasterKeys(
                Stream.of(key, before)
                        .filter(each -> !each.isEmpty())
                        .map(MasterKey::of)
                        .toList(),
                null);
    }

    /** The key in a file, which is made together with the first database. */
    public static MasterKeys inFile(Path file) {
        return new MasterKeys(List.of(), file);
    }

    /** Makes the file of the key where it has to be in one, and is not. */
    void makeFirst() {
        if (file != null && Files.notExists(file) && Files.notExists(next(file))) {
            create(file);
        }
    }

    /** The keys to seal with, the newest first. */
    List<MasterKey> read() {
        if (file == null) {
            return given;
        }
        List<MasterKey> keys = Stream.of(next(file), file)
                .filter(Files::exists)
                .map(MasterKeys::text)
                .map(MasterKey::of)
                .toList();
        if (keys.isEmpty()) {
            throw new InvalidKey("There is no key file " + file
                    + "; put it back, or name it with --stipple.key-file, or give the key itself as stipple.key.");
        }
        return keys;
    }

    /** Whether the key is in a setting. */
    boolean areSet() {
        return file == null;
    }

    /** Whether a new key waits beside the file of the old one. */
    public boolean hasNext() {
        return file != null && Files.exists(next(file));
    }

    /** Lets the new key take over; the one before is destroyed. */
    void takeNext() {
        if (file != null) {
            PrivateFiles.replace(file, next(file));
        }
    }

    /** Destroys what a replacement that was cut short has left; what another process makes at this moment stays. */
    void tidy() {
        if (file != null) {
            PrivateFiles.tidy(file);
            made(file).stream().filter(MasterKeys::isLeft).forEach(PrivateFiles::destroy);
        }
    }

    /** The files in which a first or a next key was made, before it took its place. */
    private static List<Path> made(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        String name = Pattern.quote(String.valueOf(file.getFileName())) + "(" + Pattern.quote(NEXT) + ")?" + MADE;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> String.valueOf(each.getFileName()).matches(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeft(Path made) {
        try {
            return Files.getLastModifiedTime(made)
                    .toInstant()
                    .isBefore(Instant.now().minus(LONGEST));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Puts a new key beside the one in the file, where it waits to take over.
     *
     * @return whether the key is in a file
     * @throws InvalidKey where there is no such file
     */
    public boolean makeNext() {
        if (file != null && read().size() == 1) {
            create(next(file));
        }
        return file != null;
    }

    private static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + NEXT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where another process is first, its key is used. */
    private static void create(Path file) {
        byte[] key = Secret.random().base64().getBytes(StandardCharsets.US_ASCII);
        Path made = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            PrivateFiles.create(made, key);
            try {
                // Appears whole or not at all, unlike a file that is still being written.
                Files.createLink(file, made);
            } finally {
                Files.delete(made);
            }
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
