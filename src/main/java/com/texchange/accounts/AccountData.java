package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this module keeps about a person. Never told: the password's hash, and secrets of links and browsers. */
@Component
@Order(0)
class AccountData implements KeptAboutPeople {

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final PeopleTrail trail;

    AccountData(JdbcClient jdbc, AccountRepository accounts, PeopleTrail trail) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.trail = trail;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of(
                "account", rows(person, """
                        select id, email, name, language, position, enabled, created_at, company_id, invited_by, invited_until,
                            (select string_agg(role, ', ' order by role) from account_role where account = a.id) as roles
                        from account a where id = :id"""),
                "invitationsElsewhere", rows(person, """
                        select name, company_id, created_at, invited_by, invited_until from account
                        where invited_address = (select email from account where id = :id) order by created_at"""),
                "awaitedAddress", rows(person, "select email, asked_at, expires_at from address_change where account_id = :id"),
                "consents", rows(person, "select version, agreed_at from account_consent where account_id = :id order by agreed_at"),
                "rememberedBrowsers", rows(person,
                        "select device, address, began_at, last_used from remembered_browser where account_id = :id order by last_used"),
                "sessions", rows(person, "select device, address, began_at, last_used from person_session where account_id = :id order by last_used"),
                "passkeys", rows(person, "select name, created_at, last_used from passkey where account_id = :id order by created_at"),
                "secondFactor", rows(person, "select added_at from authenticator where account_id = :id"),
                "listSettings", rows(person, "select list, array_to_string(hidden, ', ') as hidden from account_list_setting where account = :id"),
                "changesByOperator", rows(person, """
                        select kind, reason, changed_at from account_change where account_id = :id order by changed_at"""));
    }

    private List<Map<String, Object>> rows(Person person, String sql) {
        return jdbc.sql(sql).param("id", person.id()).query().listOfRows();
    }

    @Override
    public void erase(Person person, String name, EmailAddress email) {
        withdrawInvitations(person.email());
        for (String sql : List.of("delete from account_list_setting where account = :id", "delete from known_browser where account_id = :id",
                "delete from address_change where account_id = :id", "delete from password_token where account_id = :id",
                "delete from account_role where account = :id",
                "delete from person_session where account_id = :id", "delete from authenticator where account_id = :id", "delete from passkey where account_id = :id",
                "delete from recovery_code where account_id = :id")) {
            jdbc.sql(sql).param("id", person.id()).update();
        }
        jdbc.sql("update account_change set name = :name where account_id = :id").param("name", name).param("id", person.id()).update();
        jdbc.sql("""
                update account set name = :name, email = :email, password_hash = null, enabled = false, off_with_company = false,
                    invited_by = null, invited_until = null, erased_at = now(), sessions = sessions + 1, version = version + 1
                where id = :id""")
                .param("name", name).param("email", email).param("id", person.id()).update();
    }

    /** Of others, who know name and address by them; whoever erases holds the address. Nobody who is erased is written to because such an invitation is sent again. */
    private void withdrawInvitations(EmailAddress address) {
        accounts.findAllByInvitedAddress(address).forEach(invited -> {
            accounts.delete(invited);
            trail.changed(AuditKind.COLLEAGUE_WITHDRAWN, invited, null, null, null);
        });
    }
}
