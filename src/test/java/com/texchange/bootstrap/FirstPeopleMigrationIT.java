package com.texchange.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.SecretText;
import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** First people of an installation that did not note whom it had opened an account for (V110). */
@WithoutProcess
class FirstPeopleMigrationIT {

    @Autowired
    EarlierDatabase databases;
    private JdbcClient jdbc;

    @Test
    void whoGotTheFirstLetterIsNotTakenForSomebodyNew() {
        DataSource database = databases.at(108);
        jdbc = JdbcClient.create(database);
        String first = TestPeople.anyEmail();
        String other = TestPeople.anyEmail();
        letter("first-account", first);
        letter("reset-password", other);

        databases.takeOver(database);

        assertThat(isNamed(first)).isTrue();
        assertThat(isNamed(other)).isFalse();
    }

    private void letter(String template, String recipient) {
        jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, recipient, subject, state, attempts, queued_at, finished_at)
                values (:id, :id::text, :template, :recipient, '-', 'SENT', 1, now(), now())
                """).param("id", UUID.randomUUID()).param("template", template).param("recipient", recipient).update();
    }

    private boolean isNamed(String address) {
        return jdbc.sql("select exists (select from first_person where address_hash = ?)").param(SecretText.hash(address))
                .query(Boolean.class).single();
    }
}
