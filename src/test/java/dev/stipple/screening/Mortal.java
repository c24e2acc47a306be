package dev.stipple.screening;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connections of a service that can be stopped hard: before any statement, before a transaction ends or after it. From then
 * on it does nothing more, and its database takes back what it had not ended.
 */
final class Mortal extends DelegatingDataSource implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final HikariDataSource pool;
    private volatile boolean dead;

    /** What ends a service in the middle of its work; nothing of ours catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What is done on a connection or a statement. */
    @FunctionalInterface
    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    Mortal(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        this.pool = new HikariDataSource(config);
        setTargetDataSource(pool);
    }

    /** Stops it after so many steps from now on. */
    void dieAfter(int steps) {
        left.set(steps);
    }

    void live() {
        left.set(Integer.MAX_VALUE);
    }

    /** A step more; also one that happens outside of the database. */
    void step() {
        if (dead || left.decrementAndGet() < 0) {
            dead = true;
            throw new Killed();
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.getName()) {
                case "prepareStatement", "createStatement", "prepareCall" -> {
                    Object statement = invoke(real, method, arguments);
                    return statement == null ? null : statement(method.getReturnType(), (Statement) statement);
                }
                case "commit" -> {
                    step();
                    real.commit();
                    step();
                    return null;
                }
                default -> {
                    return invoke(real, method, arguments);
                }
            }
        });
    }

    private Object statement(Class<?> type, Statement real) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                step();
            }
            return invoke(real, method, arguments);
        });
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Mortal.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments)));
    }
}
