package dev.stipple.store.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Somebody who has the files of a database, free space and logs of the database included, every file of keys, and the master
 * key; and who knows whom they look for.
 */
public final class Thief {
    /** How long the wrapped key of a person is, and that of a draft, which is wrapped twice. */
    private static final List<Integer> WRAPPED = List.of(60, 88);

    private final List<byte[]> files;
    private final List<Generation> generations;

    /**
     * Takes everything that is there.
     *
     * @param data the folder of the database, all of it
     * @param keys the folder of the files of keys, all of it
     */
    public Thief(Path data, Path keys, MasterKeys masters) {
        this.files = files(data).map(Thief::bytes).toList();
        this.generations =
                files(keys).flatMap(file -> generations(file, masters)).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Generation> generations(Path file, MasterKeys masters) {
        return new String(bytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .flatMap(line -> masters.read().stream().map(master -> opened(line, master)))
                .flatMap(Optional::stream)
                .flatMap(ring -> ring.generations().entrySet().stream())
                .map(each -> new Generation(each.getKey(), each.getValue()));
    }

    private static Optional<Ring> opened(String line, MasterKey master) {
        try {
            return master.open(Base64.getDecoder().decode(line.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public int generations() {
        return generations.size();
    }

    /** Every wrapped key of an owner that one of the keys opens, wherever it lies. */
    public List<byte[]> keysOf(String owner) {
        var opened = new ArrayList<byte[]>();
        for (byte[] file : files) {
            for (int at = 1; at < file.length; at++) {
                for (int length : WRAPPED) {
                    if (isLength(file[at - 1], length) && at + length <= file.length) {
                        byte[] wrapped = Arrays.copyOfRange(file, at, at + length);
                        generations.forEach(each -> each.unwrap(wrapped, owner).ifPresent(opened::add));
                    }
                }
            }
        }
        return opened;
    }

    /** Both databases write the length of short bytes before them, each in its way. */
    private static boolean isLength(byte before, int length) {
        int written = before & 0xFF;
        return written == length || written == ((length + 1) << 1 | 1);
    }

    /** Whether bytes that are made with one of the keys lie anywhere. */
    public boolean finds(Function<Generation, byte[]> made) {
        return generations.stream().map(made).anyMatch(this::finds);
    }

    /** Whether these bytes lie anywhere. */
    public boolean finds(byte[] wanted) {
        return files.stream().anyMatch(file -> contains(file, wanted));
    }

    private static boolean contains(byte[] file, byte[] wanted) {
        for (int at = 0; at + wanted.length <= file.length; at++) {
            int same = 0;
            while (same < wanted.length && file[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
