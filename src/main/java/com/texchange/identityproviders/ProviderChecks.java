package com.texchange.identityproviders;

import com.texchange.accounts.TriesElsewhere;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.partners.Companies;
import java.net.URI;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Asks a company's server whether it is as an administrator says. How often, is limited: nobody is to look around by this. */
@Component
class ProviderChecks {

    private final Discovery discovery;
    private final ProviderProtocol protocol;
    private final ProviderRegistrations registrations;
    private final TriesElsewhere tries;
    private final Companies companies;

    ProviderChecks(Discovery discovery, ProviderProtocol protocol, ProviderRegistrations registrations, TriesElsewhere tries,
            Companies companies) {
        this.discovery = discovery;
        this.protocol = protocol;
        this.registrations = registrations;
        this.tries = tries;
        this.companies = companies;
    }

    /**
     * What the server says of itself, as JSON.
     *
     * @throws RefusedException if that will not do, or it was asked too often
     */
    String metadata(String issuer, CompanyId company) {
        if (!tries.takeCall(company)) {
            throw new RefusedException("identityproviders.refused.tooOften");
        }
        return discovery.metadata(issuer, companies.get(company).taxId());
    }

    /** @throws RefusedException if the server does not know this application by its id and secret, or does not say so */
    void requireKnown(StoredProvider provider) {
        ClientRegistration registration = registration(provider);
        long begun = System.nanoTime();
        String said;
        try {
            said = protocol.probe(registration);
        } catch (RestClientException failed) {
            throw discovery.inVain(URI.create(registration.getProviderDetails().getTokenUri()), failed, begun);
        }
        if (!said.equals(OAuth2ErrorCodes.INVALID_GRANT)) {
            throw said.equals(OAuth2ErrorCodes.INVALID_CLIENT) || said.equals(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT)
                    ? new RefusedException("identityproviders.refused.client")
                    : new RefusedException("identityproviders.refused.answer", said);
        }
    }

    private ClientRegistration registration(StoredProvider provider) {
        try {
            return registrations.registration(provider);
        } catch (IllegalStateException otherKey) {
            throw new RefusedException("identityproviders.refused.secret");
        }
    }
}
