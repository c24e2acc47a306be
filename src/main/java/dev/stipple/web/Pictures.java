package dev.stipple.web;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The drawings beside the rules. */
@Component
public class Pictures {
    private static final Pattern NUMBERED = Pattern.compile(">1</text>");

    private final Path folder;

    Pictures(@Value("${stipple.rules}") Path rules) {
        this.folder = rules.resolve(RulesFolder.PICTURES);
    }

    Path folder() {
        return folder;
    }

    /** The drawing of one option, {@code <picture>-<CODE>.svg}, where there is one. */
    public Optional<String> of(Question question, Option option) {
        return question.pictureOf(option).filter(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** Whether a question's drawing numbers its parts in the order of the options, and their texts do not. */
    public boolean isNumbered(Question question) {
        if (question.picture() == null
                || !Files.isRegularFile(folder.resolve(question.picture()))
                || question.options().stream()
                        .anyMatch(option -> option.text().english().matches(".*\\d.*"))) {
            return false;
        }
        try {
            return NUMBERED.matcher(Files.readString(folder.resolve(question.picture())))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
