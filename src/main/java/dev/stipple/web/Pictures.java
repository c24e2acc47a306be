package dev.stipple.web;

import dev.stipple.live.LiveRules;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The drawings beside the rules, which are open to everybody, as they were when the rules in use were read. */
@Controller
public class Pictures {
    private static final Pattern NUMBERED = Pattern.compile(">1</text>");
    private static final CacheControl CACHE = CacheControl.maxAge(Duration.ofHours(1));

    private static final MediaType SVG = new MediaType("image", "svg+xml");

    private final LiveRules rules;

    Pictures(LiveRules rules) {
        this.rules = rules;
    }

    @GetMapping("/pictures/{name}")
    ResponseEntity<byte[]> show(@PathVariable String name) {
        return read(name)
                .map(drawing -> ResponseEntity.ok()
                        .cacheControl(CACHE)
                        .contentType(SVG)
                        .body(drawing.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The drawing of one option, {@code <picture>-<CODE>.svg}, where there is one. */
    public Optional<String> of(Question question, Option option) {
        return question.pictureOf(option).filter(pictures()::containsKey);
    }

    /** The drawing with this name, where there is one. */
    public Optional<String> named(@Nullable String name) {
        return Optional.ofNullable(name).filter(pictures()::containsKey);
    }

    /** Whether a question's drawing numbers its parts in the order of the options, and their texts do not. */
    public boolean isNumbered(Question question) {
        return question.picture() != null
                && question.options().stream()
                        .noneMatch(option -> option.text().original().matches(".*\\d.*"))
                && read(question.picture())
                        .filter(drawing -> NUMBERED.matcher(drawing).find())
                        .isPresent();
    }

    /** A drawing as it was when the rules in use were read. */
    private Optional<String> read(String name) {
        return Optional.ofNullable(pictures().get(name));
    }

    private Map<String, String> pictures() {
        return rules.assessor().rulebook().contents().folder().pictures();
    }
}
