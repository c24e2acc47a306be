package dev.stipple.events;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends events over HTTP/1.1, as over plain HTTP a request to upgrade to HTTP/2 is lost on servers that have web sockets. It
 * follows no redirect, and reads nothing of an answer but its status.
 */
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
                .version(Version.HTTP_1_1)
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
            return Optional.of(noAnswer());
        } catch (ExecutionException e) {
            return Optional.of(problem(e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private String noAnswer() {
        return "no answer in " + patience.toSeconds() + " s";
    }

    private String problem(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return noAnswer();
        }
        if (cause instanceof ConnectException) {
            return "no connection";
        }
        return cause instanceof SSLException ? "no secure connection" : "the connection broke off";
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
