package dev.stipple.events;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends events over HTTP. It follows no redirect, and reads nothing of an answer but its status. */
public final class HttpPost implements Post {
    private final HttpClient client;
    private final Duration patience;

    /**
     * Sends nothing yet.
     *
     * @param patience how long an answer may take in all
     */
    public HttpPost(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public Optional<String> send(Receiver receiver, Event event, Instant now) {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(receiver, event, now), BodyHandlers.discarding());
        try {
            int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("HTTP " + status);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Optional.of("no answer in " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Optional.of(
                    Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static HttpRequest request(Receiver receiver, Event event, Instant now) {
        byte[] body = event.body();
        return HttpRequest.newBuilder(receiver.address())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Stipple")
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", receiver.signature(event.id(), now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }
}
