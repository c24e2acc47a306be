package dev.stipple.store.audit;

import dev.stipple.store.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of seals, a line each time one is noted, by which a log that was cut off later shows. */
public final class SealNotes {
    /**
     * A seal that was noted.
     *
     * @param where for which entry, when and in which file
     */
    public record Noted(String seal, String where) {}

    private final Path file;

    public SealNotes(Path file) {
        this.file = file;
    }

    /** Notes a seal, unless it is the last one noted. Another one may be noted at the same moment. */
    public synchronized void note(Instant at, AuditLog.Newest newest) throws IOException {
        String entry = newest.number() + " " + newest.seal();
        List<String> lines = lines();
        if (!lines.isEmpty() && lines.get(lines.size() - 1).endsWith(" " + entry)) {
            return;
        }
        PrivateFiles.append(file, (at + " " + entry + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Every seal that was noted, with where and when. */
    public Map<String, String> read() throws IOException {
        var noted = new LinkedHashMap<String, String>();
        lines().forEach(line -> noted(line).ifPresent(each -> noted.put(each.seal(), each.where())));
        return noted;
    }

    /** The seal that was noted last. */
    public Optional<Noted> newest() throws IOException {
        return lines().stream().map(this::noted).flatMap(Optional::stream).reduce((before, last) -> last);
    }

    /** Empty where the line was cut short, or nothing was in the log yet. */
    private Optional<Noted> noted(String line) {
        String[] word = line.split(" ", -1);
        return word.length == 3 && !word[2].isEmpty()
                ? Optional.of(new Noted(word[2], "noted for entry " + word[1] + " at " + word[0] + " in " + file))
                : Optional.empty();
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}
