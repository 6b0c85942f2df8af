package com.texchange.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Forgets entries that are older than they may become, a few at a time; that it was done is an entry too. */
@Component
class ForgettingEntries {

    private static final int BATCH = 5_000;
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 20);

    private final AuditEntries entries;
    private final AuditTrail audit;
    private final Duration keep;

    ForgettingEntries(AuditEntries entries, AuditTrail audit, AuditProperties properties) {
        this.entries = entries;
        this.audit = audit;
        this.keep = properties.keep();
    }

    @Bean
    static Task<Void> forgetAuditEntries(ForgettingEntries forgetting) {
        return Tasks.recurring("forget-audit-entries", Schedules.daily(AT_NIGHT)).execute((instance, context) -> forgetting.forget());
    }

    void forget() {
        int forgotten = 0;
        int batch;
        do {
            batch = entries.forget(keep.toDays(), BATCH);
            forgotten += batch;
        } while (batch == BATCH);
        if (forgotten > 0) {
            audit.record(Audited.of(AuditKind.ENTRIES_FORGOTTEN, null).values(null, forgotten));
        }
    }
}
