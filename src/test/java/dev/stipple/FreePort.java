package dev.stipple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/**
 * A port to listen at, for what has to know it before it starts. It is none of those that the system hands out to connections
 * and to whoever asks for any, so that nobody takes it meanwhile by chance; Linux does from 32768 on.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int PAST_LAST = 30_000;
    private static final SplittableRandom RANDOM = new SplittableRandom();

    private FreePort() {}

    public static synchronized int next() {
        while (true) {
            int port = RANDOM.nextInt(FIRST, PAST_LAST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
