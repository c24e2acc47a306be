package dev.stipple.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of a rules folder is a link, which could show a file from anywhere. */
class LinksTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(folder.resolve("pictures/a.svg"), "<svg/>");
        Files.writeString(folder.resolve("questionnaire.yaml"), "title: x");
        Files.writeString(elsewhere.resolve("secret"), "a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.drl", "b.yaml", "b.md", "rules.sig", "pictures/b.svg", "pictures/b"})
    void aLinkIsAFaultWithItsPlace(String file) throws IOException {
        assertThat(RulesFolder.read(folder).pictures()).containsOnlyKeys("a.svg");

        Files.createSymbolicLink(folder.resolve(file), elsewhere.resolve("secret"));

        assertThatThrownBy(() -> RulesFolder.read(folder))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining(file)
                .hasMessageContaining("not a plain file");
    }

    @Test
    void aFolderOfPicturesThatLiesElsewhereIsAFault() throws IOException {
        Files.delete(folder.resolve("pictures/a.svg"));
        Files.delete(folder.resolve("pictures"));
        Files.createSymbolicLink(folder.resolve("pictures"), elsewhere);

        assertThatThrownBy(() -> RulesFolder.read(folder))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("pictures");
    }

    @Test
    void aLinkThatTakesThePlaceOfAFileIsNotFollowedWhenItIsOpened() throws IOException {
        Files.delete(folder.resolve("pictures/a.svg"));
        Files.createSymbolicLink(folder.resolve("pictures/a.svg"), elsewhere.resolve("secret"));

        assertThatThrownBy(() -> PlainFile.read(folder.resolve("pictures/a.svg"), 100))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatBecomesALinkIsAChange() throws IOException {
        FolderState before = FolderState.of(folder);
        Path file = folder.resolve("pictures/a.svg");
        Path twin = Files.move(file, elsewhere.resolve("a.svg"));
        Files.createSymbolicLink(file, twin);

        assertThat(FolderState.of(folder)).isNotEqualTo(before);
    }
}
