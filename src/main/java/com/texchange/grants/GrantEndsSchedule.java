package com.texchange.grants;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for grants that end, on one of the instances. */
@Configuration(proxyBeanMethods = false)
class GrantEndsSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** One run ends after so many batches; the rest waits for the next. */
    private static final int MAX_BATCHES = 20;

    @Bean
    Task<Void> tellEndsOfGrants(ObjectProvider<GrantEnds> ends) {
        // Asked for late, since letters need the scheduler that runs this. Each batch has a transaction of its own.
        return Tasks.recurring("tell-ends-of-grants", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            GrantEnds all = ends.getObject();
            Stream.generate(all::endBatch).limit(MAX_BATCHES).anyMatch(told -> told < GrantEnds.BATCH);
            Stream.generate(all::remindBatch).limit(MAX_BATCHES).anyMatch(told -> told < GrantEnds.BATCH);
        });
    }
}
