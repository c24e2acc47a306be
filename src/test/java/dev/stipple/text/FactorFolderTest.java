package dev.stipple.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactorFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void rules() throws IOException {
        Files.createDirectory(folder.resolve("health"));
        Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(folder.resolve("health/heart.drl"), "a");
        Files.writeString(folder.resolve("health.drl"), "b");
        Files.writeString(folder.resolve("pictures/head.svg"), "c");
    }

    @Test
    void theFilesOfAFactorsFolderAreRead() {
        var read = RulesFolder.read(folder);

        assertThat(read.names(RulesFolder.RULES)).containsExactly("health.drl", "health/heart.drl");
        assertThat(read.text("health/heart.drl")).isEqualTo("a");
        assertThat(read.pictures()).containsOnlyKeys("head.svg");
    }

    @Test
    void aFileBelongsToTheFactorOfItsFolder() {
        assertThat(RulesFolder.factor("health/heart.fr.yaml")).isEqualTo("health");
        assertThat(RulesFolder.stem("health/heart.fr.yaml")).isEqualTo("health/heart");
        assertThat(RulesFolder.factor("skin-tone.scenarios.yaml")).isEqualTo("skin-tone");
        assertThat(RulesFolder.stem("skin-tone.drl")).isEqualTo("skin-tone");
    }

    @Test
    void whatEditorsAndToolsHideIsLeftOut() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/a.yaml"), "a");
        Files.writeString(folder.resolve(".age.drl"), "a");
        Files.writeString(folder.resolve("health/.heart.drl"), "a");

        assertThat(RulesFolder.read(folder).names(RulesFolder.RULES)).containsExactly("health.drl", "health/heart.drl");
    }

    @Test
    void aLinkedFileInAFactorsFolderIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("health/blood.drl"), folder.resolve("health.drl"));

        refused("health/blood.drl:1:1: this is not a plain file");
    }

    @Test
    void aLinkedFolderIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("skin"), folder.resolve("health"));

        refused("skin:1:1: this is not a plain folder");
    }

    @Test
    void aFolderTooDeepIsRefusedInsteadOfPassedOver() throws IOException {
        Files.createDirectory(folder.resolve("health/heart"));

        refused("health/heart:1:1: a factor's folder has no folders; put the files into health");
    }

    private void refused(String fault) {
        var refusal = catchThrowableOfType(InvalidRules.class, () -> RulesFolder.read(folder));

        assertThat(refusal.faults()).singleElement().asString().startsWith(fault);
    }
}
