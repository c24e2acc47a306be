package dev.stipple.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole database as one file that either kind of database takes: a zip with a file of JSON Lines a table. What is
 * sealed stays sealed; the master key is not in it.
 */
public final class Backup {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROWS_AT_ONCE = 500;

    /** In the order in which rows can refer to each other. */
    private static final List<String> TABLES = List.of(
            "setting",
            "rulebook",
            "screening",
            "revision",
            "decision",
            "search_term",
            "idempotency",
            "audit",
            "audit_head",
            "account",
            "api_key");

    private final Database database;

    public Backup(Database database) {
        this.database = database;
    }

    /** Writes one state of all tables, while the service may go on; returns the number of screenings. */
    public int write(OutputStream out) {
        var snapshot = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        Integer screenings = snapshot.execute(status -> {
            try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                int rows = 0;
                for (String table : TABLES) {
                    zip.putNextEntry(new ZipEntry(table + ".jsonl"));
                    int written = write(table, zip);
                    rows = table.equals("screening") ? written : rows;
                    zip.closeEntry();
                }
                return rows;
            } catch (IOException e) {
                throw new InvalidBackup("The backup cannot be written: " + e.getMessage());
            }
        });
        return screenings == null ? 0 : screenings;
    }

    private int write(String table, OutputStream out) {
        var rows = new int[1];
        database.untimedSql()
                .sql("select * from " + table)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    try {
                        out.write(JSON.writeValueAsBytes(values(row)));
                        out.write('\n');
                        rows[0]++;
                    } catch (IOException e) {
                        throw new InvalidBackup("The backup cannot be written: " + e.getMessage());
                    }
                });
        return rows[0];
    }

    private static Map<String, @Nullable Object> values(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            values.put(columns.getColumnName(column), value(row, column));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof byte[] bytes) {
            return Map.of("bytes", Base64.getEncoder().encodeToString(bytes));
        }
        return value instanceof Timestamp || value instanceof OffsetDateTime
                ? Map.of(
                        "time",
                        row.getObject(column, OffsetDateTime.class).toInstant().toString())
                : value;
    }

    /**
     * Fills an empty database from a backup; all of it or, where anything is wrong, nothing.
     *
     * @return the number of screenings
     * @throws InvalidBackup where the file is not a whole backup, or the database has screenings
     */
    public int read(InputStream in) {
        return database.inTransaction(() -> {
            if (count("screening") > 0) {
                throw new InvalidBackup("This database keeps screenings; restore into an empty one.");
            }
            for (int table = TABLES.size() - 1; table >= 0; table--) {
                database.sql().sql("delete from " + TABLES.get(table)).update();
            }
            fill(in);
            return count("screening");
        });
    }

    private void fill(InputStream in) {
        try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (String table : TABLES) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null || !entry.getName().equals(table + ".jsonl")) {
                    throw new InvalidBackup("This is not a whole backup: " + table + " is missing.");
                }
                fill(table, zip);
            }
        } catch (IOException e) {
            throw new InvalidBackup("The backup cannot be read: " + e.getMessage());
        }
    }

    private void fill(String table, InputStream entry) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(entry, StandardCharsets.UTF_8));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            rows.add(JSON.readValue(line, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {}));
            if (rows.size() == ROWS_AT_ONCE) {
                insert(table, rows);
                rows.clear();
            }
        }
        insert(table, rows);
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
