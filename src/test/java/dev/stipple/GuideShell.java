package dev.stipple;

import dev.stipple.cli.Cli;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Runs commands of Stipple, each on a line of its own, in the folder that it is started in; one Java machine serves them all. */
final class GuideShell {
    /** Ends what a command printed. */
    static final String END = "\u0004";

    private GuideShell() {}

    public static void main(String[] arguments) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Cli.run(StoreContext::new, out, out, line.split(" ", -1));
            out.println(END);
        }
    }
}
