package dev.stipple;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads every line that any test logs, and holds on to those that tell of a person. */
public final class LogWatch extends AppenderBase<ILoggingEvent> {
    /** Whom the tests are about, and how people are reached. */
    private static final Pattern PERSON =
            Pattern.compile("(?i)dupont|reyes|quill[0-9a-z]|[\\w.]+@example\\.org|\\+33[ 0-9]{9,}");

    private static final Pattern ANSWER = answer();
    private static final Queue<String> TELLING = new ConcurrentLinkedQueue<>();

    /** A question with something said to it; only questions whose names are no everyday words. */
    private static Pattern answer() {
        try {
            String questions = Pattern.compile("\\bid: ([a-z]+[A-Z]\\w*)")
                    .matcher(Files.readString(Path.of("rules/questionnaire.yaml")))
                    .results()
                    .map((MatchResult each) -> each.group(1))
                    .distinct()
                    .collect(Collectors.joining("|"));
            return Pattern.compile("\\b(" + questions + ")\"?\\s?[:=]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean tells(String line) {
        return PERSON.matcher(line).find() || ANSWER.matcher(line).find();
    }

    @Override
    protected void append(ILoggingEvent event) {
        String line = event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
        if (tells(line)) {
            TELLING.add(event.getLoggerName() + ": " + line);
        }
    }

    /** Fails the class of tests during which something telling was logged. */
    public static final class Guard implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            check();
        }

        void check() {
            List<String> telling = List.copyOf(TELLING);
            TELLING.clear();
            if (!telling.isEmpty()) {
                throw new AssertionError("logged about a person: " + telling);
            }
        }
    }
}
