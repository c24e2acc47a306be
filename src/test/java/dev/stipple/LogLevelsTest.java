package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.slf4j.LoggerFactory;

/** What one class of tests logs for debugging, the next one does not. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class LogLevelsTest {
    @Nested
    @Order(1)
    class First {
        @Test
        void logsEveryStep() {
            root().setLevel(Level.TRACE);
            logger("dev.stipple.some").setLevel(Level.DEBUG);
            logger("dev.stipple.other").setLevel(Level.ERROR);

            assertThat(root().isTraceEnabled()).isTrue();
        }
    }

    @Nested
    @Order(2)
    class Second {
        @Test
        void logsAsMuchAsEver() {
            assertThat(root().getLevel()).isEqualTo(Level.INFO);
            assertThat(logger("dev.stipple.some").getEffectiveLevel()).isEqualTo(Level.INFO);
            assertThat(logger("dev.stipple.other").getLevel()).isEqualTo(Level.ERROR);
        }
    }

    private static Logger root() {
        return logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }
}
