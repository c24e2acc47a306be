package dev.stipple.screening;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh databases for tests on a real PostgreSQL, which is started once. */
public final class Databases {
    private Databases() {}

    /** Holds the server, so that it is started by the first test that needs it. */
    private static final class Started {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static DataSource postgres() {
        return Started.SERVER.getDatabase("postgres", postgresDatabase());
    }

    /** The address of a fresh database, for another process. */
    public static String postgresUrl() {
        return Started.SERVER.getJdbcUrl("postgres", postgresDatabase());
    }

    /** Makes an empty database and returns its name. */
    private static String postgresDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(Started.SERVER.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return name;
    }
}
