package com.texchange.licenses;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.common.LoadId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Removes the rows of loads that are older than they are kept. What was loaded, by whom and when stays. */
@Component
class ForgottenLoads {

    private static final int BATCH = 100;
    private static final Duration LONGEST_READING = Duration.ofHours(1);

    private final LoadStore loads;
    private final LoadChecking checking;
    private final Duration keepRows;
    private final Clock clock;

    ForgottenLoads(LoadStore loads, LoadChecking checking, LoadingProperties properties, Clock clock) {
        this.loads = loads;
        this.checking = checking;
        this.keepRows = properties.keepRows();
        this.clock = clock;
    }

    @Bean
    static Task<Void> forgetLoads(ObjectProvider<ForgottenLoads> forgotten) {
        return Tasks.recurring("forget-loads-of-licenses", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> forgotten.getObject().forget());
    }

    void forget() {
        Instant before = clock.instant().minus(keepRows);
        Instant readingSince = clock.instant().minus(LONGEST_READING);
        List<LoadId> old = loads.older(before, readingSince, BATCH);
        while (!old.isEmpty()) {
            old.forEach(this::forget);
            old = loads.older(before, readingSince, BATCH);
        }
        checking.removeLeftRows();
    }

    /** One that somebody starts at this very moment keeps its rows until they are loaded. */
    private void forget(LoadId id) {
        if (!checking.discardUnstarted(id) && loads.work(id).filter(work -> work.state() != LicenseLoad.State.LOADING).isPresent()) {
            checking.removeRows(id);
            loads.forgotten(id);
        }
    }
}
