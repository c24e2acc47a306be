package dev.stipple.access.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that has arrived whole. */
final class ReadBody implements InputBuffer {
    private final ByteBuffer bytes;

    private ReadBody(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads all of a body.
     *
     * @throws IOException where it does not arrive
     */
    static ReadBody of(Request request, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        var part = new Part();
        while (request.doRead(part) >= 0) {
            bytes.put(part.buffer);
        }
        return new ReadBody(bytes.flip());
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) {
        if (!bytes.hasRemaining()) {
            return -1;
        }
        handler.setByteBuffer(bytes.duplicate());
        int length = bytes.remaining();
        bytes.position(bytes.limit());
        return length;
    }

    @Override
    public int available() {
        return bytes.remaining();
    }

    /** Takes what Tomcat has read. */
    static final class Part implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            buffer = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
