package dev.stipple.cli.store;

import dev.stipple.store.keys.MasterKeys;
import picocli.CommandLine.Model.CommandSpec;

/** Finds what is kept exactly as the service does. */
public interface Stores {
    /** What a command says about it in its help. */
    String FOOTER =
            "The database and the keys are found as the service finds them: by application.yaml, by variables such"
                    + " as SPRING_DATASOURCE_URL, and by settings such as --spring.datasource.url=URL.";

    /** What the command line was given to find it by. */
    static Stores of(CommandSpec command) {
        if (command.root().userObject() instanceof Stores stores) {
            return stores;
        }
        throw new IllegalStateException("nothing opens the store");
    }

    /**
     * Opens what is kept.
     *
     * @param mayBeNew whether a database is made where there is none
     * @throws UnusableStore where it cannot be opened
     */
    Store open(boolean mayBeNew);

    /** Where the master key is, without opening the database. */
    MasterKeys masters();
}
