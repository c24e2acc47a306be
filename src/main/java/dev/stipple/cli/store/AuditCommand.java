package dev.stipple.cli.store;

import dev.stipple.cli.arguments.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    /** Verifies the chain of the log. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Tells whether every entry is there and as it was written; exit code 1 where not.")
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private StoreOptions store = new StoreOptions();

        @Override
        public Integer call() {
            var verification = store.audit(store.open()).verify();
            var out = spec.commandLine().getOut();
            if (verification.broken().isPresent()) {
                out.println("The log does not hold: " + verification.broken().get() + ". It holds up to entry "
                        + verification.entries() + ".");
                return ExitCode.FAILED;
            }
            out.println(verification.entries() + " entries hold. The last seal is " + verification.head()
                    + "; note it elsewhere to notice even a log that was put back whole.");
            return ExitCode.DONE;
        }
    }
}
