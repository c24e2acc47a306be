package dev.stipple.store.keys;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A table whose rows decide something, so that each carries a keyed seal over what it holds. */
public enum SealedTable {
    /** The key of a person is wrapped anew now and then, and is itself of no use once altered. */
    SCREENING(List.of("reference"), Set.of("wrapped_key", "generation")),
    RULEBOOK(List.of("digest"), Set.of()),
    REVISION(List.of("reference", "number"), Set.of()),
    DECISION(List.of("reference", "number"), Set.of()),
    NOTE(List.of("reference", "number"), Set.of()),
    UPLOAD(List.of("reference", "number"), Set.of()),
    ACCOUNT(List.of("name"), Set.of()),
    API_KEY(List.of("name"), Set.of()),
    KEY_STATE(List.of("id"), Set.of()),
    /** What is sent; how often and when that is tried is not sealed. */
    OUTBOX(List.of("id", "receiver"), Set.of("attempts", "next_at", "problem"));

    private static final String SEAL = "seal";

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<String> keys;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<String> unsealed;

    SealedTable(List<String> keys, Set<String> unsealed) {
        this.keys = keys;
        this.unsealed = unsealed;
    }

    /** The name that it has in the database. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns that tell its rows apart. */
    public List<String> keys() {
        return keys;
    }

    boolean seals(String column) {
        return !column.equals(SEAL) && !unsealed.contains(column);
    }

    String whereKey() {
        return " where " + keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
    }
}
