package dev.stipple.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    /** Half of a character is all that a pattern does not tell, as no JSON has it. */
    @Test
    void thePatternAndTheReaderTakeTheSame() {
        var pattern = Pattern.compile(TextReader.PATTERN);

        assertThat(IntStream.range(0, 0x20000)
                        .filter(each -> Character.getType(each) != Character.SURROGATE)
                        .mapToObj(Character::toString)
                        .flatMap(each -> Stream.of(each, "a" + each, each + "a"))
                        .filter(text -> pattern.matcher(text).matches() != (TextReader.problem(text) == null)))
                .isEmpty();
    }
}
