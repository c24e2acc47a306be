package dev.stipple;

import dev.stipple.screening.AuditLog;
import dev.stipple.screening.Backup;
import dev.stipple.screening.Database;
import dev.stipple.screening.MasterKey;
import dev.stipple.screening.Screenings;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database of kept screenings for the service. */
@Configuration
class ScreeningConfiguration {
    @Bean
    Database database(DataSource source) {
        return Database.open(source);
    }

    @Bean
    MasterKey masterKey(@Value("${stipple.key}") String key, @Value("${stipple.key-file}") Path file) {
        return key.isEmpty() ? MasterKey.inFile(file) : MasterKey.of(key);
    }

    @Bean
    AuditLog auditLog(Database database, MasterKey master) {
        return new AuditLog(database, master, InstantSource.system());
    }

    @Bean
    Backup backup(Database database) {
        return new Backup(database);
    }

    @Bean
    Screenings screenings(Database database, MasterKey master, AuditLog audit) {
        return new Screenings(database, master, audit, InstantSource.system());
    }
}
