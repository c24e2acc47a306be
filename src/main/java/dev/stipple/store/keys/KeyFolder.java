package dev.stipple.store.keys;

import dev.stipple.store.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The folder of the files of keys: one for each database, with a line for each master key that opens it. All services on a
 * database share the folder.
 */
final class KeyFolder {
    private static final String ENDING = ".keys";
    private static final int TRIES = 5;
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path folder;
    private final MasterKeys masters;

    KeyFolder(Path folder, MasterKeys masters) {
        this.folder = folder;
        this.masters = masters;
    }

    Path file(String database) {
        return folder.resolve(database + ENDING);
    }

    /**
     * The keys of a database; empty where there is no file of them.
     *
     * @throws InvalidKey where the master key does not open the file
     */
    Optional<Ring> read(String database) {
        for (int tried = 1; ; tried++) {
            Optional<String> text = text(file(database));
            Optional<Ring> ring = text.flatMap(each -> opened(each.lines().toList()));
            if (ring.isPresent() || text.isEmpty()) {
                return ring;
            }
            // The file, or the one of the master key, may just have been replaced.
            if (tried == TRIES) {
                throw new InvalidKey("The master key does not open " + file(database)
                        + "; give stipple.key or the key file that belongs to this database.");
            }
        }
    }

    /** When the file of a database last changed, for noticing that it has. */
    String state(String database) {
        try {
            return Files.getLastModifiedTime(file(database)) + " " + Files.getAttribute(file(database), "unix:ino");
        } catch (IOException e) {
            return "";
        }
    }

    /** Makes the file of a new database, and the master key where there is none yet. */
    void create(String database, Ring ring) {
        locked(() -> {
            masters.makeFirst();
            writeUnderLock(database, ring);
        });
    }

    void change(String database, UnaryOperator<Ring> change) {
        locked(() -> writeUnderLock(database, change.apply(read(database).orElseThrow())));
    }

    private void writeUnderLock(String database, Ring ring) {
        byte[] lines = String.join("\n", sealed(ring)).getBytes(StandardCharsets.US_ASCII);
        PrivateFiles.replace(file(database), lines);
    }

    void remove(String database) {
        locked(() -> PrivateFiles.destroy(file(database)));
    }

    /** Destroys what a process that was killed while it wrote has left. */
    void tidy() {
        if (Files.isDirectory(folder)) {
            locked(() -> {
                masters.tidy();
                databases().forEach(each -> PrivateFiles.tidy(file(each)));
            });
        }
    }

    /**
     * Lets a new master key take over, if one waits beside the file of the old one: every file is first sealed with both
     * keys, then the old key is destroyed, then every file is sealed with the new one alone. Cut short anywhere, either key
     * opens what is there. Each file also gets a new generation and a new seal, so that what the old key opened is of no use
     * any more.
     *
     * @return whether it has
     */
    boolean takeNextMaster() {
        if (!masters.hasNext()) {
            return false;
        }
        locked(() -> {
            if (masters.hasNext()) {
                databases().forEach(each -> sealAnew(each, KeyFolder::renewed));
                masters.takeNext();
                databases().forEach(each -> sealAnew(each, UnaryOperator.identity()));
            }
        });
        return true;
    }

    /** Seals the file of a database with the keys of the settings, where they have changed. */
    void takeSettings(String database) {
        List<MasterKey> keys = masters.read();
        List<String> lines = lines(database);
        if (masters.areSet() && !lines.isEmpty()) {
            boolean newest = keys.get(0).open(decoded(lines.get(0))).isPresent();
            if (!newest || lines.size() > keys.size()) {
                locked(() -> sealAnew(database, newest ? UnaryOperator.identity() : KeyFolder::renewed));
            }
        }
    }

    private static Ring renewed(Ring ring) {
        return ring.withGeneration().withSeal();
    }

    private void sealAnew(String database, UnaryOperator<Ring> change) {
        opened(lines(database)).ifPresent(ring -> writeUnderLock(database, change.apply(ring)));
    }

    private List<String> lines(String database) {
        return text(file(database)).map(text -> text.lines().toList()).orElse(List.of());
    }

    private List<String> databases() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> Objects.toString(each.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys that these lines hold, if a master key opens one of them. */
    Optional<Ring> opened(List<String> lines) {
        List<MasterKey> keys = masters.read();
        return lines.stream()
                .flatMap(line -> keys.stream().map(key -> key.open(decoded(line))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A line for each master key. */
    List<String> sealed(Ring ring) {
        return masters.read().stream()
                .map(key -> Base64.getEncoder().encodeToString(key.seal(ring)))
                .toList();
    }

    private static byte[] decoded(String line) {
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void locked(Runnable work) {
        PrivateFiles.folder(folder);
        synchronized (IN_THIS_PROCESS) {
            try (var channel = PrivateFiles.open(folder.resolve("lock"));
                    var lock = channel.lock()) {
                if (lock.isValid()) {
                    work.run();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
