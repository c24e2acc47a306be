package dev.stipple.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.stipple.screening.InvalidKey;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesSignature.UnusableKey;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
            ImpactCommand.class,
            BatchCommand.class,
            GenerateCommand.class,
            FactsCommand.class,
            TableCommand.class,
            CoverageCommand.class,
            MutateCommand.class,
            ExplainCommand.class,
            NewCommand.class,
            SignCommand.class,
            WatchCommand.class,
            AuditCommand.class,
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
public final class Cli {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int UNUSABLE = 2;
    static final int NO_RULEBOOK = 3;

    /** Writes JSON for reading. */
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    Cli() {}

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

    /** Runs one command and returns the exit code of the process. */
    public static int run(String... arguments) {
        quiet();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(out, err, arguments);
    }

    /** Keeps what libraries log off the terminal, before any of them is used. */
    private static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
    }

    /** Runs one command that prints to these writers. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        int code = new CommandLine(new Cli())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(handler(err))
                .execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static IExecutionExceptionHandler handler(PrintWriter err) {
        return (failure, command, parsed) -> {
            if (failure instanceof InvalidRules) {
                err.println(failure.getMessage());
                return NO_RULEBOOK;
            }
            if (failure instanceof UnusableInput || failure instanceof UnusableKey || failure instanceof InvalidKey) {
                err.println(failure.getMessage());
                return UNUSABLE;
            }
            throw failure;
        };
    }
}
