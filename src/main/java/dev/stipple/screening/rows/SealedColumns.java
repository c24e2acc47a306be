package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Agenda;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Leading;
import dev.stipple.screening.kept.Link;
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
    static final String LINK_TOKEN = "link_token";

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
                row.getInt("notes"),
                key == null ? Contact.NONE : contact(key, row.getBytes("contact")),
                key == null ? Agenda.EMPTY : agenda(key, row.getBytes(AGENDA)),
                row.getString("assignee"),
                key == null ? null : link(key, row.getBytes(LINK_TOKEN)),
                key);
    }

    static byte[] sealed(PersonKey key, Contact contact) {
        return key.seal(JSON.writeValueAsString(contact), CONTACT);
    }

    /**
     * What a row of somebody holds.
     *
     * @throws ErasedScreening where an erasure took it since the row of the screening was read
     */
    static byte[] held(ResultSet row, String column) throws SQLException {
        byte[] sealed = row.getBytes(column);
        if (sealed == null) {
            throw new ErasedScreening();
        }
        return sealed;
    }

    static Contact contact(PersonKey key, byte[] sealed) {
        return JSON.readValue(key.open(sealed, CONTACT), Contact.class);
    }

    static byte @Nullable [] sealed(PersonKey key, @Nullable Link link) {
        return link == null ? null : key.seal(link.token(), LINK_TOKEN);
    }

    private static @Nullable Link link(PersonKey key, byte @Nullable [] sealed) {
        return sealed == null ? null : new Link(key.open(sealed, LINK_TOKEN));
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
