package com.texchange.onboarding;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has done in the stories of onboardings. */
@Component
class ActivityData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    ActivityData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("activities", jdbc.sql("""
                select onboarding_id, happened_at, kind from activity where actor_id = :id order by id""")
                .param("id", person.id()).query().listOfRows());
    }

    @Override
    public void erase(Person person, String name, EmailAddress email) {
        jdbc.sql("update activity set actor_name = :name where actor_id = :id").param("name", name).param("id", person.id()).update();
    }
}
