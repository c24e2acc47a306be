package dev.stipple.answers;

import dev.stipple.text.DecodedText;
import dev.stipple.text.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a line a person. */
final class JsonLines implements AnswersFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final DecodedText decoded;
    private final BufferedReader lines;
    private @Nullable Line next;
    private long number;

    JsonLines(DecodedText decoded) {
        this.decoded = decoded;
        this.lines = new BufferedReader(decoded);
        this.next = nextLine();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        Line line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = nextLine();
        return line;
    }

    private @Nullable Line nextLine() {
        try {
            while (true) {
                String text = lines.readLine();
                if (text == null) {
                    return null;
                }
                number++;
                if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
                    text = text.substring(1);
                }
                if (!text.isBlank()) {
                    return new Line(number, text, decoded.damage(number, number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(long line, String text, @Nullable String damage) implements Row {
        @Override
        public StrictJson read() {
            if (damage != null) {
                throw InvalidAnswers.undecoded(damage);
            }
            return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
