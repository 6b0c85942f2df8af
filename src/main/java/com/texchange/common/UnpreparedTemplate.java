package com.texchange.common;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/** Has PostgreSQL keep none of its statements, and so none of their plans. */
final class UnpreparedTemplate extends JdbcTemplate {

    private static final int NEVER = 0;

    UnpreparedTemplate(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(NEVER);
    }
}
