package com.texchange.partners;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places in suppliers' networks to which a person was invited: place and company stay, the person's address does not. Lists follow by themselves. */
@Component
class PlaceData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    PlaceData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("places", jdbc.sql("""
                select supplier_id, code, invitee_name, invitee_email, invitee_city, created_at from partnership
                where invitee_email in (:addresses) order by created_at""")
                .param("addresses", person.addresses()).query().listOfRows());
    }

    /** Each place another stand-in: a supplier has each address once. */
    @Override
    public void erase(Person person, String name, EmailAddress email) {
        jdbc.sql("""
                update partnership set invitee_email = 'erased-' || id || '@erased.invalid', version = version + 1
                where invitee_email in (:addresses)""")
                .param("addresses", person.addresses()).update();
    }
}
