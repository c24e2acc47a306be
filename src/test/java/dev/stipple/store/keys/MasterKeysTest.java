package dev.stipple.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the master key, and what lies beside it. */
class MasterKeysTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatAKilledRotationLeftIsDestroyedOnceNobodyCanBeMakingItStill() throws IOException {
        Path file = folder.resolve("stipple.key");
        Path left = made("stipple.key.next.569d7375-be0b-4cc9-b426-fdce663b91e1", Duration.ofHours(1));
        Path leftFirst = made("stipple.key.b895cbb2-3a76-4c05-a8b6-df43b9a4dc37", Duration.ofHours(1));
        Path beingMade = made("stipple.key.next.b895cbb2-3a76-4c05-a8b6-df43b9a4dc37", Duration.ZERO);
        Path copy = made("stipple.key.copy", Duration.ofHours(1));
        var masters = MasterKeys.inFile(file);
        masters.makeFirst();
        masters.makeNext();

        masters.tidy();

        assertThat(left).doesNotExist();
        assertThat(leftFirst).doesNotExist();
        assertThat(beingMade).exists();
        assertThat(copy).exists();
        assertThat(masters.read()).hasSize(2);
    }

    private Path made(String name, Duration ago) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "a key");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }
}
