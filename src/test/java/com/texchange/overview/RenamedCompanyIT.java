package com.texchange.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.Partnerships;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A company gets another name or city, also while one of its onboardings takes a step. */
@WithoutProcess
class RenamedCompanyIT {

    @Autowired
    SampleBusiness business;
    @Autowired
    Partnerships partnerships;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionOperations transactions;

    @Test
    void theStepIsTakenAndThenItsOnboardingHasTheName() {
        CompanyInfo distributor = business.distributor("ООО «Старое имя»");
        UUID onboarding = ended(business.supplier("ООО «Поставщик»"), distributor);

        step(onboarding, () -> rename(distributor, "ООО «Новое имя»"), () -> { });

        assertThat(jdbc.sql("select distributor_name || ' ' || letter_state from onboarding where id = :id").param("id", onboarding)
                .query(String.class).single()).isEqualTo("ООО «Новое имя» SENT");
    }

    /** As one that gives the distributor its place, and names it by a foreign key. */
    @Test
    void aStepGoesOnToTheCompanyThatIsToGetTheName() {
        CompanyInfo distributor = business.distributor("ООО «Старое имя»");
        UUID onboarding = ended(business.supplier("ООО «Поставщик»"), distributor);

        step(onboarding, () -> identify(distributor, "ООО «Новое имя»"), () -> {
            partnerships.lock(distributor.id());
            jdbc.sql("select from company where id = :id for key share").param("id", distributor.id()).query(row -> { });
        });

        assertThat(jdbc.sql("select distributor_name || ' ' || letter_state from onboarding where id = :id").param("id", onboarding)
                .query(String.class).single()).isEqualTo("ООО «Новое имя» SENT");
    }

    /** @param meanwhile what the step does when the change waits for it */
    private void step(UUID onboarding, Runnable change, Runnable meanwhile) {
        CompletableFuture<Void> changed = transactions.execute(status -> {
            assertThat(jdbc.sql("select stage from onboarding where id = :id for update").param("id", onboarding)
                    .query(String.class).single()).isEqualTo("REVOKED");
            CompletableFuture<Void> changing = CompletableFuture.runAsync(change);
            await().until(() -> jdbc.sql("select exists (select from pg_locks where relation = 'onboarding'::regclass and not granted)")
                    .query(Boolean.class).single());
            meanwhile.run();
            jdbc.sql("update onboarding set letter_state = 'SENT' where id = :id").param("id", onboarding).update();
            return changing;
        });
        assertThat(changed).isNotNull().succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void aSuppliersCityWaitsForNoOnboarding() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        UUID onboarding = ended(supplier, business.distributor("ООО «Дистрибьютор»"));

        transactions.executeWithoutResult(status -> {
            jdbc.sql("select from onboarding where id = :id for update").param("id", onboarding).query(row -> { });
            assertThat(CompletableFuture.runAsync(() -> move(supplier, "Тверь"))).succeedsWithin(Duration.ofSeconds(30));
        });
    }

    /** Its onboardings can be hundreds of thousands, and nobody takes a step while they are written. */
    @Test
    void ofASupplierOnlyTheNameIsWrittenToItsOnboardings() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        UUID onboarding = ended(supplier, distributor);
        String before = written(onboarding);

        move(supplier, "Тверь");

        assertThat(written(onboarding)).isEqualTo(before);
        move(distributor, "Орёл");
        rename(supplier, "ООО «Новый поставщик»");
        assertThat(jdbc.sql("select supplier_name || ' ' || city from onboarding where id = :id").param("id", onboarding)
                .query(String.class).single()).isEqualTo("ООО «Новый поставщик» Орёл");
        assertThat(written(onboarding)).isNotEqualTo(before);
    }

    /** Which row it is now, and of which transaction. */
    private String written(UUID onboarding) {
        return jdbc.sql("select ctid::text || ' ' || xmin::text from onboarding where id = :id").param("id", onboarding)
                .query(String.class).single();
    }

    private void move(CompanyInfo company, String city) {
        transactions.executeWithoutResult(status -> jdbc.sql("update company set city = :city where id = :id")
                .param("city", city).param("id", company.id()).update());
    }

    private void rename(CompanyInfo company, String name) {
        transactions.executeWithoutResult(status -> jdbc.sql("update company set name = :name where id = :id")
                .param("name", name).param("id", company.id()).update());
    }

    private void identify(CompanyInfo company, String name) {
        transactions.executeWithoutResult(status -> jdbc.sql("update company set name = :name, tax_id = :taxId where id = :id")
                .param("name", name).param("taxId", SampleBusiness.taxId()).param("id", company.id()).update());
    }

    private UUID ended(CompanyInfo supplier, CompanyInfo distributor) {
        UUID id = UUID.randomUUID();
        business.partners(supplier, distributor);
        jdbc.sql("""
                insert into onboarding (id, version, partnership_id, supplier_id, distributor_id, language, stage, stage_since, invited_by,
                    invited_at, expires_at)
                select :id, 0, id, supplier_id, distributor_id, 'ru', 'REVOKED', now(), :inviter, now(), now()
                from partnership where supplier_id = :supplier""")
                .param("id", id).param("inviter", business.person(supplier, Role.SUPPLIER).id()).param("supplier", supplier.id()).update();
        return id;
    }
}
