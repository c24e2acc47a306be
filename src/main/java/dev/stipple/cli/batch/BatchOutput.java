package dev.stipple.cli.batch;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is written on from where it is known to be whole. One whose name ends in {@code .gz} is compressed, in parts
 * that end where it is whole.
 */
final class BatchOutput implements BatchSink {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final boolean compressed;
    private OutputStream stream;

    /** Opens a file, and cuts off what stands after its first bytes. */
    BatchOutput(Path file, long length) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.channel.truncate(length).position(length);
        this.compressed = file.toString().endsWith(".gz");
        this.stream = part();
    }

    private OutputStream part() throws IOException {
        var plain = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        return compressed ? new GZIPOutputStream(plain, BUFFER) : plain;
    }

    @Override
    public void write(ByteArrayOutputStream bytes) throws IOException {
        bytes.writeTo(stream);
    }

    @Override
    public long keep() throws IOException {
        if (stream instanceof GZIPOutputStream part) {
            part.finish();
        }
        stream.flush();
        channel.force(false);
        if (compressed) {
            stream = part();
        }
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
