package dev.stipple.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.AnswersReader;
import dev.stipple.assessment.summary.Detail;
import dev.stipple.rule.Verdict;
import dev.stipple.text.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files under examples/ are the contract: what the answers of each story are answered with. */
class ExamplesTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The day from which waits count in them. */
    private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 28);

    static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            return files.filter(file -> file.toString().endsWith(".answers.json"))
                    .sorted()
                    .toList();
        }
    }

    /** Rewrite a file that changed on purpose with {@code assess --json --as-of 2026-11-28 examples/STORY.answers.json}. */
    @ParameterizedTest
    @MethodSource("stories")
    void everyStoryIsAnsweredAsWritten(Path answers) throws IOException {
        var expected = Path.of(answers.toString().replace(".answers.", ".assessment."));

        var full = Detail.FULL.of(assess(answers), Spoken.EN, WRITTEN);
        assertEquals(Files.readString(expected), JSON.writeValueAsString(full) + "\n");
    }

    @Test
    void theStoriesReachEveryVerdict() throws IOException {
        var reached = EnumSet.noneOf(Verdict.class);
        for (Path story : stories()) {
            reached.add(assess(story).verdict());
        }

        assertEquals(EnumSet.allOf(Verdict.class), reached);
        assertTrue(stories().size() >= 12);
    }

    private static Assessment assess(Path file) throws IOException {
        var json = StrictJson.read(Files.readAllBytes(file));
        var answers = AnswersReader.read(Shipped.rulebook().questionnaire(), json.tree(), json.duplicates());
        return Shipped.assessor().assess(answers);
    }
}
