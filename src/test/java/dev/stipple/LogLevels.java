package dev.stipple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Takes back what a class of tests had logged for debugging. The levels belong to the Java machine, and its service may live
 * on in the cache of contexts: the classes after it would log every step too, and take many times as long.
 */
public final class LogLevels implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            for (Logger each : talkative(loggers)) {
                each.setLevel(each.getName().equals(org.slf4j.Logger.ROOT_LOGGER_NAME) ? Level.INFO : null);
            }
        }
    }

    /** Those that were set to log more than what is told to whoever runs the service. */
    static List<Logger> talkative(LoggerContext loggers) {
        return loggers.getLoggerList().stream()
                .filter(each -> each.getLevel() != null && Level.DEBUG.isGreaterOrEqual(each.getLevel()))
                .toList();
    }
}
