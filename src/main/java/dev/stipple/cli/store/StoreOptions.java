package dev.stipple.cli.store;

import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.screening.Screenings;
import dev.stipple.store.AuditLog;
import dev.stipple.store.Database;
import dev.stipple.store.MasterKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** Which database a command works on: the options, or the variables that configure the service. */
final class StoreOptions {
    private static final String H2_FILE =
            "jdbc:h2:file:./data/stipple;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:SPRING_DATASOURCE_URL:-" + H2_FILE + "}",
            description = "as spring.datasource.url (default: SPRING_DATASOURCE_URL, or the H2 file under data/)")
    private String url = H2_FILE;

    @Option(
            names = "--user",
            defaultValue = "${env:SPRING_DATASOURCE_USERNAME:-sa}",
            description = "as spring.datasource.username (default: SPRING_DATASOURCE_USERNAME)")
    private String user = "sa";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "${env:STIPPLE_KEY_FILE:-data/stipple.key}",
            description = "the file of the master key, unless STIPPLE_KEY holds it (default: ${DEFAULT-VALUE})")
    private Path keyFile = Path.of("data/stipple.key");

    /** The password comes from {@code SPRING_DATASOURCE_PASSWORD} alone, as arguments can be seen by others. */
    Database open() {
        String password = System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", "");
        try {
            return Database.connect(url, user, password);
        } catch (SQLException e) {
            throw new UnusableInput("the database cannot be opened: " + e.getMessage()
                    + "; an H2 file is open to one process, so stop the service first");
        }
    }

    MasterKey key() {
        String key = System.getenv().getOrDefault("STIPPLE_KEY", "");
        if (!key.isEmpty()) {
            return MasterKey.of(key);
        }
        if (Files.notExists(keyFile)) {
            throw new UnusableInput(
                    "there is no key file " + keyFile + "; name it with --key-file, or set STIPPLE_KEY");
        }
        return MasterKey.inFile(keyFile);
    }

    AuditLog audit(Database database) {
        return new AuditLog(database, key(), InstantSource.system());
    }

    Screenings screenings() {
        Database database = open();
        return new Screenings(database, key(), audit(database), InstantSource.system());
    }
}
