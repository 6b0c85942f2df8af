package com.texchange.identityproviders;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.KnownElsewhere;
import com.texchange.accounts.ShownElsewhere;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.EmailAddress;
import com.texchange.common.SingleLine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a company's server means: by the address when somebody comes for the first time, and by the server's own name for the person from
 * then on, since an address may be given to somebody else. Only people of that company.
 */
@Component
class KnownIdentities {

    /** OpenID Connect Core 1.0, 2: the length of "sub". */
    private static final int LONGEST_SUBJECT = 255;
    /** RFC 8176, 2. */
    private static final String WITH_FACTORS = "mfa";

    private final ProviderRows rows;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    KnownIdentities(ProviderRows rows, Accounts accounts, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whom the server means. It was asked for seconds: what it has said counts if it is still set as it was then.
     *
     * @param generation of the settings by which the sign-in was begun
     * @throws CompanySignInException if it is nobody of the company, or the server is not set so any more
     */
    @Transactional
    public ShownElsewhere shown(OidcUser user, UUID generation) {
        StoredProvider provider = rows.hold(generation).orElseThrow(() -> new CompanySignInException(SignInRefusal.CHANGED_MEANWHILE));
        List<String> methods = user.getIdToken().getAuthenticationMethods();
        Link link = linkOf(user, provider);
        return new ShownElsewhere(new AccountId(link.accountId()), new KnownElsewhere(generation, link.id()),
                provider.trustsFactor() && methods != null && methods.contains(WITH_FACTORS));
    }

    /** By which somebody is known there. */
    private record Link(UUID id, UUID accountId) {
    }

    private Link linkOf(OidcUser user, StoredProvider provider) {
        String subject = user.getSubject();
        // Administrators read it, beside the person's name.
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT || !SingleLine.Validator.isOneLine(subject)) {
            throw new CompanySignInException(SignInRefusal.NOT_BELIEVED, "subject", null);
        }
        return known(subject, provider).orElseGet(() -> link(subject, address(user), provider));
    }

    private Optional<Link> known(String subject, StoredProvider provider) {
        return jdbc.sql("""
                update identity_link set last_used = :now where company_id = :company and subject = :subject returning id, account_id
                """)
                .param("now", clock.instant()).param("company", provider.companyId()).param("subject", subject)
                .query(Link.class).optional();
    }

    /** What one of the two says of an address is no word for that of the other. */
    private static Map<String, Object> whereTheAddressIs(OidcUser user) {
        Map<String, Object> token = user.getIdToken().getClaims();
        return token.containsKey(StandardClaimNames.EMAIL) || user.getUserInfo() == null ? token : user.getUserInfo().getClaims();
    }

    private static EmailAddress address(OidcUser user) {
        Map<String, Object> said = whereTheAddressIs(user);
        Object email = said.get(StandardClaimNames.EMAIL);
        Object verified = said.get(StandardClaimNames.EMAIL_VERIFIED);
        // Some servers write it as a text.
        if (email == null || !Boolean.TRUE.equals(verified) && !"true".equals(verified)) {
            throw new CompanySignInException(SignInRefusal.NO_ADDRESS, email == null ? "no email" : "email_verified is not true", null);
        }
        return EmailAddress.parse(email.toString()).orElseThrow(() -> new CompanySignInException(SignInRefusal.NO_ADDRESS, "no address", null));
    }

    private Link link(String subject, EmailAddress address, StoredProvider provider) {
        AccountInfo person = accounts.find(address).filter(account -> provider.companyId().equals(account.companyId()))
                .filter(account -> accounts.actor(account.id()).isPresent())
                .orElseThrow(() -> new CompanySignInException(SignInRefusal.NO_ACCOUNT, "nobody of the company", address.value()));
        Optional<Link> linked = jdbc.sql("""
                insert into identity_link (company_id, subject, account_id, linked_at, last_used)
                values (:company, :subject, :account, :now, :now) on conflict do nothing returning id, account_id
                """)
                .param("company", provider.companyId()).param("subject", subject).param("account", person.id()).param("now", clock.instant())
                .query(Link.class).optional();
        if (linked.isEmpty()) {
            // By another tab at the same moment, or it is known by another name.
            return known(subject, provider).orElseThrow(() -> new CompanySignInException(SignInRefusal.OTHER_NAME,
                    "the account is known by another name", address.value()));
        }
        audit.record(Audited.of(AuditKind.IDENTITY_LINKED, person.actor()).about(AuditSubject.account(person.id(), person.name()))
                .values(null, provider.host()));
        return linked.get();
    }
}
