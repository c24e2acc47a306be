package dev.stipple.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Kills a process, as {@code kill -9} does, while it keeps screenings from several threads, and looks for every one that
 * it had acknowledged. {@code -Dstipple.writes=10000} makes it the long test.
 */
class KillTest {
    private static final int WRITES = Integer.getInteger("stipple.writes", 400);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingAcknowledgedIsLostOnH2() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("stipple") + Databases.H2_MODE;

        Set<String> acknowledged = keepUntilKilled(url, "sa");

        var source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        assertAllThere(source, acknowledged);
    }

    @Test
    void nothingAcknowledgedIsLostOnPostgres() throws Exception {
        String url = Databases.postgresUrl();

        Set<String> acknowledged = keepUntilKilled(url, "postgres");

        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("postgres");
        assertAllThere(source, acknowledged);
    }

    private static void assertAllThere(DataSource source, Set<String> acknowledged) {
        var desk = new Desk(source);
        int read = 0;
        for (String reference : acknowledged) {
            read += desk.screenings
                            .find(new Reference(reference), "test")
                            .current()
                            .answers()
                            .isEmpty()
                    ? 0
                    : 1;
        }
        System.out.println("acknowledged " + acknowledged.size() + ", found " + read);

        assertEquals(acknowledged.size(), read);
        assertTrue(acknowledged.size() >= WRITES / 2);
        assertTrue(desk.audit.verify().holds());
        assertTrue(desk.keep("man-recent-transplant", Desk.MARIE).version() > 0);
    }

    /** The references that the process had told before it was killed at about the middle of its work. */
    private static Set<String> keepUntilKilled(String url, String user) throws IOException, InterruptedException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        KeepingProcess.class.getName(),
                        url,
                        user,
                        Integer.toString(WRITES))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var acknowledged = new HashSet<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("kept ") && line.length() == 17) {
                    acknowledged.add(line.substring(5));
                }
                if (acknowledged.size() == WRITES / 2) {
                    // Not the process itself, as that would close what it has already told.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return acknowledged;
    }
}
