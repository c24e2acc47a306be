package dev.stipple.store;

import java.nio.charset.StandardCharsets;
import org.springframework.dao.DuplicateKeyException;

/** Holds a database to the master key that it was first used with, so that no other one is taken by mistake. */
final class KeyCheck {
    private static final String NAME = "key-check";

    private KeyCheck() {}

    static void check(Database database, MasterKey master) {
        var kept = database.sql()
                .sql("select content from setting where name = ?")
                .param(NAME)
                .query((row, line) -> row.getBytes("content"))
                .optional();
        if (kept.isPresent()) {
            byte[] unused = master.unwrap(kept.get(), NAME);
            return;
        }
        try {
            database.sql()
                    .sql("insert into setting (name, content) values (?, ?)")
                    .params(NAME, master.wrap(NAME.getBytes(StandardCharsets.UTF_8), NAME))
                    .update();
        } catch (DuplicateKeyException e) {
            check(database, master);
        }
    }
}
