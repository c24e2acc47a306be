package dev.stipple.cli.lsp;

import dev.stipple.cli.arguments.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Serves an editor until it ends the conversation. */
@Command(
        name = "lsp",
        mixinStandardHelpOptions = true,
        description = "Serves an editor with faults, completion and more, as a language server over standard streams.")
public final class LspCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "RULES",
            description = "the rules folder (default: the folder that the editor opens, or rules in it)")
    private @Nullable Path rules;

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        // Standard output belongs to the protocol; whatever else is printed would end the conversation.
        System.setOut(System.err);
        try {
            return serve(rules, System.in, out);
        } finally {
            System.setOut(out);
        }
    }

    /** Speaks with the client at the other end of these streams until it says so, or is gone. */
    static int serve(@Nullable Path rules, InputStream in, OutputStream out) throws IOException {
        var server = new RulesServer(rules);
        boolean orderly = Conversation.of(server, in, out).await();
        return orderly ? ExitCode.DONE : ExitCode.FAILED;
    }
}
