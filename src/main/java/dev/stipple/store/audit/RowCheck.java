package dev.stipple.store.audit;

import dev.stipple.store.Database;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PasskeyRows;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.store.keys.Subject;
import dev.stipple.text.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds every sealed row to its seal, and the rows of every subject to what the log says was done to it. */
final class RowCheck {
    private static final int BATCH = 200;
    private static final int MOST_ROWS = 3;
    private static final String NOT_AS_WRITTEN = " is not as it was written";

    private final Database database;
    private final Keys keys;
    private final RowSeals seals;
    private final Faults faults;

    RowCheck(Database database, Keys keys, Faults faults) {
        this.database = database;
        this.keys = keys;
        this.seals = new RowSeals(database, keys);
        this.faults = faults;
    }

    void run() {
        for (Subject kind : Subject.values()) {
            String last = "";
            for (List<String> names = behind(kind, last); !names.isEmpty(); names = behind(kind, last)) {
                check(kind, names);
                last = names.get(names.size() - 1);
            }
            if (kind != Subject.KEY_STATE) {
                gone(kind);
            }
        }
        if (behind(Subject.KEY_STATE, "").isEmpty()) {
            faults.add("rows of key_state that are gone", "the row of key_state " + Subject.KEY_STATE_ROW + " is gone");
        }
        rulebooks();
        outbox();
        passkeys();
    }

    /** Events that are still to be sent; one that is not as it was written is sent to nobody. */
    private void outbox() {
        database.sql()
                .sql("select * from outbox order by id, receiver")
                .withFetchSize(BATCH)
                .query(row -> {
                    if (!seals.holds(SealedTable.OUTBOX, row)) {
                        faults.add(
                                "rows of outbox that are not as they were written",
                                "the row of " + RowSeals.name(SealedTable.OUTBOX, row) + NOT_AS_WRITTEN);
                    }
                });
    }

    /** The rules that something was decided on, and others, which are of no use but told too. */
    private void rulebooks() {
        var used = new TreeSet<>(names("select distinct rulebook from revision"));
        for (String digest : names("select digest from rulebook order by digest")) {
            boolean needed = used.remove(digest);
            database.sql()
                    .sql("select * from rulebook where digest = ?")
                    .param(digest)
                    .query((row, line) -> seals.holds(SealedTable.RULEBOOK, row))
                    .optional()
                    .filter(holds -> !holds)
                    .ifPresent(altered -> faults.add(
                            "rows of rulebook that are not as they were written"
                                    + (needed ? "" : ", and that no revision names"),
                            "the row of rulebook " + digest + NOT_AS_WRITTEN));
        }
        used.forEach(digest -> faults.add(
                "rows of rulebook that are gone",
                "the row of rulebook " + digest + " is gone, though a revision names it"));
    }

    private List<String> names(String query) {
        return database.sql().sql(query).query(String.class).list();
    }

    private void passkeys() {
        Map<String, String> sealed = new TreeMap<>();
        database.sql()
                .sql("select name, passkeys from account union all select name, '' from user_entities"
                        + " where not exists (select 1 from account where account.name = user_entities.name)")
                .query((row, line) -> sealed.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), "")))
                .list();
        sealed.forEach((name, digest) -> {
            if (!digest.equals(Objects.requireNonNullElse(PasskeyRows.digest(database, name), ""))) {
                faults.add(
                        "accounts whose passkeys are not those that they were given",
                        "the passkeys of account " + name + " are not those that it was given");
            }
        });
    }

    private List<String> behind(Subject kind, String last) {
        String key = key(kind);
        return database.sql()
                .sql("select " + key + " from " + table(kind) + " where " + key + " > ? order by " + key + " limit ?")
                .params(last, BATCH)
                .query(String.class)
                .list();
    }

    private void check(Subject kind, List<String> names) {
        var states = new HashMap<String, String>();
        var altered = new HashMap<String, List<String>>();
        for (SealedTable table : kind.tables()) {
            database.sql()
                    .sql("select * from " + table.table() + " where " + key(kind) + " in (:names) order by "
                            + String.join(", ", table.keys()))
                    .param("names", names)
                    .query((row, line) -> {
                        if (table == SealedTable.SCREENING) {
                            personKey(row);
                        }
                        String name = row.getString(key(kind));
                        if (!seals.holds(table, row)) {
                            altered.computeIfAbsent(name, any -> new ArrayList<>())
                                    .add(RowSeals.name(table, row));
                        }
                        return states.merge(name, RowSeals.digest(table, row), String::concat);
                    })
                    .list();
            if (table == SealedTable.UPLOAD) {
                contents(names, altered);
            }
        }
        Map<String, AuditEntry> entries = newest(kind, names);
        for (String name : names) {
            check(kind, name, altered.getOrDefault(name, List.of()), states.getOrDefault(name, ""), entries.get(name));
        }
    }

    /** What people sent stands beside the row whose seal holds its digest. It may be large, so that one is read at a time. */
    private void contents(List<String> references, Map<String, List<String>> altered) {
        record File(String reference, int number, String digest) {}
        List<File> files = database.sql()
                .sql("select reference, number, digest from upload where reference in (:names) order by reference,"
                        + " number")
                .param("names", references)
                .query((row, line) -> new File(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
        for (File file : files) {
            boolean holds = database.sql()
                    .sql("select content from upload_content where reference = ? and number = ?")
                    .params(file.reference(), file.number())
                    .query((row, line) -> Digest.of(row.getBytes(1)).equals(file.digest()))
                    .optional()
                    .orElse(false);
            if (!holds) {
                altered.computeIfAbsent(file.reference(), any -> new ArrayList<>())
                        .add("upload_content " + file.reference() + " " + file.number());
            }
        }
    }

    /** Forged rows are of another kind than altered ones, so that many of them crowd out none that people are kept in. */
    private void check(Subject kind, String name, List<String> altered, String state, @Nullable AuditEntry entry) {
        boolean forged = entry == null && kind != Subject.KEY_STATE;
        if (forged) {
            faults.add(
                    rows(kind) + " that nothing in the log made",
                    kind.word() + " " + name + " was made by nothing that is in the log");
        }
        String which = rows(kind) + (forged ? " that nobody made" : " that are not as they were written");
        altered.stream().limit(MOST_ROWS).forEach(row -> faults.add(which, "the row of " + row + NOT_AS_WRITTEN));
        if (altered.size() > MOST_ROWS) {
            faults.add(which, altered.size() + " rows of " + kind.word() + " " + name + " in all are not");
        }
        if (entry != null && altered.isEmpty() && !RowSeals.digest(state).equals(entry.state())) {
            faults.add(
                    rows(kind) + " that are not as the log left them",
                    "the rows of " + kind.word() + " " + name + " are not as entry " + said(entry) + " left them");
        }
    }

    private static String rows(Subject kind) {
        return "rows of " + kind.word();
    }

    private void personKey(ResultSet row) throws SQLException {
        try {
            PersonKey.of(keys, row);
        } catch (Unreadable e) {
            faults.add(
                    "keys of screenings that were altered, taken away, or put back",
                    "the key of screening " + row.getString("reference")
                            + " was altered, taken away, or put back after it was erased");
        }
    }

    /** What the log left there and is not there. */
    private void gone(Subject kind) {
        List<String> names = database.sql()
                .sql("select distinct subject from audit where kind = ? and not exists (select 1 from " + table(kind)
                        + " where " + key(kind) + " = audit.subject)")
                .param(kind.word())
                .query(String.class)
                .list();
        for (int from = 0; from < names.size(); from += BATCH) {
            newest(kind, names.subList(from, Math.min(names.size(), from + BATCH))).values().stream()
                    .filter(entry -> !entry.state().isEmpty())
                    .forEach(entry -> faults.add(
                            rows(kind) + " that are gone",
                            kind.word() + " " + entry.subject() + " is gone, though entry " + said(entry)
                                    + " left it there"));
        }
    }

    private static String said(AuditEntry entry) {
        return entry.number() + " (" + entry.action() + " by " + entry.actor() + ")";
    }

    /** The last entries that wrote rows of these subjects. */
    private Map<String, AuditEntry> newest(Subject kind, List<String> names) {
        var newest = new TreeMap<String, AuditEntry>();
        database
                .sql()
                .sql("select * from audit where subject in (:names) and kind = :kind order by number")
                .param("names", names)
                .param("kind", kind.word())
                .query((row, line) -> AuditEntry.of(row))
                .list()
                .stream()
                .filter(entry -> entry.holds(keys))
                .forEach(entry -> newest.put(entry.subject(), entry));
        return newest;
    }

    private static String table(Subject kind) {
        return kind.tables().get(0).table();
    }

    private static String key(Subject kind) {
        return kind.tables().get(0).keys().get(0);
    }
}
