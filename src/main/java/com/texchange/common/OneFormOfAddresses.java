package com.texchange.common;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Writes the e-mail addresses that were kept before in the one form of {@link EmailAddress}; SQL cannot read Punycode, so it
 * is done here and for all tables at once. Where that would give one mailbox to two accounts, to two places of a supplier's
 * network or to two open requests, the second stays as it stands and works on under the form that it has. Repeating it
 * changes nothing.
 */
@Component
class OneFormOfAddresses implements JavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(OneFormOfAddresses.class);
    private static final List<Kept> ADDRESSES = List.of(
            new Kept("account", "email", true, "not exists (select from account o where o.email = :readable)"),
            new Kept("partnership", "invitee_email", true, """
                    not exists (select from partnership o
                        where o.supplier_id = t.supplier_id and o.invitee_email = :readable)"""),
            new Kept("registration", "email", true, """
                    (t.onboarding_id is not null or t.state not in ('REQUESTED', 'APPROVED')
                        or not exists (select from registration o where o.email = :readable
                            and o.onboarding_id is null and o.state in ('REQUESTED', 'APPROVED')))"""),
            new Kept("company", "contact_email", true, "true"),
            new Kept("mail_delivery", "recipient", false, "true"),
            new Kept("batch_row", "email", false, "true"),
            // Whose account has kept its form is remembered by it.
            new Kept("persistent_logins", "username", false,
                    "not exists (select from account o where o.email = t.username)"));

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("20");
    }

    @Override
    public String getDescription() {
        return "one form of addresses";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        DataSource connection = new SingleConnectionDataSource(context.getConnection(), true);
        JdbcClient jdbc = JdbcClient.create(connection);
        ADDRESSES.forEach(kept -> kept.unify(jdbc));
    }

    /**
     * A column of addresses.
     *
     * @param versioned whether whoever holds a row of it must not write it back as it was
     * @param free      which rows can have the readable form
     */
    private record Kept(String table, String column, boolean versioned, String free) {

        void unify(JdbcClient jdbc) {
            jdbc.sql("select distinct %s from %s where %s ~ '[^\\x01-\\x7f]' or %s like '%%xn--%%'"
                    .formatted(column, table, column, column))
                    .query(String.class).list()
                    .forEach(address -> EmailAddress.parse(address).map(EmailAddress::value)
                            .filter(readable -> !readable.equals(address))
                            .ifPresent(readable -> rewrite(address, readable, jdbc)));
        }

        private void rewrite(String address, String readable, JdbcClient jdbc) {
            jdbc.sql("update %s t set %s = :readable%s where t.%s = :address and %s"
                    .formatted(table, column, versioned ? ", version = version + 1" : "", column, free))
                    .param("readable", readable).param("address", address).update();
            int left = jdbc.sql("select count(*) from %s where %s = :address".formatted(table, column))
                    .param("address", address).query(Integer.class).single();
            if (left > 0) {
                LOG.warn("{} rows of {} keep an address in another form, since its mailbox has one already", left, table);
            }
        }
    }
}
