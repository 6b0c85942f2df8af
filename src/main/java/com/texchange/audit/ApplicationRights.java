package com.texchange.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where another role than the application's owns the tables ({@code spring.flyway.user}), gives the application's role what it needs after each
 * migration: all but changing and removing what has been recorded. Where the application owns them, there is nothing to be given.
 */
@Component
class ApplicationRights implements Callback {

    /** Each makes a statement of the role's name, quoted. */
    private static final List<String> RIGHTS = List.of(
            "grant usage on schema %2$I to %1$I",
            // To analyze what was just loaded.
            "grant select, insert, update, delete, maintain on all tables in schema %2$I to %1$I",
            "grant usage, select on all sequences in schema %2$I to %1$I",
            "grant execute on all functions in schema %2$I to %1$I",
            "revoke all on audit_entry from %1$I",
            "grant select, insert (kind, actor_id, actor, company_id, companies, grant_id, source, subject_type, subject_id, subject,"
                    + " old_value, new_value, times) on audit_entry to %1$I",
            // A simple view lets its readers write past it.
            "revoke all on audit_listed from %1$I",
            "grant select on audit_listed to %1$I");

    private final String application;

    ApplicationRights(@Value("${spring.datasource.username:}") String application) {
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            give(context.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("The application's role cannot be given its rights", e);
        }
    }

    private void give(Connection owner) throws SQLException {
        String user = owner.getMetaData().getUserName();
        if (application.isEmpty() || application.equals(user)) {
            return;
        }
        try (Statement statement = owner.createStatement()) {
            for (String right : RIGHTS) {
                statement.execute(named(owner, right));
            }
        }
    }

    private String named(Connection owner, String right) throws SQLException {
        try (var format = owner.prepareStatement("select format(?, ?, current_schema())")) {
            format.setString(1, right);
            format.setString(2, application);
            try (ResultSet made = format.executeQuery()) {
                made.next();
                return made.getString(1);
            }
        }
    }

    @Override
    public String getCallbackName() {
        return "ApplicationRights";
    }
}
