package dev.stipple.access.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that has arrived whole. */
final class ReadBody implements InputBuffer {
    /** Request attribute with what was read. */
    static final String ATTRIBUTE = ReadBody.class.getName();

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

    /** How many parts there are between the lines of a boundary, with names and without. */
    int parts(String boundary) {
        byte[] line = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int parts = 0;
        int at = after(Arrays.copyOfRange(line, 2, line.length), 0);
        while (at < bytes.limit() && bytes.get(at) != '-') {
            parts++;
            at = after(line, at);
        }
        return parts;
    }

    /** Whether anything but ends of lines stands before the first line of a boundary, or anything but blanks after the last. */
    boolean hasMore(String boundary) {
        byte[] line = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] last = ("\r\n--" + boundary + "--").getBytes(StandardCharsets.ISO_8859_1);
        return !isBlank(0, after(line, 0) - line.length) || !isBlank(after(last, 0), bytes.limit());
    }

    private boolean isBlank(int from, int to) {
        return IntStream.range(from, to).allMatch(at -> Character.isWhitespace(bytes.get(at)));
    }

    /** Where something that is sought ends; the end of all where it is not there. */
    private int after(byte[] sought, int from) {
        ByteBuffer whole = ByteBuffer.wrap(sought);
        for (int at = from; at <= bytes.limit() - sought.length; at++) {
            if (bytes.get(at) == sought[0] && bytes.slice(at, sought.length).equals(whole)) {
                return at + sought.length;
            }
        }
        return bytes.limit();
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
