package dev.stipple.cli;

import dev.stipple.StoreContext;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command prints. */
public final class Printed {
    private Printed() {}

    public static String by(String... arguments) {
        var out = new StringWriter();
        Cli.run(StoreContext::new, new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
        return out.toString();
    }
}
