package dev.stipple.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.stipple.assessment.TooBusy;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.cli.author.CheckCommand;
import dev.stipple.cli.author.CommonCommand;
import dev.stipple.cli.author.CoverageCommand;
import dev.stipple.cli.author.ExportCommand;
import dev.stipple.cli.author.FactsCommand;
import dev.stipple.cli.author.ImpactCommand;
import dev.stipple.cli.author.MutateCommand;
import dev.stipple.cli.author.NewCommand;
import dev.stipple.cli.author.ProveCommand;
import dev.stipple.cli.author.ReviewCommand;
import dev.stipple.cli.author.SignCommand;
import dev.stipple.cli.author.TableCommand;
import dev.stipple.cli.author.TestCommand;
import dev.stipple.cli.author.WalkCommand;
import dev.stipple.cli.author.WatchCommand;
import dev.stipple.cli.batch.BatchCommand;
import dev.stipple.cli.batch.GenerateCommand;
import dev.stipple.cli.lsp.LspCommand;
import dev.stipple.cli.person.AssessCommand;
import dev.stipple.cli.person.ExplainCommand;
import dev.stipple.cli.store.AuditCommand;
import dev.stipple.cli.store.BackupCommand;
import dev.stipple.cli.store.KeyCommand;
import dev.stipple.cli.store.RestoreCommand;
import dev.stipple.cli.store.Store;
import dev.stipple.cli.store.Stores;
import dev.stipple.cli.store.UnusableStore;
import dev.stipple.store.Unreadable;
import dev.stipple.store.backup.InvalidBackup;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.InvalidKey;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesSignature.UnusableKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command line as a whole: which commands there are, and what the process tells by its exit code. */
@Command(
        name = "stipple",
        description = "Decides in the open whether a treatment suits a person, and says why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            AssessCommand.class,
            CheckCommand.class,
            TestCommand.class,
            ProveCommand.class,
            WalkCommand.class,
            ImpactCommand.class,
            BatchCommand.class,
            GenerateCommand.class,
            FactsCommand.class,
            TableCommand.class,
            CommonCommand.class,
            CoverageCommand.class,
            ReviewCommand.class,
            MutateCommand.class,
            ExplainCommand.class,
            NewCommand.class,
            ExportCommand.class,
            SignCommand.class,
            WatchCommand.class,
            LspCommand.class,
            AuditCommand.class,
            KeyCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:a check or a test failed, or lines of a batch were rejected",
            " 2:unusable input or usage",
            " 3:the rulebook does not load"
        })
public final class Cli implements Stores {
    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    private static final Set<String> ON_STORE = Set.of("audit", "key", "backup", "restore", "impact");

    private final Stores stores;

    private Cli(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Store open(boolean mayBeNew) {
        return stores.open(mayBeNew);
    }

    @Override
    public MasterKeys masters() {
        return stores.masters();
    }

    /** Whether these arguments are for the command line; without any, or with options of the service, they are not. */
    public static boolean handles(String... arguments) {
        if (arguments.length == 0 || (arguments[0].equals("serve") && !asksHelp(arguments))) {
            return false;
        }
        return OWN_OPTIONS.contains(arguments[0]) || !arguments[0].startsWith("--");
    }

    private static boolean asksHelp(String... arguments) {
        return List.of(arguments).contains("--help") || List.of(arguments).contains("-h");
    }

    /**
     * Runs one command and returns the exit code of the process.
     *
     * @param stores finds what is kept by settings such as {@code --spring.datasource.url=URL}
     */
    public static int run(Function<List<String>, Stores> stores, String... arguments) {
        quiet();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(stores, out, err, arguments);
    }

    /** Keeps what libraries log off the terminal, before any of them is used. */
    private static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
    }

    /** Runs one command that prints to these writers. */
    public static int run(
            Function<List<String>, Stores> stores, PrintWriter out, PrintWriter err, String... arguments) {
        List<String> settings = Stream.of(arguments)
                .filter(each -> ON_STORE.contains(arguments[0]) && isSetting(each))
                .toList();
        int code = new CommandLine(new Cli(stores.apply(settings)))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(handler(err))
                .execute(Stream.of(arguments)
                        .filter(each -> !settings.contains(each))
                        .toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }

    /** The service's settings have a dot in their name, and options none. */
    private static boolean isSetting(String argument) {
        return argument.matches("(?s)--[a-z][a-z-]*\\.[^=]+=.*");
    }

    private static IExecutionExceptionHandler handler(PrintWriter err) {
        return (failure, command, parsed) -> {
            if (failure instanceof InvalidRules) {
                err.println(failure.getMessage());
                return ExitCode.NO_RULEBOOK;
            }
            if (failure instanceof UnusableInput
                    || failure instanceof UnusableStore
                    || failure instanceof UnusableKey
                    || failure instanceof InvalidKey
                    || failure instanceof InvalidBackup
                    || failure instanceof Altered
                    || failure instanceof TooBusy
                    || failure instanceof Unreadable) {
                err.println(failure.getMessage());
                return ExitCode.UNUSABLE;
            }
            Optional<String> around = around(failure);
            if (around.isPresent()) {
                err.println(around.get());
                return ExitCode.UNUSABLE;
            }
            throw failure;
        };
    }

    /** What failed in files or in the database, which is no fault of the program. */
    private static Optional<String> around(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(each -> each instanceof IOException || each instanceof SQLException)
                .reduce((outer, inner) -> inner)
                .map(cause -> cause instanceof FileSystemException file && file.getReason() == null
                        ? file.getClass().getSimpleName().replace("Exception", "") + ": " + file.getFile()
                        : String.valueOf(cause.getMessage()));
    }
}
