package com.texchange.registrations;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests that came to nothing, of people who have no account: nobody could ask to be erased for them. After a while the company and the
 * decision are left of them.
 */
@Component
class RefusedRequests {

    private final RegistrationProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    RefusedRequests(RegistrationProperties properties, JdbcClient jdbc, Clock clock) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    static Task<Void> forgetRefusedApplicants(RefusedRequests requests) {
        return Tasks.recurring("forget-refused-applicants", FixedDelay.of(Duration.ofDays(1))).execute((instance, context) -> requests.forget());
    }

    void forget() {
        jdbc.sql("""
                update registration r set contact_name = '-', contact_phone = '-', email = 'refused-' || id || '@erased.invalid'
                where state in ('REJECTED', 'CLOSED') and coalesce(decided_at, requested_at) < :before
                    and email not like '%@erased.invalid' and not exists (select from accounts_person where email = r.email)
                """)
                .param("before", clock.instant().minus(properties.refusedKept())).update();
    }
}
