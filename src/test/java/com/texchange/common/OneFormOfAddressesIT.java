package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier versions kept in two forms. */
@WithoutProcess
class OneFormOfAddressesIT {

    @Autowired
    OneFormOfAddresses migration;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DataSource database;
    private final String name = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final String ascii = name + "@xn----7sbqluigdjdo3d.xn--p1ai";
    private final String readable = name + "@почта-пример.рф";

    @Test
    void addressesOfAllTablesGetTheFormThatPeopleRead() throws SQLException {
        Actor person = people.supplier();
        jdbc.sql("update account set email = ? where id = ?").params(ascii, person.id().value()).update();
        jdbc.sql("insert into persistent_logins values (?, ?, 'token', now())").params(ascii, name).update();
        jdbc.sql("update company set contact_email = ? where id = ?").params(ascii, person.companyId().value()).update();
        place(person, "00001", ascii);
        letter(ascii);

        migrate();
        migrate();

        assertThat(one("select email from account where id = ?", person.id().value())).isEqualTo(readable);
        assertThat(one("select username from persistent_logins where series = ?", name)).isEqualTo(readable);
        assertThat(one("select contact_email from company where id = ?", person.companyId().value())).isEqualTo(readable);
        assertThat(one("select invitee_email from partnership where supplier_id = ?", person.companyId().value()))
                .isEqualTo(readable);
        assertThat(one("select recipient from mail_delivery where letter_key = ?", name)).isEqualTo(readable);
    }

    @Test
    void twoThatHaveOneMailboxBothStay() throws SQLException {
        Actor one = people.supplier();
        Actor other = people.supplier();
        jdbc.sql("update account set email = ? where id = ?").params(readable, one.id().value()).update();
        jdbc.sql("update account set email = ? where id = ?").params(ascii, other.id().value()).update();
        jdbc.sql("insert into persistent_logins values (?, ?, 'token', now())").params(ascii, name).update();
        place(one, "00001", readable);
        place(one, "00002", ascii);
        place(other, "00003", ascii);

        migrate();

        assertThat(one("select email from account where id = ?", one.id().value())).isEqualTo(readable);
        assertThat(one("select email from account where id = ?", other.id().value())).isEqualTo(ascii);
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

    private void place(Actor supplier, String code, String email) {
        jdbc.sql("""
                insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, delegated, created_at)
                values (?, 1, ?, ?, 'Ромашка', ?, false, now())
                """).params(UUID.randomUUID(), supplier.companyId().value(), code, email).update();
    }

    private List<String> places(Actor supplier) {
        return jdbc.sql("select invitee_email from partnership where supplier_id = ? order by code")
                .param(supplier.companyId().value()).query(String.class).list();
    }

    private void letter(String to) {
        jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, recipient, subject, state, attempts, queued_at)
                values (?, ?, 'test', ?, 'Subject', 'SENT', 1, now())
                """).params(UUID.randomUUID(), name, to).update();
    }

    private String one(String query, Object parameter) {
        return jdbc.sql(query).param(parameter).query(String.class).single();
    }
}
