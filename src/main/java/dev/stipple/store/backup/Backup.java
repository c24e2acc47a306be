package dev.stipple.store.backup;

import dev.stipple.store.Columns;
import dev.stipple.store.Database;
import dev.stipple.store.keys.Keys;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole database as one file that either kind of database takes: a zip with a file of JSON Lines a table, whatever
 * tables there are, and the keys of the database sealed with the master key. What is sealed stays sealed.
 */
public final class Backup {
    static final String KEYS = "keys";
    static final String CONTENTS = "contents.json";
    static final String ENDING = ".jsonl";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final Keys keys;
    private final InstantSource clock;

    public Backup(Database database, Keys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Writes one state of all tables, while the service may go on.
     *
     * @throws UncheckedIOException where it cannot be written
     */
    public Contents write(OutputStream out) {
        var snapshot = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        Contents contents = snapshot.execute(status -> {
            try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                return write(zip);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (contents == null) {
            throw new IllegalStateException("a transaction gave nothing");
        }
        return contents;
    }

    private Contents write(ZipOutputStream zip) throws IOException {
        Instant taken = clock.instant();
        List<String> tables = Schema.tables();
        // The first row read fixes the state that is written; the keys of that state are there before and after it.
        keys.refresh();
        var sealed = new LinkedHashSet<>(keys.forBackup());
        database.sql().sql("select 1 from key_state").query().listOfRows();
        keys.refresh();
        sealed.addAll(keys.forBackup());
        entry(zip, KEYS, String.join("\n", sealed).getBytes(StandardCharsets.US_ASCII));
        var rows = new LinkedHashMap<String, Long>();
        for (String table : tables) {
            zip.putNextEntry(new ZipEntry(table + ENDING));
            rows.put(table, write(table, zip));
            zip.closeEntry();
        }
        var contents = new Contents(taken, rows);
        entry(zip, CONTENTS, JSON.writeValueAsBytes(contents));
        return contents;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private long write(String table, OutputStream out) {
        var rows = new long[1];
        database.untimedSql()
                .sql("select * from " + table)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    var values = new LinkedHashMap<>(Columns.of(row));
                    values.replaceAll((column, value) -> json(value));
                    try {
                        out.write(JSON.writeValueAsBytes(values));
                        out.write('\n');
                        rows[0]++;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return rows[0];
    }

    private static @Nullable Object json(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return Map.of("bytes", Base64.getEncoder().encodeToString(bytes));
        }
        return value instanceof Instant time ? Map.of("time", time.toString()) : value;
    }
}
