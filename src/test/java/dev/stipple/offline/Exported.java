package dev.stipple.offline;

import dev.stipple.Needed;
import dev.stipple.rulebook.Rulebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of an exported page in Node. */
final class Exported implements AutoCloseable {
    private final Process node;
    private final Writer in;
    private final BufferedReader out;

    private Exported(Process node) {
        this.node = node;
        this.in = node.outputWriter();
        this.out = node.inputReader();
    }

    /** Writes the files of a rulebook into a folder. */
    static void write(Rulebook rulebook, Path folder) throws IOException {
        for (var file : OfflinePage.files(rulebook).orElseThrow().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /**
     * Starts a program of the tests on an exported folder.
     *
     * @param arguments what the program takes after the folder
     */
    static Exported start(String program, Path folder, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Needed.program("node").toString(),
                Path.of("src/test/resources/dev/stipple/offline", program).toString(),
                folder.toString()));
        Stream.of(arguments).forEach(command::add);
        return new Exported(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** What the program answers to a line. */
    String ask(String line) throws IOException {
        tell(List.of(line));
        return answer();
    }

    /** Sends lines, of which no more may be on their way than a pipe holds. */
    void tell(List<String> lines) throws IOException {
        for (String line : lines) {
            in.write(line);
            in.write('\n');
        }
        in.flush();
    }

    /** The answer to the next line. */
    String answer() throws IOException {
        String answer = out.readLine();
        if (answer == null) {
            throw new IOException("the program has ended");
        }
        return answer;
    }

    @Override
    public void close() {
        node.destroy();
    }
}
