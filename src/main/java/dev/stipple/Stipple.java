package dev.stipple;

import dev.stipple.cli.Cli;

/** Where everything starts: the command line, or the service where no command is named. */
public final class Stipple {
    private Stipple() {}

    public static void main(String[] arguments) {
        if (Cli.handles(arguments)) {
            System.exit(Cli.run(StoreContext::new, arguments));
        }
        Service.start(arguments);
    }
}
