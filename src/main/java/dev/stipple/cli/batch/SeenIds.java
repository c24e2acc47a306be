package dev.stipple.cli.batch;

import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notices what is called as somebody before it. Of an id it keeps a digest of 64 bits. */
final class SeenIds {
    private static final int TOLD = 10;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Set<Long> seen = new HashSet<>();
    private final List<String> lines = new ArrayList<>();
    private long again;

    /** What somebody is called, and where. */
    record Named(long line, String id) {
        static Named of(AnswersFile.Row row) {
            try {
                return new Named(row.line(), AnswersFile.id(row.read()).orElse(Long.toString(row.line())));
            } catch (StrictJson.Malformed | BrokenTable | InvalidAnswers e) {
                return new Named(row.line(), Long.toString(row.line()));
            }
        }
    }

    void add(Named person) {
        if (!seen.add(digest(person.id()))) {
            again++;
            if (lines.size() < TOLD) {
                lines.add("line " + person.line() + ": the id " + person.id() + " was there before");
            }
        }
    }

    /** Whose ids were there before, the first few of them by line; empty where nobody's was. */
    List<String> told() {
        var told = new ArrayList<>(lines);
        if (again > lines.size()) {
            told.add("and " + (again - lines.size()) + " more");
        }
        return List.copyOf(told);
    }

    private static long digest(String id) {
        long digest = FNV_OFFSET;
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            digest = (digest ^ (each & 0xff)) * FNV_PRIME;
        }
        return digest;
    }
}
