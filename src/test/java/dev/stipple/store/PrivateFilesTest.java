package dev.stipple.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold secrets are there whole, for their owner alone, and leave nothing behind. */
class PrivateFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatAFileHeldBeforeIsOverwrittenOnceItIsReplaced() throws IOException {
        Path file = folder.resolve("made/keys");
        PrivateFiles.replace(file, bytes("first"));
        Path sameFile = Files.createLink(folder.resolve("another name of the first"), file);

        PrivateFiles.replace(file, bytes("second"));

        assertThat(file).hasContent("second");
        assertThat(Files.readAllBytes(sameFile)).containsOnly(0).hasSize(5);
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("made"))).isEqualTo("rwx------");
        assertThat(folder.resolve("made")).isDirectoryNotContaining("glob:**.{old,new}");
    }

    @Test
    void whateverAKilledProcessLeftIsDestroyedAndTheFileStays() throws IOException {
        Path file = folder.resolve("keys");
        for (boolean moved : new boolean[] {false, true}) {
            Files.writeString(file, "kept");
            Path before = folder.resolve("keys.old");
            if (moved) {
                Files.writeString(before, "before");
            } else {
                Files.createLink(before, file);
            }
            Path written = folder.resolve("keys.new");
            Files.writeString(written, "half");
            Path sameAsWritten = Files.createLink(folder.resolve("w" + moved), written);

            PrivateFiles.tidy(file);

            assertThat(file).hasContent("kept");
            assertThat(before).doesNotExist();
            assertThat(written).doesNotExist();
            assertThat(Files.readAllBytes(sameAsWritten)).containsOnly(0);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
