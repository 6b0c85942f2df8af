package com.texchange.reconciliation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets lists that are older than they may become, each in a transaction of its own. */
@Component
class ForgettingReconciliations {

    /** The rows first: nothing refers to them. */
    private static final List<String> TABLES = List.of(
            "delete from reconciliation_row where reconciliation_id = :id",
            "delete from reconciliation_line where reconciliation_id = :id",
            "delete from reconciliation_order where reconciliation_id = :id",
            "delete from reconciliation where id = :id");
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Duration keep;
    private final Clock clock;

    ForgettingReconciliations(JdbcClient jdbc, TransactionTemplate transactions, ReconciliationProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keep = properties.keep();
        this.clock = clock;
    }

    @Bean
    static Task<Void> forgetReconciliations(ForgettingReconciliations forgetting) {
        return Tasks.recurring("forget-reconciliations", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> forgetting.forget());
    }

    void forget() {
        jdbc.sql("select id from reconciliation where begun_at < :before").param("before", clock.instant().minus(keep))
                .query(UUID.class).list().forEach(id -> transactions.executeWithoutResult(status -> forget(id)));
    }

    private void forget(UUID id) {
        // Whoever compares it just now is waited for.
        jdbc.sql("select id from reconciliation where id = :id for update").param("id", id).query(UUID.class).list();
        TABLES.forEach(table -> jdbc.sql(table).param("id", id).update());
    }
}
