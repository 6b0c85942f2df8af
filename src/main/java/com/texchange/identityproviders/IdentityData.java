package com.texchange.identityproviders;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By whom a person is known at the company's server. */
@Component
@Order(1)
class IdentityData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    IdentityData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("companySignIn", jdbc.sql("""
                select provider.issuer, link.subject, link.linked_at, link.last_used
                from identity_link link join identity_provider provider on provider.company_id = link.company_id where account_id = :id
                """)
                .param("id", person.id()).query().listOfRows());
    }

    @Override
    public void erase(Person person, String name, EmailAddress email) {
        jdbc.sql("delete from identity_link where account_id = :id").param("id", person.id()).update();
    }
}
