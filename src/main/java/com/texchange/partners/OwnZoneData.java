package com.texchange.partners;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clock that a person reads pages by. */
@Component
class OwnZoneData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    OwnZoneData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("timeZone", jdbc.sql("select time_zone from own_time_zone where account_id = :id").param("id", person.id())
                .query().listOfRows());
    }

    @Override
    public void erase(Person person, String name, EmailAddress email) {
        jdbc.sql("delete from own_time_zone where account_id = :id").param("id", person.id()).update();
    }
}
