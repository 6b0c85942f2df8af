package com.texchange.onboarding;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person has done in the stories of onboardings, and the addresses of whoever was invited. Before places and letters, as all who change
 * both: locks at once what those lead to.
 */
@Component
@Order(1)
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
        jdbc.sql("""
                select from onboarding where id in (
                    select id from onboarding where email in (:addresses)
                    union select reference from mail_letter where recipient in (:addresses) and state = 'QUEUED')
                order by id for no key update""").param("addresses", person.addresses())
                .query(row -> { });
        for (String address : person.addresses()) {
            jdbc.sql("""
                    update activity set arguments = array_replace(arguments, :address::text, :stand::text)
                    where kind in ('INVITED', 'ADDRESS_CHANGED') and :address = any(arguments)""")
                    .param("address", address).param("stand", email.value()).update();
        }
    }
}
