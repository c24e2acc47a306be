package dev.stipple.cli.batch;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written on from where it is known to be whole. */
final class BatchOutput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final OutputStream stream;

    /** Opens a file, and cuts off what stands after its first bytes. */
    BatchOutput(Path file, long length) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.channel.truncate(length).position(length);
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    void write(ByteArrayOutputStream bytes) throws IOException {
        bytes.writeTo(stream);
    }

    /** Makes sure that everything so far is on disk. */
    void keep() throws IOException {
        stream.flush();
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
