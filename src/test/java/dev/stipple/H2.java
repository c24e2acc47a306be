package dev.stipple;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases of H2 for tests that need nothing around them. */
public final class H2 {
    /** How the service opens one, behind its address. */
    public static final String MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";

    private H2() {}

    /** A fresh one in memory. */
    public static DataSource fresh() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + MODE);
        return source;
    }
}
