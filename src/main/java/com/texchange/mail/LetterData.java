package com.texchange.mail;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters to a person's address: that there were some stays, to whom and what they said does not. */
@Component
class LetterData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    LetterData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("letters", jdbc.sql("""
                select template, subject, state, queued_at, finished_at from mail_delivery where recipient = :email order by queued_at""")
                .param("email", person.email()).query().listOfRows());
    }

    /** One that waits is not sent any more. */
    @Override
    public void erase(Person person, String name, EmailAddress email) {
        jdbc.sql("""
                update mail_delivery set recipient = :stand, html = null, plain = null, subject = '-', last_error = null, letter_key = id::text,
                    state = case state when 'QUEUED' then 'FAILED' else state end, next_attempt_at = null,
                    finished_at = coalesce(finished_at, now())
                where recipient = :email""")
                .param("stand", email).param("email", person.email()).update();
    }
}
