import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes the events of Stipple: {@code java examples/receiver/Receiver.java PORT FILE}, with the secret in the variable
 * {@code SECRET}. Each event is added to the file once, however often it is sent, and printed.
 */
public final class Receiver {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST = 10_000;

    private final byte[] secret;
    private final Path file;
    private final Set<String> known = new HashSet<>();

    private Receiver(String secret, Path file) throws IOException {
        this.secret = Base64.getDecoder().decode(secret.replaceFirst("whsec_", ""));
        this.file = file;
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> known.add(line.split(" ")[0]));
        }
    }

    public static void main(String[] arguments) throws IOException {
        var receiver = new Receiver(System.getenv("SECRET"), Path.of(arguments[1]));
        int port = Integer.parseInt(arguments[0]);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/events", receiver::answer);
        server.start();
        System.out.println("Listening on port " + server.getAddress().getPort());
    }

    /** 204 once the event is safe, so that it is not sent again; 401 to whoever does not know the secret. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST);
            String id = header(exchange, "webhook-id");
            if (!isGenuine(id, header(exchange, "webhook-timestamp"), header(exchange, "webhook-signature"), body)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            if (known.contains(id)) {
                System.out.println(id + " again");
            } else {
                String line = id + " " + new String(body, StandardCharsets.UTF_8);
                Files.writeString(
                        file,
                        line + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
                known.add(id);
                System.out.println(line);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /** Signed with the secret, and not long ago, so that nobody who overheard it can send it again later. */
    private boolean isGenuine(String id, String timestamp, String signatures, byte[] body) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now());
        boolean genuine = false;
        for (String each : signatures.split(" ")) {
            genuine |= MessageDigest.isEqual(
                    each.getBytes(StandardCharsets.UTF_8), signature(id + "." + timestamp + ".", body));
        }
        return genuine && age.abs().compareTo(TOLERANCE) < 0;
    }

    private byte[] signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
