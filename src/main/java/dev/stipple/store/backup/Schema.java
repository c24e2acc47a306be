package dev.stipple.store.backup;

import dev.stipple.store.Database;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Which tables are Stipple's, as a database says that holds nothing else. */
final class Schema {
    /** What the tool that makes the tables notes for itself. */
    private static final String HISTORY = "flyway_schema_history";

    private Schema() {}

    /** Every table, one that others refer to before those; without what somebody else keeps in the same database. */
    static List<String> tables() {
        try (Connection connection = fresh().source().getConnection()) {
            var refersTo = new TreeMap<String, Set<String>>();
            DatabaseMetaData schema = connection.getMetaData();
            for (String table : names(schema.getTables(null, connection.getSchema(), null, types()), "TABLE_NAME")) {
                if (!table.equals(HISTORY)) {
                    refersTo.put(
                            table, names(schema.getImportedKeys(null, connection.getSchema(), table), "PKTABLE_NAME"));
                }
            }
            List<String> tables = ordered(refersTo);
            try (var shutdown = connection.createStatement()) {
                shutdown.execute("shutdown");
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database fresh() throws SQLException {
        return Database.connect(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1",
                "sa",
                "");
    }

    private static String[] types() {
        return new String[] {"TABLE", "BASE TABLE"};
    }

    private static Set<String> names(ResultSet rows, String column) throws SQLException {
        var names = new LinkedHashSet<String>();
        while (rows.next()) {
            names.add(rows.getString(column));
        }
        return names;
    }

    private static List<String> ordered(Map<String, Set<String>> refersTo) {
        var ordered = new LinkedHashSet<String>();
        while (ordered.size() < refersTo.size()) {
            int before = ordered.size();
            refersTo.forEach((table, others) -> {
                if (ordered.containsAll(others)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("the tables besides " + ordered + " refer to each other");
            }
        }
        return List.copyOf(ordered);
    }
}
