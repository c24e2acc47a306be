package dev.stipple.cli.store;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.store.AuditEntry.Action;
import dev.stipple.store.Backup;
import dev.stipple.store.InvalidBackup;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty database from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Fills an empty database from a backup; needs the master key that the backup was taken under.")
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Parameters(paramLabel = "FILE", description = "a backup")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        var database = store.open();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            int screenings = new Backup(database).read(in);
            var audit = store.audit(database);
            audit.add("restore", Action.RESTORED, "", "");
            spec.commandLine().getOut().println(screenings + " screenings are restored.");
            return audit.verify().holds() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (NoSuchFileException e) {
            throw new UnusableInput("there is no file " + file);
        } catch (InvalidBackup e) {
            throw new UnusableInput(String.valueOf(e.getMessage()));
        }
    }
}
