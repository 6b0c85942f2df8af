package com.texchange.common;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** How durable tasks are stored (as JSON) and when they run: by the database's time, at once after the commit. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    /** A mapper of its own: how the web API writes JSON must not change how waiting tasks are read. */
    @Bean
    DbSchedulerCustomizer jsonTaskData() {
        Serializer serializer = new Jackson3Serializer(JsonMapper.builder().build());
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(serializer);
            }
        };
    }

    /** Its time is not the one of people and letters, {@link ClockConfiguration}: that may be off on one instance. */
    @Bean
    Clock schedulerClock(JdbcClient jdbc) {
        return new DatabaseClock(jdbc);
    }

    /**
     * db-scheduler's immediate execution looks for due tasks while the transaction that wrote one is still open and
     * cannot see it; without this the task would wait for the next poll.
     */
    @Bean
    SchedulerListener checkForDueTasksAfterCommit(ObjectProvider<Scheduler> scheduler) {
        return new AbstractSchedulerListener() {
            @Override
            public void onExecutionScheduled(TaskInstanceId task, Instant executionTime) {
                if (TransactionSynchronizationManager.isSynchronizationActive()) {
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            scheduler.getObject().triggerCheckForDueExecutions();
                        }
                    });
                }
            }
        };
    }
}
