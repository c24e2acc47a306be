package dev.stipple.cli.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lines that go to whoever reads them meanwhile. */
record BatchPipe(OutputStream stream) implements BatchSink {
    static BatchPipe output() {
        return new BatchPipe(System.out);
    }

    static BatchPipe errors() {
        return new BatchPipe(System.err);
    }

    @Override
    public void write(ByteArrayOutputStream lines) throws IOException {
        lines.writeTo(stream);
    }

    @Override
    public long keep() throws IOException {
        stream.flush();
        return 0;
    }

    @Override
    public void close() throws IOException {
        stream.flush();
    }
}
