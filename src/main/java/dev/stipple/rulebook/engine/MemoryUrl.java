package dev.stipple.rulebook.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** An address of bytes in memory, as compilers find the classes of a class loader only by address. */
final class MemoryUrl {
    private MemoryUrl() {}

    static URL of(String name, byte[] bytes) {
        try {
            return new URL("memory", "", 0, "/" + name, new Handler(bytes));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the bytes, whatever the address. */
    private static final class Handler extends URLStreamHandler {
        private final byte[] bytes;

        private Handler(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
