package dev.stipple.store.audit;

import dev.stipple.store.Database;
import dev.stipple.store.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The end of the log: the number and the seal of its newest entry, under a seal of its own. */
final class AuditHead {
    private static final String PURPOSE = "head";
    private static final String READ = "select number, seal, proof from audit_head where id = 1";
    private static final int BATCH = 500;

    /** Where the log goes on. */
    record End(long number, String seal) {
        static final End START = new End(0, "");

        private byte[] text() {
            return (number + " " + seal).getBytes(StandardCharsets.UTF_8);
        }
    }

    private record Noted(End end, String proof) {}

    private final Database database;
    private final Keys keys;

    AuditHead(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** The end as it is noted; empty where nobody with the keys noted it so. */
    Optional<End> noted() {
        return right(read(READ));
    }

    /** The same; nobody else adds an entry until the transaction under way ends. */
    Optional<End> locked() {
        return right(read(READ + " for update"));
    }

    private Optional<Noted> read(String query) {
        return database.sql()
                .sql(query)
                .query((row, line) ->
                        new Noted(new End(row.getLong("number"), row.getString("seal")), row.getString("proof")))
                .optional();
    }

    private Optional<End> right(Optional<Noted> noted) {
        return noted.filter(
                        each -> keys.isSeal(each.proof(), PURPOSE, each.end().text())
                                || (each.end().equals(End.START) && isEmpty()))
                .map(Noted::end);
    }

    private boolean isEmpty() {
        return database.sql()
                .sql("select 1 from audit limit 1")
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    void note(End end) {
        String proof = keys.seal(PURPOSE, end.text());
        int noted = database.sql()
                .sql("update audit_head set number = ?, seal = ?, proof = ? where id = 1")
                .params(end.number(), end.seal(), proof)
                .update();
        if (noted == 0) {
            database.sql()
                    .sql("insert into audit_head (id, number, seal, proof) values (1, ?, ?, ?)")
                    .params(end.number(), end.seal(), proof)
                    .update();
        }
    }

    /** The newest entry that was sealed with the keys. */
    End newestThatHolds() {
        for (long skipped = 0; ; skipped += BATCH) {
            List<AuditEntry> entries = database.sql()
                    .sql("select * from audit order by number desc, seal limit ? offset ?")
                    .params(BATCH, skipped)
                    .query((row, line) -> AuditEntry.of(row))
                    .list();
            Optional<End> found = entries.stream()
                    .filter(each -> each.holds(keys))
                    .findFirst()
                    .map(each -> new End(each.number(), each.seal()));
            if (found.isPresent() || entries.isEmpty()) {
                return found.orElse(End.START);
            }
        }
    }
}
