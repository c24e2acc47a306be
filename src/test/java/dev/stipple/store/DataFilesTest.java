package dev.stipple.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The files of an H2 database. */
class DataFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void areTheirOwnersBeforeAnythingIsInThem() throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("stipple") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        Path file = folder.resolve("stipple.mv.db");
        DataFiles files = DataFiles.of(url);

        files.make();

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(files.missing()).contains(file);

        Database.open(new DriverManagerDataSource(url));

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(files.missing()).isEmpty();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
