package dev.stipple.screening.rows;

import dev.stipple.screening.kept.Contact;
import dev.stipple.store.Database;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.renewal.Survivors;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wraps the keys of people anew, and makes what they are found by anew from what is sealed with them. */
public final class SurvivingPeople implements Survivors {
    private static final Logger LOG = LoggerFactory.getLogger(SurvivingPeople.class);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Person(String reference, String generation, byte[] wrapped, byte[] contact) {}

    private final JdbcClient sql;
    private final Keys keys;

    public SurvivingPeople(Database database, Keys keys) {
        this.sql = database.sql();
        this.keys = keys;
    }

    @Override
    public int wrapAnew(Generation generation, List<String> before, int most) {
        List<Person> people = sql.sql("select reference, generation, wrapped_key, contact from screening"
                        + " where generation in (:before) order by generation, reference limit :most for update")
                .param("before", before)
                .param("most", most)
                .query((row, line) -> new Person(
                        row.getString("reference"),
                        row.getString("generation"),
                        row.getBytes("wrapped_key"),
                        row.getBytes("contact")))
                .list();
        for (Person person : people) {
            wrapAnew(generation, person);
        }
        return people.size();
    }

    private void wrapAnew(Generation generation, Person person) {
        byte[] wrapped = person.wrapped();
        try {
            var key = PersonKey.unwrap(keys.generation(person.generation()), person.reference(), wrapped);
            wrapped = key.wrapped(generation);
            findByAnew(generation, key, ScreeningRows.contact(key, person.contact()));
        } catch (Unreadable e) {
            LOG.error("While keys were renewed: {}", e.getMessage());
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
