package dev.stipple.web;

import dev.stipple.live.LiveRules;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.text.PlainFile;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The drawings beside the rules, which are open to everybody: those that the rules in use were read with, and no links. */
@Controller
public class Pictures {
    private static final Pattern NUMBERED = Pattern.compile(">1</text>");
    private static final CacheControl CACHE = CacheControl.maxAge(Duration.ofHours(1));

    private final Path folder;
    private final LiveRules rules;

    Pictures(@Value("${stipple.rules}") Path rules, LiveRules live) {
        this.folder = rules.resolve(RulesFolder.PICTURES);
        this.rules = live;
    }

    @GetMapping("/pictures/{name}")
    ResponseEntity<byte[]> show(@PathVariable String name) {
        MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return read(name)
                .map(bytes -> ResponseEntity.ok()
                        .cacheControl(CACHE)
                        .contentType(type)
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The drawing of one option, {@code <picture>-<CODE>.svg}, where there is one. */
    public Optional<String> of(Question question, Option option) {
        return question.pictureOf(option).filter(this::has);
    }

    /** The drawing with this name, where there is one. */
    public Optional<String> named(@Nullable String name) {
        return Optional.ofNullable(name).filter(this::has);
    }

    /** Whether a question's drawing numbers its parts in the order of the options, and their texts do not. */
    public boolean isNumbered(Question question) {
        return question.picture() != null
                && question.options().stream()
                        .noneMatch(option -> option.text().english().matches(".*\\d.*"))
                && read(question.picture())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .filter(drawing -> NUMBERED.matcher(drawing).find())
                        .isPresent();
    }

    private boolean has(String name) {
        return rules.assessor().rulebook().contents().folder().pictures().contains(name);
    }

    /** Empty where there is no such picture, or one that became something else since the rules were read. */
    private Optional<byte[]> read(String name) {
        if (!has(name) || !PlainFile.isFolder(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PlainFile.read(folder.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
