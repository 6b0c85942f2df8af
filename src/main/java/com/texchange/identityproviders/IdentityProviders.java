package com.texchange.identityproviders;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.InstallationKey;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.validation.annotation.Validated;

/**
 * The server of a company at which its people sign in, as its administrators look after it. Servers are asked before a transaction, never in
 * one.
 */
@Service
@Validated
public class IdentityProviders {

    private final ProviderRows rows;
    private final ProviderStore store;
    private final ProviderChecks checks;
    private final InstallationKey key;
    private final FreshSignIn fresh;
    private final OwnAddresses addresses;

    IdentityProviders(ProviderRows rows, ProviderStore store, ProviderChecks checks, InstallationKey key, FreshSignIn fresh,
            OwnAddresses addresses) {
        this.rows = rows;
        this.store = store;
        this.checks = checks;
        this.key = key;
        this.fresh = fresh;
        this.addresses = addresses;
    }

    /**
     * What there is.
     *
     * @throws RefusedException if the person does not administer the company
     */
    public Optional<ProviderInfo> of(Actor administrator) {
        CompanyId company = administrator.administeredCompany();
        return rows.find(company).map(provider -> new ProviderInfo(provider.readableIssuer(), provider.clientId(), provider.enabled(),
                provider.trustsFactor(), provider.checkedAt(), rows.people(company), addresses.begin(company)));
    }

    /** What an administrator enters at the company's server, be it before anything is entered here. */
    public String redirectAddress(Actor administrator) {
        return addresses.back(administrator.administeredCompany());
    }

    /** Where people of the person's company sign in through it; empty if they do not. */
    public Optional<String> signInAddress(Actor actor) {
        CompanyId company = actor.companyId();
        if (company == null) {
            throw new AccessDeniedException("belongs to no company");
        }
        return rows.findOpen(company).map(provider -> addresses.begin(company));
    }

    /** Whether this installation can keep a secret; without that there are no servers of companies. */
    public boolean areOffered() {
        return key.isThere();
    }

    /**
     * Sets the company's server, switched off at first, or changes it. A secret goes only where it was entered for.
     *
     * @throws RefusedException if it does not answer as such a server does, the secret is missing, or the person does not administer the
     *     company or has to show first who it is; nothing is kept then
     */
    public void save(@Valid ProviderSettings settings, Actor administrator) {
        CompanyId company = administrator.administeredCompany();
        fresh.require(administrator);
        if (!key.isThere()) {
            throw new RefusedException("identityproviders.refused.noKey");
        }
        ProviderSettings typed = settings.asServersTakeIt();
        boolean keepsSecret = typed.clientSecret().isEmpty();
        if (keepsSecret && rows.find(company).filter(there -> !there.knowsOthersThan(typed.issuer(), typed.clientId())).isEmpty()) {
            throw new RefusedException("identityproviders.refused.secret");
        }
        String metadata = checks.metadata(typed.issuer(), company);
        byte[] secret = keepsSecret ? null : key.encrypt(StoredProvider.owner(company), typed.clientSecret().getBytes(StandardCharsets.UTF_8));
        store.save(typed, secret, metadata, administrator);
    }

    /**
     * Asks the server again, and whether it knows this application. What it says of itself now counts from then on.
     *
     * @throws RefusedException if it does not answer as it should, does not know the application, its secret was encrypted by another key, or
     *     the person does not administer the company
     */
    public void check(Actor administrator) {
        CompanyId company = administrator.administeredCompany();
        StoredProvider provider = rows.find(company).orElseThrow(() -> new RefusedException("identityproviders.refused.none"));
        if (!key.isThere()) {
            throw new RefusedException("identityproviders.refused.noKey");
        }
        StoredProvider now = provider.describedBy(checks.metadata(provider.issuer(), company));
        checks.requireKnown(now);
        store.checked(now, administrator);
    }

    /**
     * Who is known at the server, by name; at most 1,000.
     *
     * @throws RefusedException if the person does not administer the company
     */
    public List<LinkedPerson> people(Actor administrator) {
        return rows.linked(administrator.administeredCompany());
    }

    /**
     * Forgets by which name the server knows somebody, as people get new ones there: the next sign-in finds the account by its address anew.
     *
     * @throws RefusedException if nobody of the company is known so any more, or the person does not administer the company or has to show
     *     first who it is
     */
    public void forget(AccountId person, Actor administrator) {
        administrator.administeredCompany();
        fresh.require(administrator);
        store.forget(person, administrator);
    }

    /** @throws RefusedException if there is none, or the person does not administer the company or has to show first who it is */
    public void turn(boolean on, Actor administrator) {
        administrator.administeredCompany();
        fresh.require(administrator);
        store.turn(on, administrator);
    }

    /**
     * People sign in by password alone from then on, and begin anew if another one is set.
     *
     * @throws RefusedException if there is none, or the person does not administer the company or has to show first who it is
     */
    public void remove(Actor administrator) {
        administrator.administeredCompany();
        fresh.require(administrator);
        store.remove(administrator);
    }
}
