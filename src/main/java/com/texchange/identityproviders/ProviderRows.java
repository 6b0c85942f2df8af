package com.texchange.identityproviders;

import com.texchange.accounts.Accounts;
import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.TaxId;
import com.texchange.partners.Companies;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code identity_provider}: a company has one at most. */
@Component
class ProviderRows {

    private final JdbcClient jdbc;
    private final Companies companies;
    private final ListedServers listed;
    private final Clock clock;

    ProviderRows(JdbcClient jdbc, Companies companies, ListedServers listed, Clock clock) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.listed = listed;
        this.clock = clock;
    }

    Optional<StoredProvider> find(CompanyId company) {
        return jdbc.sql("select * from identity_provider where company_id = :company").param("company", company)
                .query(StoredProvider.class).optional();
    }

    /** One by which people may sign in now. */
    Optional<StoredProvider> findOpen(CompanyId company) {
        return find(company).filter(provider -> provider.enabled() && !companies.isOff(company) && listed.mayBe(provider));
    }

    /** Of all companies, also of those that are switched off. */
    List<StoredProvider> enabled() {
        return jdbc.sql("select * from identity_provider where enabled").query(StoredProvider.class).list();
    }

    /** The same of the company with a tax ID. */
    Optional<StoredProvider> findOpen(TaxId taxId) {
        return companies.find(taxId).flatMap(company -> findOpen(company.id()));
    }

    /** As it was when somebody began by it, if it still is so; until the transaction ends, nobody changes it. */
    Optional<StoredProvider> hold(UUID generation) {
        return jdbc.sql("select * from identity_provider where generation = :generation and enabled for share").param("generation", generation)
                .query(StoredProvider.class).optional();
    }

    /** Whether somebody is still known there by a link, as it was when somebody began by it; until the transaction ends, nobody changes either. */
    boolean hold(UUID generation, UUID link) {
        return jdbc.sql("""
                select l.id from identity_provider p join identity_link l on l.company_id = p.company_id
                where p.generation = :generation and p.enabled and l.id = :link for share of p for key share of l
                """)
                .param("generation", generation).param("link", link).query(UUID.class).optional().isPresent();
    }

    void save(StoredProvider provider) {
        jdbc.sql("""
                insert into identity_provider (company_id, issuer, client_id, client_secret, metadata, enabled, trusts_factor, checked_at, generation)
                values (:company, :issuer, :client, :secret, :metadata, :enabled, :trusts, :checked, :generation)
                on conflict (company_id) do update set issuer = :issuer, client_id = :client, client_secret = :secret,
                    metadata = :metadata, trusts_factor = :trusts, checked_at = :checked, generation = :generation
                """)
                .param("company", provider.companyId()).param("issuer", provider.issuer()).param("client", provider.clientId())
                .param("secret", provider.clientSecret()).param("metadata", provider.metadata()).param("enabled", provider.enabled())
                .param("trusts", provider.trustsFactor()).param("checked", provider.checkedAt())
                .param("generation", provider.generation()).update();
    }

    /** It has answered by what it says of itself now; nothing, if it is another one meanwhile. */
    void checked(StoredProvider provider) {
        jdbc.sql("""
                update identity_provider set metadata = :metadata, checked_at = :now
                where company_id = :company and issuer = :issuer and client_id = :client
                """)
                .param("metadata", provider.metadata()).param("now", clock.instant()).param("company", provider.companyId())
                .param("issuer", provider.issuer()).param("client", provider.clientId()).update();
    }

    void turnOn(CompanyId company) {
        jdbc.sql("update identity_provider set enabled = true where company_id = :company").param("company", company).update();
    }

    /** What began by it is over, even if it is switched on again. */
    void turnOff(CompanyId company) {
        jdbc.sql("update identity_provider set enabled = false, generation = gen_random_uuid() where company_id = :company")
                .param("company", company).update();
    }

    void remove(CompanyId company) {
        jdbc.sql("delete from identity_provider where company_id = :company").param("company", company).update();
    }

    /** How many people are known there. */
    int people(CompanyId company) {
        return jdbc.sql("select count(*) from identity_link where company_id = :company").param("company", company)
                .query(Integer.class).single();
    }

    /** By name; no company has more people than that. */
    List<LinkedPerson> linked(CompanyId company) {
        return jdbc.sql("""
                select p.id, p.name, p.email, l.subject, l.last_used from identity_link l join accounts_person p on p.id = l.account_id
                where l.company_id = :company order by p.name collate common_alphabet, p.email limit :most
                """)
                .param("company", company).param("most", Accounts.MOST).query((row, number) -> new LinkedPerson(new AccountId(row.getObject("id", UUID.class)),
                        row.getString("name"), EmailAddress.stored(row.getString("email")), row.getString("subject"),
                        row.getTimestamp("last_used").toInstant())).list();
    }

    /** @return whether the person was known there */
    boolean forget(AccountId person, CompanyId company) {
        return jdbc.sql("delete from identity_link where company_id = :company and account_id = :person")
                .param("company", company).param("person", person).update() == 1;
    }

    void forgetPeople(CompanyId company) {
        jdbc.sql("delete from identity_link where company_id = :company").param("company", company).update();
    }
}
