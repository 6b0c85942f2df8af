package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.IntegrationTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier versions kept in two forms, in a database as they left it. */
@IntegrationTest
class OneFormOfAddressesIT {

    @Autowired
    OneFormOfAddresses migration;
    @Autowired
    EarlierDatabase databases;
    private DataSource database;
    private JdbcClient jdbc;
    private final String name = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final String ascii = name + "@xn----7sbqluigdjdo3d.xn--p1ai";
    private final String readable = name + "@почта-пример.рф";

    @BeforeEach
    void asTheVersionBeforeLeftIt() {
        database = databases.at(19);
        jdbc = JdbcClient.create(database);
    }

    @Test
    void addressesOfAllTablesGetTheFormThatPeopleRead() throws SQLException {
        Person person = supplier();
        jdbc.sql("update account set email = ? where id = ?").params(ascii, person.id()).update();
        jdbc.sql("insert into persistent_logins values (?, ?, 'token', now())").params(ascii, name).update();
        jdbc.sql("update company set contact_email = ? where id = ?").params(ascii, person.company()).update();
        place(person, "00001", ascii);
        letter(ascii);
        listed(person, ascii);

        migrate();
        migrate();

        assertThat(one("select email from account where id = ?", person.id())).isEqualTo(readable);
        assertThat(one("select username from persistent_logins where series = ?", name)).isEqualTo(readable);
        assertThat(one("select contact_email from company where id = ?", person.company())).isEqualTo(readable);
        assertThat(one("select invitee_email from partnership where supplier_id = ?", person.company()))
                .isEqualTo(readable);
        assertThat(one("select recipient from mail_delivery where letter_key = ?", name)).isEqualTo(readable);
        databases.takeOver(database);
        // Who was remembered stays so, without the secret.
        assertThat(jdbc.sql("""
                select count(*) from remembered_browser
                where account_id = ? and series_hash = sha256(convert_to(?, 'UTF8')) and token_hash = sha256('token')
                """).params(person.id(), name).query(Integer.class).single()).isEqualTo(1);
        assertThat(one("select details ->> 'email' from batch_row where label = ?", name)).isEqualTo(readable);
    }

    @Test
    void twoThatHaveOneMailboxBothStay() throws SQLException {
        Person one = supplier();
        Person other = supplier();
        jdbc.sql("update account set email = ? where id = ?").params(readable, one.id()).update();
        jdbc.sql("update account set email = ? where id = ?").params(ascii, other.id()).update();
        jdbc.sql("insert into persistent_logins values (?, ?, 'token', now())").params(ascii, name).update();
        place(one, "00001", readable);
        place(one, "00002", ascii);
        place(other, "00003", ascii);

        migrate();

        assertThat(one("select email from account where id = ?", one.id())).isEqualTo(readable);
        assertThat(one("select email from account where id = ?", other.id())).isEqualTo(ascii);
        assertThat(one("select username from persistent_logins where series = ?", name)).isEqualTo(ascii);
        assertThat(places(one)).containsExactly(readable, ascii);
        assertThat(places(other)).containsExactly(readable);
    }

    @Test
    void whatIsNoAddressByTodaysRuleStays() throws SQLException {
        letter(name + "..x@почта-пример.рф");
        migrate();

        assertThat(one("select recipient from mail_delivery where letter_key = ?", name))
                .isEqualTo(name + "..x@почта-пример.рф");
    }

    private void migrate() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Context context = mock(Context.class);
            when(context.getConnection()).thenReturn(connection);
            migration.migrate(context);
        }
    }

    private record Person(UUID id, UUID company) {
    }

    private Person supplier() {
        Person person = new Person(UUID.randomUUID(), UUID.randomUUID());
        jdbc.sql("""
                insert into company (id, version, name, supplier, distributor, created_at)
                values (?, 0, 'АО «Клевер»', true, false, now())
                """).param(person.company()).update();
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                values (?, 0, ?, 'Анна Клевер', ?, 'ru', true, now())
                """).params(person.id(), person.id() + "@example.com", person.company()).update();
        return person;
    }

    private void place(Person supplier, String code, String email) {
        jdbc.sql("""
                insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, delegated, created_at)
                values (?, 1, ?, ?, 'Ромашка', ?, false, now())
                """).params(UUID.randomUUID(), supplier.company(), code, email).update();
    }

    private List<String> places(Person supplier) {
        return jdbc.sql("select invitee_email from partnership where supplier_id = ? order by code")
                .param(supplier.company()).query(String.class).list();
    }

    private void letter(String to) {
        jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, recipient, subject, state, attempts, queued_at)
                values (?, ?, 'test', ?, 'Subject', 'SENT', 1, now())
                """).params(UUID.randomUUID(), name, to).update();
    }

    private void listed(Person supplier, String email) {
        UUID batch = UUID.randomUUID();
        jdbc.sql("""
                insert into batch (id, company_id, kind, state, started_by, created_at, starts_at, run, total, done, refused)
                values (?, ?, 'INVITE', 'STOPPED', ?, now(), now(), 1, 1, 0, 0)
                """).params(batch, supplier.company(), supplier.id()).update();
        jdbc.sql("""
                insert into batch_row (batch_id, line, name, email, language, state, arguments)
                values (?, 1, ?, ?, 'ru', 'WAITING', '{}')
                """).params(batch, name, email).update();
    }

    private String one(String query, Object parameter) {
        return jdbc.sql(query).param(parameter).query(String.class).single();
    }
}
