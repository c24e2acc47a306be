package dev.stipple.cli.arguments;

import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.AssessmentRequest;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answers of one person, given as a file. */
public final class PersonFile {
    private PersonFile() {}

    /**
     * Reads answers as JSON, or a request for an assessment as the API takes it; {@code -} stands for standard input.
     *
     * @throws UnusableInput with every fault, each with the name of the file
     */
    public static AssessmentRequest read(Questionnaire questionnaire, String file) throws IOException {
        try {
            StrictJson json =
                    StrictJson.read(file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file)));
            return json.tree().has(AnswersReader.ANSWERS)
                    ? AssessmentRequest.read(questionnaire, json)
                    : new AssessmentRequest(
                            AnswersReader.read(questionnaire, json.tree(), json.duplicates()), Optional.empty());
        } catch (NoSuchFileException e) {
            throw new UnusableInput("there is no file " + file + "; name a file of answers, or - for standard input");
        } catch (StrictJson.Malformed e) {
            throw new UnusableInput(file + ": " + e.getMessage());
        } catch (InvalidAnswers e) {
            throw new UnusableInput(
                    e.lines().stream().map(line -> file + ":" + line).collect(Collectors.joining("\n")));
        }
    }
}
