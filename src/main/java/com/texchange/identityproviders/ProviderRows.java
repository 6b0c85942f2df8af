package com.texchange.identityproviders;

import com.texchange.common.CompanyId;
import com.texchange.common.TaxId;
import com.texchange.partners.Companies;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code identity_provider}: a company has one at most. */
@Component
class ProviderRows {

    private final JdbcClient jdbc;
    private final Companies companies;
    private final Clock clock;

    ProviderRows(JdbcClient jdbc, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.clock = clock;
    }

    Optional<StoredProvider> find(CompanyId company) {
        return jdbc.sql("select * from identity_provider where company_id = :company").param("company", company)
                .query(StoredProvider.class).optional();
    }

    /** One by which people may sign in now. */
    Optional<StoredProvider> findOpen(CompanyId company) {
        return find(company).filter(provider -> provider.enabled() && !companies.isOff(company));
    }

    /** The same of the company with a tax ID. */
    Optional<StoredProvider> findOpen(TaxId taxId) {
        return companies.find(taxId).flatMap(company -> findOpen(company.id()));
    }

    /** Waits for whoever is just changing it. */
    boolean isEnabled(CompanyId company) {
        return jdbc.sql("select enabled from identity_provider where company_id = :company for share").param("company", company)
                .query(Boolean.class).optional().orElse(false);
    }

    void save(StoredProvider provider) {
        jdbc.sql("""
                insert into identity_provider (company_id, issuer, client_id, client_secret, metadata, enabled, trusts_factor, checked_at)
                values (:company, :issuer, :client, :secret, :metadata, :enabled, :trusts, :checked)
                on conflict (company_id) do update set issuer = :issuer, client_id = :client, client_secret = :secret,
                    metadata = :metadata, trusts_factor = :trusts, checked_at = :checked
                """)
                .param("company", provider.companyId()).param("issuer", provider.issuer()).param("client", provider.clientId())
                .param("secret", provider.clientSecret()).param("metadata", provider.metadata()).param("enabled", provider.enabled())
                .param("trusts", provider.trustsFactor()).param("checked", provider.checkedAt()).update();
    }

    /** It has answered by what it says of itself now. */
    void checked(StoredProvider provider, String metadata) {
        jdbc.sql("update identity_provider set metadata = :metadata, checked_at = :now where company_id = :company and issuer = :issuer")
                .param("metadata", metadata).param("now", clock.instant()).param("company", provider.companyId())
                .param("issuer", provider.issuer()).update();
    }

    void turn(CompanyId company, boolean on) {
        jdbc.sql("update identity_provider set enabled = :on where company_id = :company").param("on", on).param("company", company).update();
    }

    void remove(CompanyId company) {
        jdbc.sql("delete from identity_provider where company_id = :company").param("company", company).update();
    }

    /** How many people are known there. */
    int people(CompanyId company) {
        return jdbc.sql("select count(*) from identity_link where company_id = :company").param("company", company)
                .query(Integer.class).single();
    }

    void forgetPeople(CompanyId company) {
        jdbc.sql("delete from identity_link where company_id = :company").param("company", company).update();
    }
}
