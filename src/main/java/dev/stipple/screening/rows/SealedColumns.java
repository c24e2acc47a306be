package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Agenda;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Leading;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.wording.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The columns of a screening in which something of the person is sealed. */
final class SealedColumns {
    static final String CONTACT = "contact";
    static final String CONSENT = "consent";
    static final String DECIDED = "decided";
    static final String AGENDA = "agenda";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LEADING = "leading ";

    private SealedColumns() {}

    static ScreeningRow row(Keys keys, ResultSet row) throws SQLException {
        PersonKey key = PersonKey.of(keys, row);
        return new ScreeningRow(
                new Reference(row.getString("reference")),
                row.getInt("version"),
                Times.instant(row, "received_at"),
                Times.instant(row, "changed_at"),
                Status.valueOf(row.getString("status")),
                new Language(row.getString("language")),
                key == null ? "" : key.open(row.getBytes("consent"), CONSENT),
                row.getInt("revision"),
                key == null ? Contact.NONE : contact(key, row.getBytes("contact")),
                key == null ? Agenda.EMPTY : agenda(key, row.getBytes(AGENDA)),
                key);
    }

    static byte[] sealed(PersonKey key, Contact contact) {
        return key.seal(JSON.writeValueAsString(contact), CONTACT);
    }

    static Contact contact(PersonKey key, byte[] sealed) {
        return JSON.readValue(key.open(sealed, CONTACT), Contact.class);
    }

    static byte[] sealed(PersonKey key, Agenda agenda) {
        return key.seal(JSON.writeValueAsString(agenda), AGENDA);
    }

    private static Agenda agenda(PersonKey key, byte[] sealed) {
        return JSON.readValue(key.open(sealed, AGENDA), Agenda.class);
    }

    static @Nullable Verdict verdict(@Nullable String name) {
        return name == null ? null : Verdict.valueOf(name);
    }

    static byte[] sealed(PersonKey key, int revision, Leading leading) {
        return key.seal(JSON.writeValueAsString(leading), LEADING + revision);
    }

    static Leading leading(PersonKey key, int revision, byte[] sealed) {
        return JSON.readValue(key.open(sealed, LEADING + revision), Leading.class);
    }
}
