package dev.stipple.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.summary.Detail;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.authoring.impact.Population;
import dev.stipple.wording.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** How long a short answer is, over the examples and over made-up people; prints what it measured. */
class ShortAnswerSizeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final int PEOPLE = Integer.getInteger("people", 150);
    private static final int MOST_WORDS = 150;

    private static final int MOST_BYTES = 6 * 1024;
    private static final Pattern WORD = Pattern.compile("(?U)\\w[^\\s\\h]*");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theShortAnswerOfPlausiblePeopleIsShort(Language language) throws IOException {
        var population = new Population(Shipped.contents(), 11);
        var people = new ArrayList<>(stories());
        Stream.generate(population::next).limit(PEOPLE).forEach(people::add);

        measure("plausible people, " + language, people, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theShortAnswerOfPeopleWithEverythingIsShort(Language language) {
        var generated = new GeneratedPeople(Shipped.contents().questionnaire(), 11);

        measure(
                "people with everything, " + language,
                Stream.generate(generated::complete).limit(PEOPLE).toList(),
                language);
    }

    @Test
    void whatNobodyAnsweredIsToldShortly() {
        measure("nobody", List.of(Answers.none(Shipped.contents().questionnaire())), Spoken.EN);
    }

    private static void measure(String who, List<Answers> people, Language language) {
        List<Assessment> assessed =
                people.stream().map(Shipped.assessor()::assess).toList();
        int[] words = sorted(assessed, each -> words(Summary.of(each, language, DAY)));
        int[] lines = sorted(assessed, each -> lines(each, language));
        int[] bytes = sorted(
                assessed, each -> JsonMapper.shared().writeValueAsBytes(Detail.SUMMARY.of(each, language, DAY)).length);
        System.out.printf(
                "%s (%d): words median %d, most %d; lines median %d, most %d; bytes median %d, most %d%n",
                who, people.size(), median(words), most(words), median(lines), most(lines), median(bytes), most(bytes));

        assertThat(median(words)).isLessThanOrEqualTo(MOST_WORDS);
        assertThat(most(lines)).isLessThanOrEqualTo(SummaryText.MOST);
        assertThat(most(bytes)).isLessThan(MOST_BYTES);
    }

    private static int words(Summary summary) {
        Stream<String> todo = summary.todo().stream()
                .flatMap(stage -> Stream.concat(
                        Stream.of(stage.name()), stage.steps().stream().map(Summary.Step::text)));
        return Stream.of(Stream.of(summary.line()), summary.sentences().stream(), summary.alsoFactors().stream(), todo)
                .flatMap(texts -> texts)
                .mapToInt(text -> (int) WORD.matcher(text).results().count())
                .sum();
    }

    private static int lines(Assessment assessment, Language language) {
        var out = new StringWriter();
        new SummaryText(Summary.of(assessment, language, DAY), assessment, language, false)
                .print(new PrintWriter(out, true));
        return (int) out.toString().lines().count();
    }

    private static int[] sorted(List<Assessment> assessed, ToIntFunction<Assessment> measure) {
        return assessed.stream().mapToInt(measure).sorted().toArray();
    }

    private static int median(int[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static int most(int[] sorted) {
        return sorted[sorted.length - 1];
    }

    private static List<Answers> stories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            var people = new ArrayList<Answers>();
            for (Path file : files.filter(each -> each.toString().endsWith(".answers.json"))
                    .toList()) {
                people.add(AnswersReader.read(
                        Shipped.contents().questionnaire(),
                        JsonMapper.shared().readTree(Files.readString(file)),
                        List.of()));
            }
            return people;
        }
    }
}
