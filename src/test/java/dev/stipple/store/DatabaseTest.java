package dev.stipple.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.H2;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables that were half made, on a disk that was full or by a process that was killed, are made whole. */
class DatabaseTest {
    private final DataSource source = H2.fresh();
    private final JdbcClient sql = JdbcClient.create(source);

    /** Before it was noted how it went, or after it was noted that it failed. */
    @ParameterizedTest
    @ValueSource(strings = {"delete from flyway_schema_history", "update flyway_schema_history set success = false"})
    void whatWasCutShortIsTakenUp(String noted) {
        Database.open(source);
        sql.sql("drop table api_key, user_credentials, draft").update();
        sql.sql("delete from audit_head").update();
        sql.sql(noted).update();

        Database.open(source);

        assertThat(count("api_key")).isZero();
        assertThat(count("draft")).isZero();
        assertThat(count("audit_head")).isOne();
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
