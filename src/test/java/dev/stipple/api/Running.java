package dev.stipple.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A client of the service that runs on this port. */
public record Running(int port) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Integer, Contract> CONTRACTS = new ConcurrentHashMap<>();

    public String address(String path) {
        return "http://localhost:" + port + path;
    }

    public HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address(path))).header("Accept", accept));
    }

    public HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a request of whoever has a key. */
    public HttpResponse<String> send(String method, String path, String key, String type, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("X-API-Key", key)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    /** Sends a request; what comes back is held to the contract that the service publishes. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = exchange(request.build());
        if (!CONTRACTS.containsKey(port)) {
            String document = exchange(HttpRequest.newBuilder(URI.create(address("/v3/api-docs")))
                            .build())
                    .body();
            CONTRACTS.put(port, new Contract(document));
        }
        CONTRACTS.get(port).check(response);
        return response;
    }

    private static HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
