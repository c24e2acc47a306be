package dev.stipple.cli.store;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.store.PrivateFiles;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.backup.Contents;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
        },
        footer = Stores.FOOTER)
public final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "a new file")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        try (Store store = Stores.of(spec).open(false)) {
            PrivateFiles.create(file, new byte[0]);
            store.audit().add("backup", Action.BACKED_UP, "", "");
            Contents contents = written(store);
            spec.commandLine()
                    .getOut()
                    .println(contents.screenings() + " screenings are in " + file + ". " + Contents.NOTE);
        } catch (FileAlreadyExistsException e) {
            throw new UnusableInput("there is a file " + file + " already; name a new one");
        }
        return ExitCode.DONE;
    }

    /** What cannot be written whole is not left behind. */
    private Contents written(Store store) throws IOException {
        boolean whole = false;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Contents contents = store.backup().write(out);
            out.flush();
            whole = true;
            return contents;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }
}
