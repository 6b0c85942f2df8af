package com.texchange.onboarding;

import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.TaxId;
import com.texchange.partners.Companies;
import com.texchange.partners.Partnerships;
import com.texchange.registrations.InvitationCodes;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The suppliers and codes that the sales department reads in its tasks. */
@Component
class InvitedCodes implements InvitationCodes {

    private static final int MOST = 5;

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final JdbcClient jdbc;
    private final Clock clock;

    InvitedCodes(OnboardingRepository repository, Partnerships partnerships, Companies companies, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public DistributorCode of(OnboardingId onboarding) {
        return partnerships.get(repository.findById(onboarding).orElseThrow().partnershipId()).code();
    }

    @Override
    public String supplierOf(OnboardingId onboarding) {
        return companies.get(repository.findById(onboarding).orElseThrow().supplierId()).name();
    }

    @Override
    public List<Live> live(EmailAddress email, TaxId taxId) {
        return jdbc.sql("""
                select o.id as onboarding, s.name as supplier, p.code, p.invitee_email as email
                from partners_partnership p
                  join onboarding o on o.partnership_id = p.id
                  join partners_company s on s.id = o.supplier_id
                where (p.invitee_email = :email or p.invitee_tax_id = :taxId) and o.stage = 'INVITED' and o.expires_at > :now
                order by o.invited_at desc, o.id
                limit :most
                """)
                .param("email", email).param("taxId", taxId).param("now", clock.instant()).param("most", MOST)
                .query(Live.class).list();
    }
}
