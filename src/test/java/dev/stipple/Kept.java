package dev.stipple;

import dev.stipple.store.Database;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import java.nio.file.Path;

/** The keys of databases in tests, where the services that tests start find them too. */
public final class Kept {
    public static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    public static final Path FOLDER = Path.of("target", "data", "keys");

    private Kept() {}

    public static Keys keys(Database database) {
        return Keys.open(database, MasterKeys.of(MASTER_KEY, ""), FOLDER);
    }
}
