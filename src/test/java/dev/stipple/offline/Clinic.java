package dev.stipple.offline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clinic's own site: a folder of files under a strict policy, and what is posted to it. */
final class Clinic implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri"
                    + " 'none'; require-trusted-types-for 'script'";

    private final HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    private final Path folder;
    private final List<String> posted = new CopyOnWriteArrayList<>();

    Clinic(Path folder) throws IOException {
        this.folder = folder;
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        if (exchange.getRequestMethod().equals("POST")) {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        byte[] body =
                Files.isRegularFile(file) ? Files.readAllBytes(file) : "Thank you".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type(file.toString()));
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String type(String file) {
        return file.endsWith(".js")
                ? "text/javascript"
                : file.endsWith(".css") ? "text/css" : file.endsWith(".svg") ? "image/svg+xml" : "text/html";
    }

    String address(String file) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + file;
    }

    /** The bodies of the forms that were sent. */
    List<String> posted() {
        return posted;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
