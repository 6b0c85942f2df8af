package com.texchange.common;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Lets a migration take as long as it takes, as an index over years of data does. The pool's connections give a server up
 * that is silent for minutes; it puts that time-out back when Flyway returns the connection.
 */
@Component
class LongMigrations implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException e) {
            throw new IllegalStateException("A migration's time cannot be left open", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "LongMigrations";
    }
}
