package dev.stipple.cli.batch;

import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices what is called as somebody before it. Of an id it keeps a digest of 64 bits, in a hash table with open addressing: 16
 * bytes an id, and of {@value #MOST} at most.
 */
final class SeenIds {
    /** How many ids are known again; 64 MiB hold them. */
    static final int MOST = 4_000_000;

    private static final int TOLD = 10;
    private static final int FIRST_SIZE = 1 << 12;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** The size is a power of two, at least half of it is empty, and 0 marks an empty place. */
    private long[] seen = new long[FIRST_SIZE];

    private int count;
    private boolean forgotten;
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
        if (wasSeen(digest(person.id()))) {
            again++;
            if (lines.size() < TOLD) {
                lines.add("line " + person.line() + ": the id " + person.id() + " was there before");
            }
        }
    }

    private boolean wasSeen(long digest) {
        int place = place(seen, digest);
        if (seen[place] != 0) {
            return true;
        }
        if (count == MOST) {
            forgotten = true;
            return false;
        }
        seen[place] = digest;
        count++;
        if (count > seen.length / 2) {
            grow();
        }
        return false;
    }

    private void grow() {
        var larger = new long[2 * seen.length];
        for (long each : seen) {
            if (each != 0) {
                larger[place(larger, each)] = each;
            }
        }
        seen = larger;
    }

    /** Where it stands, or the empty place where it would. */
    private static int place(long[] table, long digest) {
        int place = (int) (digest ^ (digest >>> Integer.SIZE)) & (table.length - 1);
        while (table[place] != 0 && table[place] != digest) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    /** Whose ids were there before, the first few of them by line; empty where nobody's was. */
    List<String> told() {
        var told = new ArrayList<>(lines);
        if (again > lines.size()) {
            told.add("and " + (again - lines.size()) + " more");
        }
        if (forgotten) {
            told.add("only the first " + MOST + " ids were looked for in later lines");
        }
        return List.copyOf(told);
    }

    private static long digest(String id) {
        long digest = FNV_OFFSET;
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            digest = (digest ^ (each & 0xff)) * FNV_PRIME;
        }
        return digest == 0 ? 1 : digest;
    }
}
