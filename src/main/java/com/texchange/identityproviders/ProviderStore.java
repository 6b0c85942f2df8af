package com.texchange.identityproviders;

import com.texchange.accounts.Accounts;
import com.texchange.accounts.ElsewhereEnd;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.audit.TypedText;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.partners.Companies;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what an administrator decides about the company's server, tells the company's administrators, and ends what it ends. */
@Component
@Transactional
class ProviderStore {

    private final ProviderRows rows;
    private final Companies companies;
    private final Accounts accounts;
    private final ElsewhereEnd sessions;
    private final ProviderLetters letters;
    private final AuditTrail audit;
    private final Clock clock;

    ProviderStore(ProviderRows rows, Companies companies, Accounts accounts, ElsewhereEnd sessions, ProviderLetters letters, AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.companies = companies;
        this.accounts = accounts;
        this.sessions = sessions;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Of another server, or for another application there, nobody is known any more, and what has begun through it ends; that ends, too, when its
     * word for a second factor is believed no longer. What others have decided while the server was asked stays.
     *
     * @param secret   encrypted; null to keep the one that is there
     * @param metadata what the server has just said of itself
     * @throws RefusedException if there is no secret that was entered for it
     */
    public void save(ProviderSettings settings, byte @Nullable [] secret, String metadata, Actor administrator) {
        CompanyId company = administrator.administeredCompany();
        hold(company, administrator);
        Optional<StoredProvider> before = rows.find(company);
        Optional<StoredProvider> same = before.filter(there -> !there.knowsOthersThan(settings.issuer(), settings.clientId()));
        byte[] kept = Optional.ofNullable(secret).or(() -> same.map(StoredProvider::clientSecret))
                .orElseThrow(() -> new RefusedException("identityproviders.refused.secret"));
        StoredProvider provider = new StoredProvider(company, settings.issuer(), settings.clientId(), kept, metadata,
                before.filter(StoredProvider::enabled).isPresent(), settings.trustsFactor(), clock.instant(),
                same.filter(there -> settings.trustsFactor() || !there.trustsFactor()).map(StoredProvider::generation).orElseGet(UUID::randomUUID));
        rows.save(provider);
        before.filter(there -> same.isEmpty()).ifPresent(another -> rows.forgetPeople(company));
        before.map(StoredProvider::generation).filter(there -> !there.equals(provider.generation())).ifPresent(sessions::end);
        tell(before.isPresent() ? AuditKind.PROVIDER_CHANGED : AuditKind.PROVIDER_SET, provider, administrator,
                before.map(ProviderStore::words).orElse(null), words(provider));
    }

    /** What the server says of itself now counts; recorded if that leads elsewhere. Nothing, if it is another one meanwhile. */
    public void checked(StoredProvider now, Actor administrator) {
        StoredProvider before = held(administrator);
        rows.checked(now);
        if (!before.knowsOthersThan(now.issuer(), now.clientId()) && !before.endpoints().equals(now.endpoints())) {
            audit.record(Audited.of(AuditKind.PROVIDER_DESCRIBED, administrator).values(before.endpoints(), now.endpoints())
                    .about(AuditSubject.company(now.companyId(), companies.get(now.companyId()).name())));
        }
    }

    /** With it, sessions end that have begun through it. */
    public void turn(boolean on, Actor administrator) {
        StoredProvider provider = held(administrator);
        if (provider.enabled() == on) {
            return;
        }
        if (on) {
            rows.turnOn(provider.companyId());
        } else {
            rows.turnOff(provider.companyId());
            sessions.end(provider.generation());
        }
        tell(on ? AuditKind.PROVIDER_ON : AuditKind.PROVIDER_OFF, provider, administrator, null, provider.readableIssuer());
    }

    /** With it, all that it knew of people goes, and sessions end that have begun through it. */
    public void remove(Actor administrator) {
        StoredProvider provider = held(administrator);
        rows.remove(provider.companyId());
        sessions.end(provider.generation());
        tell(AuditKind.PROVIDER_REMOVED, provider, administrator, provider.readableIssuer(), null);
    }

    /** Whoever comes by the person's address next is known as it. Sessions of the person end that have begun through the server. */
    public void forget(AccountId person, Actor administrator) {
        StoredProvider provider = held(administrator);
        if (!rows.forget(person, provider.companyId())) {
            throw new RefusedException("identityproviders.refused.notLinked");
        }
        sessions.end(provider.generation(), person);
        audit.record(Audited.of(AuditKind.IDENTITY_FORGOTTEN, administrator)
                .about(AuditSubject.account(person, accounts.get(person).name())).values(provider.host(), null));
    }

    private StoredProvider held(Actor administrator) {
        CompanyId company = administrator.administeredCompany();
        hold(company, administrator);
        return rows.find(company).orElseThrow(() -> new RefusedException("identityproviders.refused.none"));
    }

    /** Whoever was an administrator when the page was opened need not be one any more. */
    private void hold(CompanyId company, Actor administrator) {
        companies.lock(company);
        accounts.actor(administrator.id()).filter(Actor::administers).orElseThrow(() -> new RefusedException(Actor.ADMINISTRATORS_ONLY));
    }

    private static String words(StoredProvider provider) {
        return provider.readableIssuer() + " · " + TypedText.of(provider.clientId()) + (provider.trustsFactor() ? " · TRUSTS_FACTOR" : "");
    }

    private void tell(AuditKind kind, StoredProvider provider, Actor by, @Nullable String before, @Nullable String after) {
        String name = companies.get(provider.companyId()).name();
        audit.record(Audited.of(kind, by).about(AuditSubject.company(provider.companyId(), name)).values(before, after));
        letters.changed(kind, provider, by, name);
    }
}
