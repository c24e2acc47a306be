package dev.stipple.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.StoreContext;
import dev.stipple.cli.Cli;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command on the process's own streams. */
class LspCommandTest {
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}";
    private static final String SHUTDOWN = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
    private static final String EXIT = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void nothingButTheProtocolGoesToStandardOutput() {
        assertEquals(0, run(INITIALIZE, SHUTDOWN, EXIT));

        String all = written.toString(StandardCharsets.UTF_8);
        List<String> bodies = Stream.of(all.split("Content-Length: \\d+\\r\\n\\r\\n"))
                .filter(body -> !body.isEmpty())
                .toList();
        assertThat(bodies).hasSize(2).allMatch(body -> body.startsWith("{\"jsonrpc\":\"2.0\",\"id\":"), all);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("a library that prints");
    }

    @Test
    void aClientThatGoesWithoutAskingIsAFailure() {
        assertEquals(1, run(INITIALIZE, EXIT));
        assertEquals(1, run(INITIALIZE));
    }

    private int run(String... messages) {
        System.setIn(
                new ByteArrayInputStream(Stream.of(messages)
                        .map(body -> "Content-Length: " + body.length() + "\r\n\r\n" + body)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        System.out.println("a library that prints");
                        return super.read(into, from, length);
                    }
                });
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return Cli.run(
                StoreContext::new, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), "lsp");
    }
}
