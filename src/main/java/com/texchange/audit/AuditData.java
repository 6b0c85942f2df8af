package com.texchange.audit;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entries that a person has written, and those about the person's account, without the mark of {@link TypedText}. Who else has written one is not
 * told, nor from where a person did: that is another person's. Nobody can change one, so a person who is erased leaves them only when they are old
 * enough to be forgotten: until then it must be known who had access.
 */
@Component
class AuditData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    AuditData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("audit", jdbc.sql("""
                select at, kind, case when actor_id = :id then actor end as actor, case when actor_id is null or actor_id = :id then source end as source,
                    subject, replace(old_value, chr(8288), '') as old_value, replace(new_value, chr(8288), '') as new_value, times
                from audit_entry where actor_id = :id or subject_id = :account order by at, id""")
                .param("id", person.id()).param("account", person.id().toString()).query().listOfRows());
    }

    @Override
    public void erase(Person person, String name, EmailAddress email) {
        // See above.
    }
}
