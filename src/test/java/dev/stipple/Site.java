package dev.stipple;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Another site on this machine, with one page. */
public final class Site implements AutoCloseable {
    private final HttpServer server;
    private final String host;

    public Site(String host, String page) throws IOException {
        this.host = host;
        this.server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    public String address() {
        return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
