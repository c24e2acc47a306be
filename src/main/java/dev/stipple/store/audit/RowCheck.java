package dev.stipple.store.audit;

import dev.stipple.store.Database;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PasskeyRows;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.store.keys.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Holds every sealed row to its seal, and the rows of every subject to what the log says was done to it. */
final class RowCheck {
    private static final int BATCH = 200;

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
        boolean gone = database.sql()
                .sql("select * from key_state")
                .query((row, line) -> isAltered(SealedTable.KEY_STATE, row))
                .list()
                .isEmpty();
        if (gone) {
            faults.add("the row of key_state 1 is gone");
        }
        for (Subject kind : Subject.values()) {
            String last = "";
            for (List<String> names = behind(kind, last); !names.isEmpty(); names = behind(kind, last)) {
                check(kind, names);
                last = names.get(names.size() - 1);
            }
            gone(kind);
        }
        passkeys();
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
                faults.add("the passkeys of account " + name + " are not those that it was given");
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
        var altered = new HashSet<String>();
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
                        states.merge(name, RowSeals.digest(table, row), String::concat);
                        return isAltered(table, row) && altered.add(name);
                    })
                    .list();
        }
        Map<String, AuditEntry> entries = newest(kind, names);
        for (String name : names) {
            AuditEntry entry = entries.get(name);
            if (entry == null) {
                faults.add(kind.word() + " " + name + " was made by nothing that is in the log");
            } else if (!altered.contains(name)
                    && !RowSeals.digest(states.getOrDefault(name, "")).equals(entry.state())) {
                faults.add(
                        "the rows of " + kind.word() + " " + name + " are not as entry " + said(entry) + " left them");
            }
        }
    }

    private void personKey(ResultSet row) throws SQLException {
        try {
            PersonKey.of(keys, row);
        } catch (Unreadable e) {
            faults.add("the key of screening " + row.getString("reference")
                    + " was altered, taken away, or put back after it was erased");
        }
    }

    private boolean isAltered(SealedTable table, ResultSet row) throws SQLException {
        boolean altered = !seals.holds(table, row);
        if (altered) {
            faults.add("the row of " + RowSeals.name(table, row) + " is not as it was written");
        }
        return altered;
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
                    .forEach(entry -> faults.add(kind.word() + " " + entry.subject() + " is gone, though entry "
                            + said(entry) + " left it there"));
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
