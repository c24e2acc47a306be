package dev.stipple;

import dev.stipple.cli.store.Store;
import dev.stipple.cli.store.Stores;
import dev.stipple.cli.store.UnusableStore;
import dev.stipple.screening.Screenings;
import dev.stipple.store.DataFiles;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.audit.SealNotes;
import dev.stipple.store.backup.Backup;
import dev.stipple.store.backup.Restore;
import dev.stipple.store.keys.InvalidKey;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.store.renewal.KeyRenewal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/** Opens what is kept by the same settings as the service, from the same places, for a command. */
public final class StoreContext implements Stores {
    private final List<String> settings;

    /**
     * Opens nothing yet.
     *
     * @param settings as the service takes them, such as {@code --spring.datasource.url=URL}
     */
    public StoreContext(List<String> settings) {
        this.settings = settings;
    }

    /** The database and what looks after it, without anything that serves. */
    @Import({StoreConfiguration.class, EventConfiguration.class})
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
    static class Parts {}

    @Override
    public Store open(boolean mayBeNew) {
        var context = context();
        try {
            context.getBean(DataFiles.class).missing().filter(any -> !mayBeNew).ifPresent(file -> {
                throw new UnusableStore("there is no file " + file
                        + "; name its folder with --stipple.data, or start the service, which makes one");
            });
            return new Store(
                    context.getBean(AuditLog.class),
                    context.getBean(SealNotes.class),
                    context.getBean(Backup.class),
                    context.getBean(Restore.class),
                    context.getBean(Screenings.class),
                    context.getBean(MasterKeys.class),
                    context.getBean(KeyRenewal.class),
                    context::close);
        } catch (RuntimeException e) {
            context.close();
            throw cause(e, InvalidKey.class)
                    .<RuntimeException>map(cause -> cause)
                    .or(() -> cause(e, SQLException.class).map(StoreContext::unusable))
                    .orElseGet(() -> e instanceof UnusableStore ? e : new UnusableStore(root(e)));
        }
    }

    @Override
    public MasterKeys masters() {
        try (var context = context()) {
            return context.getBean(MasterKeys.class);
        }
    }

    /** Makes nothing before it is asked for; a statement may take as long as it needs. */
    private ConfigurableApplicationContext context() {
        try {
            return new SpringApplicationBuilder(Parts.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .lazyInitialization(true)
                    .run(Stream.concat(
                                    Stream.of("--logging.level.root=error", "--spring.jdbc.template.query-timeout=0s"),
                                    settings.stream())
                            .toArray(String[]::new));
        } catch (SettingNames.UnknownSetting e) {
            throw new UnusableStore(root(e));
        }
    }

    private static UnusableStore unusable(SQLException cause) {
        String why = String.valueOf(cause.getMessage());
        return cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                ? UnusableStore.inUse(why)
                : new UnusableStore(why);
    }

    /** What a failure was caused by, in its own words. */
    private static String root(RuntimeException failure) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((outer, inner) -> inner);
    }
}
