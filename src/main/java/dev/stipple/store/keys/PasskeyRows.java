package dev.stipple.store.keys;

import dev.stipple.store.Database;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The passkeys of an account. A library writes their rows, so that the sealed row of the account holds a digest of them. */
public final class PasskeyRows {
    private PasskeyRows() {}

    /** A digest of which passkeys an account has; null where it has none. */
    public static @Nullable String digest(Database database, String account) {
        return digest(database.sql()
                .sql("select credential.credential_id, credential.public_key from user_credentials credential"
                        + " join user_entities owner on owner.id = credential.user_entity_user_id"
                        + " where owner.name = ? order by credential.credential_id")
                .param(account)
                .query((row, line) -> text(row.getString(1), row.getBytes(2)))
                .list());
    }

    /**
     * As {@link #digest(Database, String)}.
     *
     * @param passkeys the {@link #text} of each, by its id
     */
    public static @Nullable String digest(List<String> passkeys) {
        return passkeys.isEmpty() ? null : RowSeals.digest(String.join("\n", passkeys));
    }

    /** What a digest holds of a passkey. */
    public static String text(String id, byte[] publicKey) {
        return id + " " + HexFormat.of().formatHex(publicKey);
    }
}
