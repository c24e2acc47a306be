package dev.stipple;

import com.zaxxer.hikari.HikariDataSource;
import dev.stipple.screening.Erasures;
import dev.stipple.screening.Exports;
import dev.stipple.screening.Screenings;
import dev.stipple.store.AuditLog;
import dev.stipple.store.Backup;
import dev.stipple.store.Database;
import dev.stipple.store.MasterKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Opens the database of kept screenings for the service. */
@Configuration
class ScreeningConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ScreeningConfiguration.class);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /**
     * Gives up on a PostgreSQL that falls silent in twice the time of a statement, as its driver would wait for ever, and
     * prepares statements again whose tables a later version of the service has changed.
     */
    @Bean
    Database database(DataSource source, JdbcTemplate template) {
        if (source instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            String seconds = String.valueOf(2 * Math.max(0, template.getQueryTimeout()));
            pool.addDataSourceProperty("socketTimeout", seconds);
            pool.addDataSourceProperty("cancelSignalTimeout", seconds);
            pool.addDataSourceProperty("autosave", "conservative");
        }
        return Database.open(source, JdbcClient.create(template));
    }

    @Bean
    MasterKey masterKey(@Value("${stipple.key}") String key, @Value("${stipple.key-file}") Path file) {
        return key.isEmpty() ? MasterKey.inFile(file) : MasterKey.of(key);
    }

    /** Erases what has been kept for as long as it may be; 0 keeps everything. */
    @Configuration
    static class Retention {
        private final Screenings screenings;
        private final Duration keep;
        private final InstantSource clock;

        Retention(Screenings screenings, @Value("${stipple.screenings.keep}") Duration keep, InstantSource clock) {
            this.screenings = screenings;
            this.keep = keep;
            this.clock = clock;
        }

        @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
        void erase() {
            if (!keep.isZero()) {
                int erased = screenings.eraseUnchangedSince(clock.instant().minus(keep), "retention");
                LOG.info("{} screenings were kept long enough and are erased", erased);
            }
        }
    }

    @Bean
    AuditLog auditLog(Database database, MasterKey master, InstantSource clock) {
        return new AuditLog(database, master, clock);
    }

    @Bean
    Backup backup(Database database) {
        return new Backup(database);
    }

    @Bean
    Exports exports(Database database, MasterKey master, AuditLog audit) {
        return new Exports(database, master, audit);
    }

    @Bean
    Erasures erasures(Database database, AuditLog audit) {
        return new Erasures(database, audit);
    }

    @Bean
    Screenings screenings(Database database, MasterKey master, AuditLog audit, InstantSource clock) {
        return new Screenings(database, master, audit, clock);
    }
}
