package dev.stipple.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The database that everything is kept in, its tables brought up to date: an H2 file or PostgreSQL. */
public final class Database {
    private final DataSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    private Database(DataSource source, JdbcClient sql) {
        this.source = source;
        this.sql = sql;
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Brings the tables up to date and opens the database, whose statements may take as long as they need. */
    public static Database open(DataSource source) {
        return open(source, JdbcClient.create(source));
    }

    /**
     * Brings the tables up to date, however long that takes, and opens the database. Where that was cut short before, it is
     * taken up again.
     *
     * @param sql runs the statements on the same source, and may limit how long each takes
     */
    public static Database open(DataSource source, JdbcClient sql) {
        Flyway tables = Flyway.configure()
                .dataSource(new Untimed(source))
                .locations("classpath:dev/stipple/store/schema")
                .load();
        if (Stream.of(tables.info().all()).anyMatch(each -> each.getState().isFailed())) {
            tables.repair();
        }
        tables.migrate();
        return new Database(source, sql);
    }

    /**
     * Connects to a database, brings its tables up to date and opens it, for a process that does one thing.
     *
     * @throws SQLException where it cannot be reached
     */
    public static Database connect(String url, String user, String password) throws SQLException {
        var source = new DriverManagerDataSource(url, user, password);
        try (Connection first = source.getConnection()) {
            first.isValid(0);
        }
        return open(source);
    }

    public JdbcClient sql() {
        return sql;
    }

    /** Runs all of it or, where it throws, nothing; joins a transaction that is under way. */
    public <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction gave nothing");
        }
        return result;
    }

    /** Runs all of it or, where it throws, nothing; joins a transaction that is under way. */
    public void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    public DataSource source() {
        return source;
    }

    /** Statements that may take as long as they need, such as reading a whole table. */
    public JdbcClient untimedSql() {
        return JdbcClient.create(source);
    }

    /** Waits for an answer as long as it takes. */
    private static final class Untimed extends DelegatingDataSource {
        private Untimed(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setNetworkTimeout(Runnable::run, 0);
            return connection;
        }
    }
}
