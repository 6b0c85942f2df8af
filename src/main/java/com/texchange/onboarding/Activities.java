package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what {@link ActivityLog} has written; who may read how much of it is the caller's matter. */
@Component
public class Activities {

    private final JdbcClient jdbc;

    Activities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first; an onboarding has some dozens of entries, the latest 500 are told. */
    public List<Activity> of(OnboardingId onboarding) {
        return jdbc.sql("""
                select happened_at as at, kind, actor_name, arguments
                from (select * from activity where onboarding_id = :id and kind = any(:known)
                    order by id desc limit 500) latest
                order by id
                """)
                .param("id", onboarding)
                // While instances are replaced one by one, an older one can still write kinds that are no more.
                .param("known", Arrays.stream(ActivityKind.values()).map(Enum::name).toArray(String[]::new))
                .query(Activity.class).list();
    }
}
