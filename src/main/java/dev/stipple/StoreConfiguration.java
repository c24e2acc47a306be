package dev.stipple;

import com.zaxxer.hikari.HikariDataSource;
import dev.stipple.events.Outbox;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.screening.DueScreenings;
import dev.stipple.screening.Erasures;
import dev.stipple.screening.Exports;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.rows.SurvivingPeople;
import dev.stipple.screening.uploads.Uploads;
import dev.stipple.store.DataFiles;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.audit.SealNotes;
import dev.stipple.store.backup.Backup;
import dev.stipple.store.backup.Restore;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.store.renewal.KeyRenewal;
import dev.stipple.store.renewal.Survivors;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Opens what is kept, for the service and for the commands that look after it alike. */
@Configuration
class StoreConfiguration {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    DataFiles dataFiles(@Value("${spring.datasource.url}") String url) {
        return DataFiles.of(url);
    }

    /**
     * Gives up on a PostgreSQL that falls silent in twice the time of a statement, as its driver would wait for ever, and
     * prepares statements again whose tables a later version of the service has changed.
     */
    @Bean
    Database database(DataSource source, JdbcTemplate template, DataFiles files) {
        if (source instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            String seconds = String.valueOf(2 * Math.max(0, template.getQueryTimeout()));
            pool.addDataSourceProperty("socketTimeout", seconds);
            pool.addDataSourceProperty("cancelSignalTimeout", seconds);
            pool.addDataSourceProperty("autosave", "conservative");
        }
        files.make();
        Database database = Database.open(source, JdbcClient.create(template));
        files.keepToOwner();
        return database;
    }

    @Bean
    MasterKeys masterKeys(
            @Value("${stipple.key}") String key,
            @Value("${stipple.key-before}") String before,
            @Value("${stipple.key-file}") Path file) {
        return key.isEmpty() ? MasterKeys.inFile(file) : MasterKeys.of(key, before);
    }

    @Bean
    Keys keys(Database database, MasterKeys masters, @Value("${stipple.keys}") Path folder) {
        return Keys.open(database, masters, folder);
    }

    @Bean
    AuditLog auditLog(Database database, Keys keys, InstantSource clock) {
        return new AuditLog(database, keys, clock);
    }

    @Bean
    SealNotes sealNotes(Keys keys, @Value("${stipple.seals}") Path folder) {
        return new SealNotes(folder.resolve(keys.database()));
    }

    @Bean
    Backup backup(Database database, Keys keys, InstantSource clock) {
        return new Backup(database, keys, clock);
    }

    @Bean
    Restore restore(Database database, Keys keys, AuditLog audit, InstantSource clock) {
        return new Restore(database, keys, audit, clock);
    }

    @Bean
    Exports exports(Database database, Keys keys, AuditLog audit) {
        return new Exports(database, keys, audit);
    }

    @Bean
    Erasures erasures(Database database, AuditLog audit) {
        return new Erasures(database, audit);
    }

    @Bean
    Screenings screenings(Database database, Keys keys, AuditLog audit, Outbox outbox, InstantSource clock) {
        return new Screenings(database, keys, audit, outbox, clock);
    }

    @Bean
    OwnScreenings ownScreenings(
            Database database,
            Screenings screenings,
            @Value("${stipple.screenings.keep}") Duration keep,
            InstantSource clock) {
        return new OwnScreenings(database, screenings, keep, clock);
    }

    @Bean
    Uploads uploads(
            Database database,
            Keys keys,
            AuditLog audit,
            Outbox outbox,
            @Value("${stipple.uploads.most}") int most,
            @Value("${stipple.uploads.size}") DataSize size,
            InstantSource clock) {
        return new Uploads(database, keys, audit, outbox, most, size.toBytes(), clock);
    }

    @Bean
    DueScreenings dueScreenings(Database database, Keys keys, AuditLog audit, Outbox outbox, InstantSource clock) {
        return new DueScreenings(database, keys, audit, outbox, clock);
    }

    @Bean
    DraftsInDatabase drafts(
            Database database,
            Keys keys,
            AuditLog audit,
            @Value("${stipple.intake.most}") int most,
            @Value("${stipple.intake.keep}") Duration keep,
            InstantSource clock) {
        return new DraftsInDatabase(database, keys, audit, most, keep, clock);
    }

    @Bean
    SurvivingPeople survivingPeople(Database database, Keys keys) {
        return new SurvivingPeople(database, keys);
    }

    /** Begins after half of the time, so that the other half is left for a service that was stopped or busy. */
    @Bean
    KeyRenewal keyRenewal(
            Database database,
            Keys keys,
            AuditLog audit,
            List<Survivors> survivors,
            @Value("${stipple.erasure.within}") Duration within,
            InstantSource clock) {
        if (within.compareTo(KeyRenewal.SHORTEST) < 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "stipple.erasure.within",
                    within,
                    "Keys take some minutes to be replaced everywhere; give " + KeyRenewal.SHORTEST.toMinutes()
                            + "m or more.");
        }
        return new KeyRenewal(database, keys, audit, survivors, within.dividedBy(2), clock);
    }
}
