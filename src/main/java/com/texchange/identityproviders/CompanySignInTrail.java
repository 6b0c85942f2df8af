package com.texchange.identityproviders;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditRefusals;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.Audited;
import com.texchange.common.CompanyId;
import com.texchange.partners.Companies;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Records who was not let in through a company, and why; a line in the log has the server's own words. */
@Component
class CompanySignInTrail {

    private static final Logger LOG = LoggerFactory.getLogger(CompanySignInTrail.class);

    /** What anybody can send as often as they like says nothing in the log. */
    private static final Set<SignInRefusal> BY_ANYBODY = EnumSet.of(SignInRefusal.UNKNOWN_COMPANY, SignInRefusal.NOT_BEGUN_HERE,
            SignInRefusal.TOO_MANY_TRIES);

    private final ProviderRows rows;
    private final Companies companies;
    private final AuditRefusals refusals;

    CompanySignInTrail(ProviderRows rows, Companies companies, AuditRefusals refusals) {
        this.rows = rows;
        this.companies = companies;
        this.refusals = refusals;
    }

    /** @param id as the address says it */
    void refused(String id, SignInRefusal why, AuthenticationException refusal) {
        Optional<StoredProvider> provider = CompanyId.read(id).flatMap(rows::find);
        LOG.atLevel(BY_ANYBODY.contains(why) ? Level.DEBUG : Level.WARN).log("Sign-in through {} refused, {}: {}",
                provider.map(StoredProvider::host).orElse("an unknown company"), why,
                ServerWords.line(refusal.getMessage()));
        String host = provider.map(StoredProvider::host).orElse("");
        String who = refusal instanceof CompanySignInException known ? Objects.requireNonNullElse(known.who(), host) : host;
        Audited done = Audited.byStranger(AuditKind.COMPANY_SIGN_IN_REFUSED, who).values(null, why);
        refusals.record(provider.map(known -> done.concerning(known.companyId()).about(AuditSubject.company(known.companyId(),
                companies.get(known.companyId()).name()))).orElse(done));
    }
}
