package dev.stipple.store.keys;

import java.util.List;
import java.util.Locale;

/** What something is done to: the rows, over one table or several, whose key begins with its name. */
public enum Subject {
    SCREENING(SealedTable.SCREENING, SealedTable.REVISION, SealedTable.DECISION, SealedTable.NOTE, SealedTable.UPLOAD),
    ACCOUNT(SealedTable.ACCOUNT),
    API_KEY(SealedTable.API_KEY),
    /** The one row that says which keys are in use. */
    KEY_STATE(SealedTable.KEY_STATE);

    /** What the row of {@link #KEY_STATE} is called. */
    public static final String KEY_STATE_ROW = KeyState.ID;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<SealedTable> tables;

    Subject(SealedTable... tables) {
        this.tables = List.of(tables);
    }

    /** The first one has a row for each subject. */
    public List<SealedTable> tables() {
        return tables;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
