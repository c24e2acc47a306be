package dev.stipple.cli;

import picocli.CommandLine.Command;

/** Stands for the service in the list of commands; the service itself starts without the command line. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the service on port 8080; also without a word.",
            "Takes the service's options, such as --server.port=9090 and --stipple.rules=FOLDER."
        })
final class ServeCommand implements Runnable {
    @Override
    public void run() {
        throw new IllegalStateException("the service starts before the command line");
    }
}
