package com.texchange.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.onboarding.InviteRequest;
import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.WithoutProcess;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches of an installation whose batches were those of invitations only, in a database of their own. */
@WithoutProcess
class BatchMigrationIT {

    private static final int LAST_WITH_BATCHES_OF_INVITATIONS_ONLY = 18;
    private static final UUID COMPANY = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID ONBOARDING = UUID.randomUUID();
    private static final UUID INVITING = UUID.randomUUID();
    private static final UUID REVOKING = UUID.randomUUID();
    @Autowired
    EarlierDatabase databases;
    private JdbcClient jdbc;
    private BatchStore store;

    @BeforeEach
    void takeOverWhatTheVersionBeforeHasWritten() {
        DataSource database = databases.at(LAST_WITH_BATCHES_OF_INVITATIONS_ONLY);
        jdbc = JdbcClient.create(database);
        store = new BatchStore(jdbc);
        writeOnboarding();
        writeBatches();

        databases.takeOver(database);
    }

    private void writeOnboarding() {
        UUID partnership = UUID.randomUUID();
        jdbc.sql("""
                insert into company (id, version, name, supplier, distributor, created_at)
                values (?, 0, 'АО «Клевер»', true, false, now())
                """).param(COMPANY).update();
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                values (?, 0, 'anna@clover.example.com', 'Анна Клевер', ?, 'ru', true, now())
                """).params(PERSON, COMPANY).update();
        jdbc.sql("""
                insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, delegated, created_at)
                values (?, 0, ?, '00042', 'Ромашка', 'sales@daisy.example.com', false, now())
                """).params(partnership, COMPANY).update();
        jdbc.sql("""
                insert into onboarding (id, version, partnership_id, supplier_id, language, stage, stage_since, invited_by,
                    invited_at, expires_at)
                values (?, 0, ?, ?, 'ru', 'INVITED', now(), ?, now(), now() + interval '90 days')
                """).params(ONBOARDING, partnership, COMPANY, PERSON).update();
    }

    /** One that was stopped half done, and one that waits for its end of the time for second thoughts. */
    private void writeBatches() {
        jdbc.sql("""
                insert into batch (id, company_id, kind, state, reason, started_by, created_at, starts_at, run, total, done,
                    refused)
                values (:inviting, :company, 'INVITE', 'STOPPED', null, :person, now(), now(), 2, 3, 1, 1),
                    (:revoking, :company, 'REVOKE', 'SCHEDULED', 'Сеть закрыта', :person, now(), now(), 1, 1, 0, 0)
                """).param("inviting", INVITING).param("revoking", REVOKING).param("company", COMPANY)
                .param("person", PERSON).update();
        jdbc.sql("""
                insert into batch_row (batch_id, line, onboarding_id, name, email, tax_id, city, language, code, state,
                    refusal, arguments)
                values (:inviting, 2, :onboarding, 'Ромашка', 'sales@daisy.example.com', '7707083893', 'Казань', 'ru',
                        '00042', 'DONE', null, '{}'),
                    (:inviting, 3, null, 'Лютик', 'a@buttercup.example.com', null, null, 'en', null, 'REFUSED',
                        'onboarding.refused.partner', '{"00007"}'),
                    (:inviting, 5, null, 'Василёк', 'b@cornflower.example.com', null, 'Уфа', 'ru', null, 'WAITING', null,
                        '{}'),
                    (:revoking, 1, :onboarding, 'Ромашка', 'sales@daisy.example.com', null, null, 'ru', '00042', 'WAITING',
                        null, '{}')
                """).param("inviting", INVITING).param("revoking", REVOKING).param("onboarding", ONBOARDING).update();
    }

    @Test
    void rowsKeepWhatIsKnownOfThem() {
        assertThat(store.rows(new BatchId(INVITING), BatchRowFilter.NONE, 0, 10)).containsExactly(
                new BatchRow(2, ONBOARDING, "Ромашка", Map.of("email", "sales@daisy.example.com", "taxId", "7707083893",
                        "city", "Казань", "language", "ru", "code", "00042"), BatchRow.State.DONE, null),
                new BatchRow(3, null, "Лютик", Map.of("email", "a@buttercup.example.com", "language", "en"),
                        BatchRow.State.REFUSED, Refusal.of("onboarding.refused.partner", "00007")),
                InvitationBatches.row(5, null, new InviteRequest("Василёк", "b@cornflower.example.com", null, "Уфа",
                        Locale.of("ru")), null));
        assertThat(store.rows(new BatchId(REVOKING), BatchRowFilter.NONE, 0, 10)).containsExactly(
                InvitationBatches.row(1, new OnboardingId(ONBOARDING), new InviteRequest("Ромашка",
                        "sales@daisy.example.com", null, null, Locale.of("ru")), new DistributorCode("00042")));
    }

    @Test
    void batchesStayWhereTheyWere() {
        Batch stopped = store.find(new BatchId(INVITING), new CompanyId(COMPANY)).orElseThrow();
        assertThat(stopped.state()).isEqualTo(Batch.State.STOPPED);
        assertThat(stopped.waiting()).isEqualTo(1);
        assertThat(stopped.parameters()).isEmpty();
        assertThat(stopped.startedBy()).isEqualTo("Анна Клевер");
        BatchStore.Work revoking = store.lock(new BatchId(REVOKING)).orElseThrow();
        assertThat(revoking.kind()).isEqualTo(InvitationBatches.REVOKE);
        assertThat(revoking.parameters()).isEqualTo(Map.of(InvitationBatches.REASON, "Сеть закрыта"));
        assertThat(store.page(Set.of(InvitationBatches.INVITE, InvitationBatches.REVOKE), new CompanyId(COMPANY), 0, 10))
                .hasSize(2);
    }

    @Test
    void aRowMayBeAboutAnythingFromNowOn() {
        BatchId id = BatchId.random();
        BatchRow row = BatchRow.waiting(1, UUID.randomUUID(), "Лицензия", Map.of("phone", "+7"));
        store.insert(id, new BatchKind("ACT_ON_LICENSES"), new CompanyId(COMPANY), new AccountId(PERSON),
                Map.of(), Instant.now(), Instant.now(), 1);
        store.insertRows(id, List.of(row));

        assertThat(store.rows(id, BatchRowFilter.NONE, 0, 10)).containsExactly(row);
    }
}
