package dev.stipple;

import dev.stipple.store.keys.InvalidKey;
import dev.stipple.text.InvalidRules;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The service: everything that answers over HTTP. */
@SpringBootApplication
public class Service {
    private static final int NO_RULEBOOK = 3;

    /** Starts serving; ends the process with exit code 3 where the rules cannot be used. */
    static void start(String... arguments) {
        String[] options = Stream.of(arguments).limit(1).anyMatch("serve"::equals)
                ? Arrays.copyOfRange(arguments, 1, arguments.length)
                : arguments;
        var application = new SpringApplication(Service.class);
        application.setBannerMode(Banner.Mode.OFF);
        try {
            application.run(options);
        } catch (RuntimeException e) {
            if (Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .anyMatch(InvalidRules.class::isInstance)) {
                System.exit(NO_RULEBOOK);
            }
            throw e;
        }
    }

    /** Says what is wrong with the rules instead of a stack trace. */
    static final class InvalidRulesAnalyzer extends AbstractFailureAnalyzer<InvalidRules> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidRules cause) {
            return new FailureAnalysis(
                    "The rules cannot be used:\n\n" + cause.getMessage(),
                    "Mend them (stipple check lists all faults), or name another folder with --stipple.rules=FOLDER.",
                    cause);
        }
    }

    /** Says what is wrong with the keys of what is kept instead of a stack trace. */
    static final class InvalidKeyAnalyzer extends AbstractFailureAnalyzer<InvalidKey> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidKey cause) {
            return new FailureAnalysis(
                    "What is kept cannot be opened:\n\n" + cause.getMessage(),
                    "Give the key and the folder of keys that belong to this database; nothing was changed.",
                    cause);
        }
    }
}
