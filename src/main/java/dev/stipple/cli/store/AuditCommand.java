package dev.stipple.cli.store;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.UnusableInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks after the audit log. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Looks after the log of who saw and changed what.",
        subcommands = AuditCommand.Verify.class)
public final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Verifies the log, and the rows against it. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Tells whether every entry is there and as it was written, and every row that decides something"
                            + " is as the log says it was left; exit code 1 where not.",
            footer = Stores.FOOTER)
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--seal",
                paramLabel = "SEAL",
                description = "a seal that was noted elsewhere and has to be in the log; may be given again")
        private List<String> seals = List.of();

        @Override
        public Integer call() throws IOException {
            if (seals.stream().anyMatch(String::isBlank)) {
                throw new UnusableInput("--seal is empty; give a seal, or leave it out");
            }
            try (Store store = Stores.of(spec).open(false)) {
                var noted = new LinkedHashMap<>(store.notes().read());
                seals.forEach(seal -> noted.put(seal, "given with --seal"));
                var verification = store.audit().verify(noted);
                var out = spec.commandLine().getOut();
                if (!verification.holds()) {
                    out.println("This does not hold:");
                    verification.faults().forEach(fault -> out.println("  " + fault));
                    out.println(verification.entries() + " entries of the log hold.");
                    return ExitCode.FAILED;
                }
                out.println(verification.entries() + " entries hold, and so does every row. The last seal is "
                        + verification.seal() + "; note it elsewhere to notice even a log that was put back whole.");
                return ExitCode.DONE;
            }
        }
    }
}
