package dev.stipple.store.backup;

import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty database from a backup; all of it or, where anything is wrong, nothing. */
public final class Restore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final Keys keys;
    private final AuditLog audit;
    private final InstantSource clock;

    public Restore(Database database, Keys keys, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reads a backup. Its keys are used until the service has replaced them by ones of this place.
     *
     * @throws InvalidBackup where the file is not a whole backup, or the database has screenings
     * @throws dev.stipple.store.keys.InvalidKey where it was taken under another master key
     */
    public Contents read(InputStream in) {
        return database.inTransaction(() -> {
            if (count("screening") > 0) {
                throw new InvalidBackup("This database keeps screenings; restore into an empty one.");
            }
            List<String> tables = Schema.tables();
            for (int table = tables.size() - 1; table >= 0; table--) {
                database.sql().sql("delete from " + tables.get(table)).update();
            }
            try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
                return fill(zip, tables);
            } catch (IOException | JacksonException e) {
                throw unreadable(e);
            }
        });
    }

    /**
     * Looks at the keys of a backup, before anything is made for it.
     *
     * @throws InvalidBackup where it is none
     * @throws dev.stipple.store.keys.InvalidKey where it was taken under another master key, or there is none
     */
    public static void check(InputStream in, MasterKeys masters) throws IOException {
        try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            Keys.check(masters, sealedKeys(zip));
        } catch (EOFException | ZipException e) {
            throw unreadable(e);
        }
    }

    private static List<String> sealedKeys(ZipInputStream zip) throws IOException {
        next(zip, Backup.KEYS);
        return new String(zip.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }

    private static InvalidBackup unreadable(Exception cause) {
        return new InvalidBackup("The backup cannot be read: " + cause.getMessage());
    }

    private Contents fill(ZipInputStream zip, List<String> tables) throws IOException {
        List<String> sealed = sealedKeys(zip);
        var rows = new TreeMap<String, Long>();
        for (String table : tables) {
            next(zip, table + Backup.ENDING);
            rows.put(table, fill(table, zip));
        }
        next(zip, Backup.CONTENTS);
        var contents = JSON.readValue(zip.readAllBytes(), Contents.class);
        if (!rows.equals(new TreeMap<>(contents.rows()))) {
            throw new InvalidBackup("This is not a whole backup: it says that it holds " + contents.rows() + " rows.");
        }
        if (zip.getNextEntry() != null) {
            throw new InvalidBackup("This is not a backup: it holds more than one does.");
        }
        keys.takeFromBackup(sealed, clock.instant());
        audit.addKeyState("restore", Action.RESTORED, "from a backup of " + contents.taken());
        return contents;
    }

    private static void next(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new InvalidBackup("This is not a whole backup: " + name + " is missing.");
        }
    }

    private long fill(String table, InputStream entry) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(entry, StandardCharsets.UTF_8));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        long filled = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            rows.add(JSON.readValue(line, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {}));
            filled++;
            if (rows.size() == ROWS_AT_ONCE) {
                insert(table, rows);
                rows.clear();
            }
        }
        insert(table, rows);
        return filled;
    }

    private void insert(String table, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(rows.get(0).keySet());
        if (!columns.stream().allMatch(column -> column.matches("[a-z_]+"))) {
            throw new InvalidBackup("This is not a backup: " + table + " has other columns.");
        }
        String values = String.join(", ", columns.stream().map(column -> "?").toList());
        new JdbcTemplate(database.source())
                .batchUpdate(
                        "insert into " + table + " (" + String.join(", ", columns) + ") values (" + values + ")",
                        rows.stream()
                                .map(row -> columns.stream()
                                        .map(column -> parameter(row.get(column)))
                                        .toArray())
                                .toList());
    }

    private static @Nullable Object parameter(@Nullable Object value) {
        if (value instanceof Map<?, ?> typed) {
            return typed.get("bytes") instanceof String bytes
                    ? Base64.getDecoder().decode(bytes)
                    : Instant.parse(String.valueOf(typed.get("time"))).atOffset(ZoneOffset.UTC);
        }
        return value;
    }

    private int count(String table) {
        return database.sql()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
