package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts that fuzzing found worth keeping, each tried again. */
@Tag("whole")
class CorpusTest {
    static Stream<Class<?>> targets() {
        return Fuzz.TARGETS.stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noKeptTextBreaksWhatReadsIt(Class<?> target) throws Exception {
        Method fuzz = target.getMethod("fuzzerTestOneInput", byte[].class);
        List<Path> kept = kept(target);
        for (Path text : kept) {
            try {
                fuzz.invoke(null, (Object) Files.readAllBytes(text));
            } catch (InvocationTargetException e) {
                throw new AssertionError(text.toString(), e.getCause());
            }
        }

        assertFalse(kept.isEmpty());
    }

    private static List<Path> kept(Class<?> target) throws IOException {
        try (Stream<Path> files = Files.list(Fuzz.CORPUS.resolve(Fuzz.name(target)))) {
            return files.sorted().toList();
        }
    }
}
