package com.texchange.batches;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of lists that name a person's address, as those of invitations do: what became of them stays. */
@Component
class BatchData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    BatchData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("listedRows", jdbc.sql("""
                select batch_id, line, label, details ->> 'email' as email, state from batch_row where details ->> 'email' in (:addresses)
                order by batch_id, line""")
                .param("addresses", person.addresses()).query().listOfRows());
    }

    @Override
    public void erase(Person person, String name, EmailAddress email) {
        for (String address : person.addresses()) {
            jdbc.sql("""
                    update batch_row set details = jsonb_set(details, '{email}', to_jsonb(:stand::text)),
                        arguments = array_replace(arguments, :address::text, :stand::text)
                    where details ->> 'email' = :address""")
                    .param("address", address).param("stand", email.value()).update();
        }
    }
}
