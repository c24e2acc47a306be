package dev.stipple.web.console.insight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folders of changed rules that may be looked at: those in one folder on the server, and no others. */
@Component
class ChangedRules {
    private static final String QUESTIONNAIRE = "questionnaire.yaml";

    private final String parent;

    /** @param parent empty where the feature is off */
    ChangedRules(@Value("${stipple.impact.folder}") String parent) {
        this.parent = parent;
    }

    String parent() {
        return parent;
    }

    /** The names of the folders, in order; links are left out. */
    List<String> names() {
        if (parent.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(Path.of(parent))) {
            return folders.filter(folder -> !Files.isSymbolicLink(folder))
                    .filter(folder -> Files.isRegularFile(folder.resolve(QUESTIONNAIRE)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The folder of this name; empty where it is none of those. */
    Optional<Path> folder(String name) {
        return names().contains(name) ? Optional.of(Path.of(parent, name)) : Optional.empty();
    }
}
