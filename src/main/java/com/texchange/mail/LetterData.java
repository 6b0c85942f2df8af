package com.texchange.mail;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters to a person's addresses: that there were some stays, to whom and what they said does not; nor to whom others were answered. */
@Component
class LetterData implements KeptAboutPeople {

    private final JdbcClient jdbc;
    private final DeliveryLog log;

    LetterData(JdbcClient jdbc, DeliveryLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("letters", jdbc.sql("""
                select template, subject, state, queued_at, finished_at from mail_delivery where recipient in (:addresses) order by queued_at""")
                .param("addresses", person.addresses()).query().listOfRows());
    }

    /** One that waits is not sent any more, of which lists tell that show it. */
    @Override
    public void erase(Person person, String name, EmailAddress email) {
        log.giveUp(person.addresses());
        jdbc.sql("""
                update mail_delivery set recipient = :stand, html = null, plain = null, html_secrets = null, plain_secrets = null, subject = '-', last_error = null, letter_key = id::text,
                    state = case state when 'QUEUED' then 'FAILED' else state end, next_attempt_at = null,
                    finished_at = coalesce(finished_at, now())
                where recipient in (:addresses)""")
                .param("stand", email).param("addresses", person.addresses()).update();
        jdbc.sql("update mail_delivery set reply_to = null, reply_name = null where reply_to in (:addresses)")
                .param("addresses", person.addresses()).update();
    }
}
