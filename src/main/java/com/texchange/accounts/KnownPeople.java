package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.texchange.partners.TimeZones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People as steps and letters need them, with roles and time zone, by one statement. */
@Component
class KnownPeople {

    private static final String SELECT = """
            select a.id, a.email, a.name, a.company_id, a.position, a.language, c.time_zone,
                array(select role from account_role where account = a.id) as roles
            from account a left join partners_company c on c.id = a.company_id
            where\s""";

    private final JdbcClient jdbc;
    private final TimeZones zones;

    KnownPeople(JdbcClient jdbc, TimeZones zones) {
        this.jdbc = jdbc;
        this.zones = zones;
    }

    /** Not who is only invited: anybody who administers a company may have typed the address. */
    Optional<AccountInfo> find(EmailAddress email) {
        return jdbc.sql(SELECT + "a.email = :email and not (a.invited_by is not null and a.password_hash is null and not a.enabled)").param("email", email).query(this::person).optional();
    }

    /** @throws NoSuchElementException if there is none */
    AccountInfo get(AccountId id) {
        return jdbc.sql(SELECT + "a.id = :id").param("id", id).query(this::person).optional()
                .orElseThrow(() -> new NoSuchElementException("no account " + id));
    }

    /** Empty for one who may not sign in. */
    Optional<AccountInfo> enabled(AccountId id) {
        return jdbc.sql(SELECT + "a.id = :id and a.enabled").param("id", id).query(this::person).optional();
    }

    /** Enabled ones, by name; all of them, since those who are left out get no letters. */
    List<AccountInfo> ofCompany(CompanyId company) {
        return jdbc.sql(SELECT + """
                a.company_id = :company and a.enabled order by a.name collate common_alphabet, a.email limit :most
                """)
                .param("company", company).param("most", Accounts.MOST).query(this::person).list();
    }

    /** Those of the operator who are enabled, by name. */
    List<AccountInfo> withRole(Role role) {
        return jdbc.sql(SELECT + """
                a.enabled and exists (select from account_role r where r.account = a.id and r.role = :role)
                order by a.name collate common_alphabet, a.email limit :most
                """)
                .param("role", role.name()).param("most", Accounts.MOST).query(this::person).list();
    }

    /** Those who are enabled, by name. */
    List<AccountInfo> administratorsOf(CompanyId company, int most) {
        return jdbc.sql(SELECT + """
                a.company_id = :company and a.enabled and a.position = 'ADMINISTRATOR'
                order by a.name collate common_alphabet, a.email limit :most
                """)
                .param("company", company).param("most", most).query(this::person).list();
    }

    ZoneId zoneOf(Account account) {
        return zones.of(account.companyId());
    }

    private AccountInfo person(ResultSet row, int number) throws SQLException {
        UUID company = row.getObject("company_id", UUID.class);
        return new AccountInfo(new AccountId(row.getObject("id", UUID.class)), EmailAddress.stored(row.getString("email")),
                row.getString("name"), company == null ? null : new CompanyId(company),
                Arrays.stream((Object[]) row.getArray("roles").getArray()).map(role -> Role.valueOf(role.toString()))
                        .collect(Collectors.toUnmodifiableSet()),
                Position.valueOf(row.getString("position")),
                Locale.of(row.getString("language")), zones.chosen(row.getString("time_zone")));
    }
}
