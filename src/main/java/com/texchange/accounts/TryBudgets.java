package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.common.SecretText;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is spent of the {@link TryBudget}s, for all instances, by the database's time. Each row flows back with time; who asks at the
 * same moment waits for its lock. Keys are kept as hashes: they are addresses that somebody has typed.
 */
@Component
class TryBudgets {

    /** Rows that stay whatever comes; the youngest. */
    static final int MOST_ROWS = 500_000;
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    TryBudgets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    static Task<Void> forgetTries(TryBudgets budgets) {
        return Tasks.recurring("forget-tries", FixedDelay.of(TIDY_EVERY)).execute((instance, context) -> budgets.forget(MOST_ROWS));
    }

    /** @return whether there was enough left */
    boolean take(TryBudget budget, String key) {
        return jdbc.sql("""
                insert into try_budget as b (budget, key_hash, spent, at) values (:budget, :key, 1, now())
                on conflict (budget, key_hash) do update
                set spent = greatest(0, b.spent - extract(epoch from greatest(now() - b.at, interval '0')) / :another) + 1,
                    at = greatest(b.at, now())
                where b.spent - extract(epoch from greatest(now() - b.at, interval '0')) / :another <= :most - 1
                """)
                .param("budget", budget).param("key", SecretText.hash(key))
                .param("another", budget.another().toSeconds()).param("most", budget.atOnce())
                .update() == 1;
    }

    void giveBack(TryBudget budget, String key) {
        jdbc.sql("update try_budget set spent = greatest(0, spent - 1) where budget = :budget and key_hash = :key")
                .param("budget", budget).param("key", SecretText.hash(key)).update();
    }

    /** What has flown back, and what is more than is kept. */
    void forget(int most) {
        for (TryBudget budget : TryBudget.values()) {
            jdbc.sql("delete from try_budget where budget = :budget and at < now() - :whole * interval '1 second'")
                    .param("budget", budget).param("whole", budget.whole().toSeconds()).update();
        }
        jdbc.sql("delete from try_budget where at < (select at from try_budget order by at desc offset :most limit 1)")
                .param("most", most).update();
    }
}
