package com.texchange.connections;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on with orders whose licenses had to wait, on one of the instances. */
@Configuration(proxyBeanMethods = false)
class WaitingSchedule {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** One run ends after so many batches; the rest waits for the next. */
    private static final int MAX_BATCHES = 20;

    @Bean
    Task<Void> resumeWaitingLicenses(ObjectProvider<WaitingLicenses> waiting) {
        // Asked for late, since commands to the engine need the scheduler that runs this. Each batch has a transaction of its own.
        return Tasks.recurring("resume-waiting-licenses", FixedDelay.of(PAUSE)).execute((instance, context) ->
                Stream.generate(waiting.getObject()::resumeBatch).limit(MAX_BATCHES).anyMatch(gone -> gone < WaitingLicenses.BATCH));
    }
}
