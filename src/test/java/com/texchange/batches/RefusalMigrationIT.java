package com.texchange.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.WithoutProcess;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that an earlier version has refused by a message that has another name since (V120). */
@WithoutProcess
class RefusalMigrationIT {

    private static final UUID COMPANY = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID BATCH = UUID.randomUUID();

    @Autowired
    EarlierDatabase databases;
    @Autowired
    MessageSource messages;

    @Test
    void whyTheyWereRefusedIsStillTold() {
        DataSource database = databases.at(110);
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into company (id, version, name, supplier, distributor, created_at)
                values (?, 0, 'АО «Клевер»', true, false, now())""").param(COMPANY).update();
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                values (?, 0, 'anna@clover.example.com', 'Анна Клевер', ?, 'ru', true, now())""").params(PERSON, COMPANY).update();
        jdbc.sql("""
                insert into batch (id, company_id, kind, state, parameters, started_by, created_at, starts_at, run, total, done, refused)
                values (?, ?, 'RESEND', 'FINISHED', '{}', ?, now(), now(), 1, 2, 0, 2)""").params(BATCH, COMPANY, PERSON).update();
        jdbc.sql("""
                insert into batch_row (batch_id, line, label, details, state, refusal, arguments)
                values (:batch, 1, 'Ромашка', '{}', 'REFUSED', 'onboarding.refused.lettersADay', '{"sales@daisy.example.com","3"}'),
                    (:batch, 2, 'Лютик', '{}', 'REFUSED', 'onboarding.refused.partner', '{"00007"}')""").param("batch", BATCH).update();

        databases.takeOver(database);

        assertThat(new BatchStore(jdbc).rows(new BatchId(BATCH), BatchRowFilter.NONE, 0, 10)).extracting(BatchRow::refusal)
                .containsExactly(Refusal.of("mail.refused.lettersADay", "sales@daisy.example.com", "3"), Refusal.of("onboarding.refused.partner", "00007"))
                .allSatisfy(refusal -> assertThat(told(Objects.requireNonNull(refusal))).isNotBlank());
    }

    private String told(Refusal refusal) {
        return messages.getMessage(refusal.key(), refusal.arguments().toArray(), Locale.of("ru"));
    }
}
