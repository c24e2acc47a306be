package dev.stipple.store.keys;

import dev.stipple.store.Database;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The passkeys of accounts. A library writes their rows, so that the sealed row of an account holds a digest of them. */
public final class PasskeyRows {
    private static final String ALL =
            "select owner.name, credential.credential_id, credential.public_key from user_credentials credential"
                    + " join user_entities owner on owner.id = credential.user_entity_user_id";
    private static final String IN_ORDER = " order by owner.name, credential.credential_id";

    private PasskeyRows() {}

    /** A digest of which passkeys an account has; null where it has none. */
    public static @Nullable String digest(Database database, String account) {
        var statement =
                database.sql().sql(ALL + " where owner.name = ?" + IN_ORDER).param(account);
        return digests(statement).get(account);
    }

    /** The digest of each account that has passkeys, by its name. */
    public static Map<String, String> digests(Database database) {
        return digests(database.sql().sql(ALL + IN_ORDER));
    }

    private static Map<String, String> digests(JdbcClient.StatementSpec statement) {
        var kept = new LinkedHashMap<String, List<String>>();
        statement.query(row -> {
            kept.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                    .add(row.getString(2) + " " + HexFormat.of().formatHex(row.getBytes(3)));
        });
        return kept.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> RowSeals.digest(String.join("\n", each.getValue()))));
    }
}
