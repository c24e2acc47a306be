package dev.stipple.cli.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Where lines of a batch go. */
interface BatchSink extends AutoCloseable {
    void write(ByteArrayOutputStream lines) throws IOException;

    /** Makes sure that everything so far is there; how long it is then, where it can be taken up again. */
    long keep() throws IOException;

    @Override
    void close() throws IOException;
}
