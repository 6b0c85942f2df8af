package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who are known at their companies' servers since before links had ids of their own (V97). */
@WithoutProcess
class LinkMigrationIT {

    private static final String LINKS = "select company_id, subject, account_id, linked_at, last_used from identity_link order by company_id, subject";
    @Autowired
    EarlierDatabase databases;
    private final UUID clover = UUID.randomUUID();
    private final UUID poppy = UUID.randomUUID();
    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void peopleOfTwoCompanies() {
        database = databases.at(96);
        jdbc = JdbcClient.create(database);
        for (UUID company : List.of(clover, poppy)) {
            jdbc.sql("insert into company (id, version, name, supplier, distributor, created_at) values (:id, 0, 'АО ' || :id, true, false, now())")
                    .param("id", company).update();
            jdbc.sql("""
                    insert into identity_provider (company_id, issuer, client_id, client_secret, metadata, enabled, trusts_factor, checked_at)
                    values (:id, 'https://login.example.com', 'client', ''::bytea, '{}', true, false, now())
                    """).param("id", company).update();
            // The servers of both may use the same names.
            person(company, "10001", "Анна Клевер");
            person(company, "10002", "Борис Маков");
        }
    }

    private void person(UUID company, String subject, String name) {
        UUID account = UUID.randomUUID();
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                values (:id, 0, :id || '@example.com', :name, :company, 'ru', true, now())
                """).param("id", account).param("name", name).param("company", company).update();
        jdbc.sql("""
                insert into identity_link (company_id, subject, account_id, linked_at, last_used)
                values (:company, :subject, :account, now() - interval '3 days', now() - interval '1 hour')
                """).param("company", company).param("subject", subject).param("account", account).update();
    }

    @Test
    void eachLinkStaysWhoseItIsAndHasAnIdOfItsOwn() {
        List<Map<String, Object>> before = jdbc.sql(LINKS).query().listOfRows();
        List<UUID> generations = jdbc.sql("select generation from identity_provider order by company_id").query(UUID.class).list();

        databases.takeOver(database);

        assertThat(jdbc.sql(LINKS).query().listOfRows()).hasSize(4).isEqualTo(before);
        assertThat(ids()).hasSize(4).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(jdbc.sql("select generation from identity_provider order by company_id").query(UUID.class).list())
                .as("sessions go on").isEqualTo(generations);
    }

    @Test
    void whoIsForgottenAndLinkedAnewIsSoByAnother() {
        databases.takeOver(database);
        UUID account = jdbc.sql("select account_id from identity_link where company_id = :company and subject = '10001'").param("company", clover)
                .query(UUID.class).single();
        List<UUID> before = ids();

        jdbc.sql("delete from identity_link where account_id = :account").param("account", account).update();
        jdbc.sql("""
                insert into identity_link (company_id, subject, account_id, linked_at, last_used) values (:company, '10001', :account, now(), now())
                """).param("company", clover).param("account", account).update();

        assertThat(ids()).hasSize(4).doesNotHaveDuplicates();
        assertThat(before).as("of the three others").filteredOn(ids()::contains).hasSize(3);
    }

    private List<UUID> ids() {
        return jdbc.sql("select id from identity_link").query(UUID.class).list();
    }
}
