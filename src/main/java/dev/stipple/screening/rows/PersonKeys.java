package dev.stipple.screening.rows;

import dev.stipple.store.Database;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of many people at once, without those that are erased or were altered. */
final class PersonKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PersonKeys.class);

    private final JdbcClient sql;
    private final Keys keys;

    PersonKeys(Database database, Keys keys) {
        this.sql = database.sql();
        this.keys = keys;
    }

    Map<String, PersonKey> of(List<String> references) {
        var found = new HashMap<String, PersonKey>();
        sql.sql("select reference, generation, wrapped_key, consent from screening where reference in (:references)")
                .param("references", references)
                .query((ResultSet row) -> add(row, found));
        return found;
    }

    private void add(ResultSet row, Map<String, PersonKey> found) throws SQLException {
        try {
            PersonKey key = PersonKey.of(keys, row);
            if (key != null) {
                found.put(key.owner(), key);
            }
        } catch (Unreadable e) {
            LOG.error(e.getMessage());
        }
    }
}
