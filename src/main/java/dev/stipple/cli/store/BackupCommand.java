package dev.stipple.cli.store;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.store.AuditEntry.Action;
import dev.stipple.store.Backup;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything that is kept into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes everything that is kept into one file, from which either kind of database can be restored.",
            "People's data stays encrypted in it; the master key is not in it, so keep that one too, elsewhere."
        })
public final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Parameters(paramLabel = "FILE", description = "a new file")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        var database = store.open();
        store.audit(database).add("backup", Action.BACKED_UP, "", "");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            int screenings = new Backup(database).write(out);
            spec.commandLine().getOut().println(screenings + " screenings are in " + file + ".");
        } catch (FileAlreadyExistsException e) {
            throw new UnusableInput("there is a file " + file + " already; name a new one");
        }
        return ExitCode.DONE;
    }
}
