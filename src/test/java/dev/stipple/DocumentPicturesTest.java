package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures of pages in the documents: each one is there, and none is left over. */
class DocumentPicturesTest {
    private static final Path FOLDER = Path.of("docs/pictures");
    private static final Pattern PICTURE = Pattern.compile("src=\"([^\"]+\\.png)\"");

    @Test
    void everyPictureIsShownAndIsThere() throws IOException {
        var shown = Documents.all().stream()
                .flatMap(document -> PICTURE.matcher(document.text())
                        .results()
                        .map(found -> document.path().resolveSibling(found.group(1))))
                .collect(Collectors.toSet());

        try (Stream<Path> pictures = Files.list(FOLDER)) {
            assertThat(pictures).hasSizeGreaterThan(2).containsExactlyInAnyOrderElementsOf(shown);
        }
    }
}
