package dev.stipple.cli.store;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.store.keys.MasterKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after the master key. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Looks after the master key.",
        subcommands = KeyCommand.Rotate.class)
public final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Replaces the master key and every key below it. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Replaces the master key in its file and every key below it; the service may go on meanwhile.",
                "Backups taken before open with the key of their time alone: keep a copy of it with them, or take a new one."
            },
            footer = Stores.FOOTER)
    static final class Rotate implements Callable<Integer> {
        private static final Duration PAUSE = Duration.ofSeconds(2);
        private static final Duration PATIENCE = Duration.ofMinutes(3);

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            MasterKeys masters = Stores.of(spec).masters();
            if (!masters.makeNext()) {
                throw new UnusableInput(
                        "the master key is in a setting: make a new one with openssl rand -base64 32, start"
                                + " each service with it as stipple.key and with the present one as stipple.key-before, and once"
                                + " all have been started so, without the latter");
            }
            try (Store store = Stores.of(spec).open(false)) {
                say("Every key is being replaced, which takes some minutes.");
                while (store.renewal().run()) {
                    Thread.sleep(PAUSE.toMillis());
                }
                say("Every key is replaced, and the keys before are destroyed.");
            } catch (UnusableStore inUse) {
                if (!inUse.isInUse()) {
                    throw inUse;
                }
                letServiceRotate(masters, inUse);
            }
            return ExitCode.DONE;
        }

        private void letServiceRotate(MasterKeys masters, UnusableStore inUse) throws InterruptedException {
            say("The new master key is there; the running service takes it within a minute.");
            Instant end = Instant.now().plus(PATIENCE);
            while (masters.hasNext()) {
                if (Instant.now().isAfter(end)) {
                    throw new UnusableInput(
                            "the service did not take the new master key; it takes it when it is started." + "\n"
                                    + inUse.getMessage());
                }
                Thread.sleep(PAUSE.toMillis());
            }
            say("The new master key is in use; the service replaces every other key within some minutes.");
        }

        private void say(String text) {
            spec.commandLine().getOut().println(text);
            spec.commandLine().getOut().flush();
        }
    }
}
