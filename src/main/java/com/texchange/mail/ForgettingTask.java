package com.texchange.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Forgets the texts of letters that are older than they may become, a few at a time so that nobody waits for it. */
@Component
class ForgettingTask {

    private static final int BATCH = 500;
    private final DeliveryLog log;
    private final Duration keepTexts;
    private final Clock clock;

    ForgettingTask(DeliveryLog log, SendingProperties properties, Clock clock) {
        this.log = log;
        this.keepTexts = properties.keepTexts();
        this.clock = clock;
    }

    @Bean
    static Task<Void> forgetLetters(ForgettingTask forgetting) {
        return Tasks.recurring("forget-letters", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> forgetting.forget());
    }

    void forget() {
        int forgotten;
        do {
            forgotten = log.forget(clock.instant().minus(keepTexts), BATCH);
        } while (forgotten == BATCH);
    }
}
