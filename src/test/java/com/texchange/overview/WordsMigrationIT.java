package com.texchange.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.WithoutProcess;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Onboardings that were found by the invitee's city and tax ID, and not by the company's (V104). */
@WithoutProcess
class WordsMigrationIT {

    private static final UUID SUPPLIER = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();

    @Autowired
    EarlierDatabase databases;
    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void aSupplierAndItsPerson() {
        database = databases.at(103);
        jdbc = JdbcClient.create(database);
        company(SUPPLIER, "АО «Клевер»", null, null);
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                values (?, 0, 'anna@clover.example.com', 'Анна', ?, 'ru', true, now())""").params(PERSON, SUPPLIER).update();
    }

    @Test
    void theyAreFoundByWhatTheyShow() {
        UUID whole = company(UUID.randomUUID(), "ООО «Ромашка»", "7707083893", "Казань");
        UUID bare = company(UUID.randomUUID(), "ООО «Василёк»", null, null);
        UUID other = onboarding("00001", whole);
        UUID same = onboarding("00002", bare);
        UUID invited = onboarding("00003", null);
        assertThat(words(other)).contains("омск").doesNotContain("казань");
        String before = words(invited);

        databases.takeOver(database);

        assertThat(words(other)).contains("00001", "ландыш", "ромашка", "a00001examplecom", "7707083893", "казань")
                .doesNotContain("омск", "5000000009");
        assertThat(words(same)).contains("ландыш", "василек", "омск", "5000000009");
        assertThat(words(invited)).isEqualTo(before);
        jdbc.sql("update company set city = 'Уфа' where id = ?").param(bare).update();
        assertThat(words(same)).contains("уфа").doesNotContain("омск");
        jdbc.sql("update partnership set invitee_city = 'Тверь' where code = '00003'").update();
        assertThat(words(invited)).contains("ландыш", "тверь", "5000000009").doesNotContain("омск");
    }

    private UUID company(UUID id, String name, @Nullable String taxId, @Nullable String city) {
        jdbc.sql("""
                insert into company (id, version, name, tax_id, city, supplier, distributor, created_at)
                values (:id, 0, :name, :taxId, :city, true, true, now())""")
                .param("id", id).param("name", name).param("taxId", taxId).param("city", city).update();
        return id;
    }

    /** Of «Ландыш» from Omsk, as the supplier knew it. */
    private UUID onboarding(String code, @Nullable UUID distributor) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, invitee_tax_id, invitee_city, created_at)
                values (:id, 0, :supplier, :code, 'Ландыш', 'a@' || :code || '.example.com', '5000000009', 'Омск', now())""")
                .param("id", id).param("supplier", SUPPLIER).param("code", code).update();
        jdbc.sql("""
                insert into onboarding (id, version, partnership_id, supplier_id, distributor_id, language, stage, stage_since, invited_by,
                    invited_at, expires_at)
                values (:id, 0, :id, :supplier, :distributor, 'ru', 'INVITED', now(), :person, now(), now() + interval '90 days')""")
                .param("id", id).param("supplier", SUPPLIER).param("distributor", distributor).param("person", PERSON).update();
        return id;
    }

    private String words(UUID onboarding) {
        return jdbc.sql("select words from onboarding_text where onboarding_id = ?").param(onboarding).query(String.class).single();
    }
}
