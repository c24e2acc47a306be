package dev.stipple.screening.rows;

import dev.stipple.screening.kept.Contact;
import dev.stipple.store.Database;
import dev.stipple.store.Unreadable;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.renewal.Survivors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wraps the keys of people anew, and makes what they are found by anew from what is sealed with them. */
public final class SurvivingPeople implements Survivors {
    private static final Logger LOG = LoggerFactory.getLogger(SurvivingPeople.class);
    private static final String SPOILT = "While keys were renewed: {}";

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Person(
            String reference,
            byte[] wrapped,
            byte[] contact,
            @Nullable PersonKey key) {}

    private final JdbcClient sql;
    private final Keys keys;

    public SurvivingPeople(Database database, Keys keys) {
        this.sql = database.sql();
        this.keys = keys;
    }

    @Override
    public int wrapAnew(Generation generation, List<String> before, int most) {
        List<Person> people = sql.sql("select reference, generation, wrapped_key, consent, contact, exists (select 1"
                        + " from audit where subject = reference and action = :action) as erased from screening"
                        + " where generation in (:before) order by generation, reference limit :most for update")
                .param("action", Action.ERASED.name())
                .param("before", before)
                .param("most", most)
                .query((row, line) -> new Person(
                        row.getString("reference"), row.getBytes("wrapped_key"), row.getBytes("contact"), key(row)))
                .list();
        for (Person person : people) {
            wrapAnew(generation, person);
        }
        return people.size();
    }

    /** None of somebody who was erased and put back: it goes with the generation that it was wrapped by. */
    private @Nullable PersonKey key(ResultSet row) throws SQLException {
        if (row.getBoolean("erased")) {
            LOG.error(
                    SPOILT, "the key of screening " + row.getString("reference") + " was put back after it was erased");
            return null;
        }
        try {
            return PersonKey.of(keys, row);
        } catch (Unreadable e) {
            LOG.error(SPOILT, e.getMessage());
            return null;
        }
    }

    private void wrapAnew(Generation generation, Person person) {
        byte[] wrapped = person.wrapped();
        PersonKey key = person.key();
        if (key != null) {
            wrapped = key.wrapped(generation);
            try {
                findByAnew(generation, key, SealedColumns.contact(key, person.contact()));
            } catch (Unreadable e) {
                LOG.error(SPOILT, e.getMessage());
            }
        }
        sql.sql("update screening set generation = ?, wrapped_key = ? where reference = ?")
                .params(generation.id(), wrapped, person.reference())
                .update();
    }

    private void findByAnew(Generation generation, PersonKey key, Contact contact) {
        sql.sql("delete from search_term where reference = ?")
                .param(key.owner())
                .update();
        new SearchTerms(generation).insert(sql, key.owner(), contact);
        sql.sql("select fingerprint, request from idempotency where reference = ?")
                .param(key.owner())
                .query((row, line) -> List.of(
                        Retries.retry(key, row.getBytes("request")).fingerprint(generation),
                        row.getString("fingerprint")))
                .list()
                .forEach(each -> sql.sql("update idempotency set fingerprint = ? where fingerprint = ?")
                        .params(each)
                        .update());
    }
}
