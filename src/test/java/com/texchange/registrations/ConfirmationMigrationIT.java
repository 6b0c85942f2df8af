package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests whose people were confirmed before it was kept of which company (V101). */
@WithoutProcess
class ConfirmationMigrationIT {

    @Autowired
    EarlierDatabase databases;
    private final String taxId = TestPeople.anyTaxId();
    private DataSource database;
    private JdbcClient jdbc;
    private UUID clover;
    private UUID poppy;

    @BeforeEach
    void twoCompanies() {
        database = databases.at(100);
        jdbc = JdbcClient.create(database);
        clover = company(taxId, "3 days");
        poppy = company(TestPeople.anyTaxId(), "3 days");
    }

    @Test
    void whoeverWasAskedIsTheOneThatHasConfirmed() {
        UUID answered = request("APPROVED", taxId, poppy, "1 hour");
        UUID open = request("OPENED", taxId, clover, "2 days");
        UUID waiting = request("APPROVED", taxId, clover, null);

        databases.takeOver(database);

        assertThat(confirmed(answered)).isEqualTo(poppy);
        assertThat(confirmed(open)).isEqualTo(clover);
        assertThat(confirmed(waiting)).isNull();
    }

    @Test
    void whatWasCheckedBeforeAnybodyWasAskedIsAboutTheCompanyOfTheTaxId() {
        UUID underWay = request("APPROVED", taxId, null, "1 hour");
        UUID unapproved = request("REQUESTED", taxId, null, null);
        UUID over = request("OPENED", taxId, null, "2 days");

        databases.takeOver(database);

        assertThat(confirmed(underWay)).isEqualTo(clover);
        assertThat(confirmed(unapproved)).isNull();
        assertThat(confirmed(over)).as("nobody asks any more").isNull();
    }

    /** There somebody is asked once more. */
    @Test
    void whereItCanHaveBeenAnotherCompanyItIsNotKnownWhich() {
        UUID ofAnother = request("APPROVED", taxId, null, "1 hour");
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                select gen_random_uuid(), 0, email, 'Ольга', :company, 'ru', true, now() from registration where id = :id""")
                .param("company", poppy).param("id", ofAnother).update();
        String later = TestPeople.anyTaxId();
        UUID ofNobody = request("APPROVED", later, null, "1 hour");
        company(later, "1 minute");
        String corrected = TestPeople.anyTaxId();
        UUID ofCorrected = request("APPROVED", corrected, null, "1 hour");
        jdbc.sql("""
                insert into company_change (company_id, field, before, after, changed_by, changed_by_name, by_operator, changed_at)
                values (:company, 'TAX_ID', '', :taxId, gen_random_uuid(), 'Марина', true, now())""")
                .param("company", company(corrected, "3 days")).param("taxId", corrected).update();

        databases.takeOver(database);

        assertThat(confirmed(ofAnother)).isNull();
        assertThat(confirmed(ofNobody)).isNull();
        assertThat(confirmed(ofCorrected)).isNull();
    }

    private UUID company(String itsTaxId, String since) {
        UUID company = UUID.randomUUID();
        jdbc.sql("""
                insert into company (id, version, name, tax_id, supplier, distributor, created_at)
                values (:id, 0, 'АО ' || :id, :taxId, true, false, now() - cast(:since as interval))""")
                .param("id", company).param("taxId", itsTaxId).param("since", since).update();
        return company;
    }

    /** @param confirmed how long ago; null if nobody has confirmed it */
    private UUID request(String state, String itsTaxId, UUID asked, String confirmed) {
        UUID request = UUID.randomUUID();
        jdbc.sql("""
                insert into registration (id, version, email, company_name, tax_id, city, contact_name, contact_phone, language, state,
                    requested_at, asks_company, asked_company, confirmed_at)
                values (:id, 0, :id || '@example.com', 'АО', :taxId, 'Омск', 'Ольга', '+7 999 123-45-67', 'ru', :state,
                    now() - interval '3 days', true, :asked, now() - cast(:confirmed as interval))""")
                .param("id", request).param("taxId", itsTaxId).param("state", state).param("asked", asked).param("confirmed", confirmed).update();
        return request;
    }

    private UUID confirmed(UUID request) {
        return jdbc.sql("select confirmed_company from registration where id = :id").param("id", request)
                .query((row, number) -> row.getObject(1, UUID.class)).list().getFirst();
    }
}
