package dev.stipple.access.limits;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client that sends byte by byte what it likes, from any address of this machine. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final Socket socket = new Socket();

    /**
     * Connects.
     *
     * @param from such as 127.0.0.2, which is this machine too
     */
    RawClient(String from, int port) throws IOException {
        socket.setSoTimeout(PATIENCE);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
    }

    /** Whether the other side still takes something. */
    boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The head of a request with a body of which nothing is sent yet. */
    boolean begin(String path, String type, long length) {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + length + "\r\n\r\n");
    }

    /** The first line of what is answered, while the connection stays. */
    String line() throws IOException {
        var line = new StringBuilder();
        for (int read = socket.getInputStream().read();
                read >= 0 && read != '\r';
                read = socket.getInputStream().read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    /** Whether anything of an answer has arrived. */
    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Everything that is answered until the other side hangs up. */
    String rest() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The status of what is answered; 0 where nothing is. */
    int get(String path, String... headers) {
        String more = Stream.of(headers).map(each -> each + "\r\n").collect(Collectors.joining());
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more + "\r\n");
        return status(rest());
    }

    /** Hangs up without waiting for anything that is on its way. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
