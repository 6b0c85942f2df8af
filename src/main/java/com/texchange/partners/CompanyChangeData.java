package com.texchange.partners;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has changed of companies' data. The contacts themselves are the company's, and its administrator's to change. */
@Component
class CompanyChangeData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    CompanyChangeData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("companyChanges", jdbc.sql("""
                select company_id, field, before, after, reason, changed_at from company_change where changed_by = :id order by company_change.id""")
                .param("id", person.id()).query().listOfRows());
    }

    @Override
    public void erase(Person person, String name, EmailAddress email) {
        jdbc.sql("update company_change set changed_by_name = :name where changed_by = :id").param("name", name)
                .param("id", person.id()).update();
    }
}
