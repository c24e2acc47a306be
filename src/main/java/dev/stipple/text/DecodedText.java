package dev.stipple.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Text that is decoded from bytes, and a note of each line that has bytes which are none of the encoding. What cannot be
 * decoded is given as U+FFFD; whoever reads such a line asks for its damage and refuses it.
 */
public final class DecodedText extends Reader {
    private static final int AT_ONCE = 1 << 13;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(AT_ONCE).flip();
    private final CharBuffer chars;
    private final NavigableSet<Long> damaged = new TreeSet<>();
    private long line = 1;
    private boolean afterReturn;
    private boolean ended;

    public DecodedText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int most = (int) Math.ceil(Math.max(1, decoder.maxCharsPerByte()) * AT_ONCE) + 1;
        this.chars = CharBuffer.allocate(most).flip();
    }

    /**
     * What is wrong with the first line of these that has bytes of another encoding; null where there is none. Lines count
     * from 1, and have to be read before they are asked for, in their order.
     */
    public @Nullable String damage(long from, long to) {
        damaged.headSet(from).clear();
        NavigableSet<Long> here = damaged.headSet(to, true);
        return here.isEmpty()
                ? null
                : "line " + here.first() + " is not " + decoder.charset().name();
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, from, count);
        return count;
    }

    private void decode() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        int counted = count(0);
        while (result.isError()) {
            damaged.add(line);
            bytes.position(bytes.position() + result.length());
            chars.put('\uFFFD');
            result = decoder.decode(bytes, chars, ended);
            counted = count(counted);
        }
        if (ended) {
            decoder.flush(chars);
        }
        chars.flip();
    }

    /** Counts the ends of lines from here on as readers of lines do, and returns where it came to. */
    private int count(int from) {
        for (int i = from; i < chars.position(); i++) {
            char each = chars.get(i);
            if (each == '\r' || (each == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = each == '\r';
        }
        return chars.position();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
