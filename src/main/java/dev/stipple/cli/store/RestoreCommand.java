package dev.stipple.cli.store;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.store.backup.Restore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty database from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Fills an empty database from a backup; needs the master key that the backup was taken under.",
        footer = Stores.FOOTER)
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "a backup")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnusableInput(file + " is a folder; name the file that backup wrote");
        }
        try (var in = read()) {
            Restore.check(in, Stores.of(spec).masters());
        } catch (NoSuchFileException e) {
            throw new UnusableInput("there is no file " + file);
        }
        return fill();
    }

    private int fill() throws IOException {
        try (var in = read();
                Store store = Stores.of(spec).open(true)) {
            return restore(store, in);
        }
    }

    private InputStream read() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private int restore(Store store, InputStream in) {
        var contents = store.restore().read(in);
        var out = spec.commandLine().getOut();
        out.println(contents.screenings() + " screenings are restored, as they were at " + contents.taken()
                + ". Whoever was erased since is back: erase them again.");
        var verification = store.audit().verify();
        verification.faults().forEach(out::println);
        return verification.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
