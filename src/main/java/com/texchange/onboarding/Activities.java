package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
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
                from (select * from activity where onboarding_id = :id order by id desc limit 500) latest
                order by id
                """)
                .param("id", onboarding)
                .query(Activity.class).list();
    }
}
