package dev.stipple.cli.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** What a file holds: itself, or what was compressed by gzip, as its first bytes tell. */
final class Uncompressed {
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    private Uncompressed() {}

    static InputStream of(InputStream in) throws IOException {
        var begun = new Begun(in);
        begun.mark(2);
        boolean compressed = begun.read() == FIRST && begun.read() == SECOND;
        begun.reset();
        return compressed ? new GZIPInputStream(begun, BUFFER) : begun;
    }

    /** Never says that nothing more is there, which the JDK takes for the end where one part of a pipe has been read. */
    private static final class Begun extends BufferedInputStream {
        Begun(InputStream in) {
            super(in, BUFFER);
        }

        @Override
        public synchronized int available() {
            return 1;
        }
    }
}
