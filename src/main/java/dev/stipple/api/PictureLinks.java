package dev.stipple.api;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where a client elsewhere finds the pictures of questions.
 *
 * @param base the whole address of the folder that holds them
 * @param names of the pictures that there are
 */
public record PictureLinks(String base, Set<String> names) {
    /** The links for who sent the current request. */
    public static PictureLinks of(Rulebook rulebook) {
        String base = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + RulesFolder.PICTURES + "/")
                .toUriString();
        return new PictureLinks(base, rulebook.contents().folder().pictures().keySet());
    }

    public Optional<String> of(Question question) {
        return link(Optional.ofNullable(question.picture()));
    }

    public Optional<String> of(Question question, Option option) {
        return link(question.pictureOf(option));
    }

    private Optional<String> link(Optional<String> name) {
        return name.filter(names::contains).map(base::concat);
    }
}
