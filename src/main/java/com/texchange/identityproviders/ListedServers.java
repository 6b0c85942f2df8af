package com.texchange.identityproviders;

import com.texchange.common.RefusedException;
import com.texchange.common.TaxId;
import com.texchange.partners.Companies;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ProviderDetails;
import org.springframework.stereotype.Component;

/** Whether the list of hosts in inner networks, as it is now, still lets a company have the server that it has set. */
@Component
class ListedServers {

    private final ProviderProperties properties;
    private final Companies companies;

    ListedServers(ProviderProperties properties, Companies companies) {
        this.properties = properties;
        this.companies = companies;
    }

    boolean mayBe(StoredProvider provider) {
        return missing(provider).isEmpty();
    }

    /** The entries that the list would need, for hosts that it has otherwise: with another port, or for another company. */
    List<String> missing(StoredProvider provider) {
        if (properties.internalHosts().isEmpty()) {
            return List.of();
        }
        TaxId company = companies.get(provider.companyId()).taxId();
        return addresses(provider.metadata()).filter(address -> !mayBe(address, company))
                .map(address -> address.getHost() + ":" + InternalHost.port(address) + (company == null ? "" : "=" + company))
                .distinct().toList();
    }

    private boolean mayBe(URI address, @Nullable TaxId company) {
        return !properties.isHostListed(address.getHost())
                || properties.isInternal(address.getHost(), InternalHost.port(address), company);
    }

    /** Where the application itself goes. */
    private static Stream<URI> addresses(String metadata) {
        try {
            ProviderDetails server = Discovery.server(metadata);
            return Stream.of(server.getIssuerUri(), server.getTokenUri(), server.getJwkSetUri(), server.getUserInfoEndpoint().getUri())
                    .filter(Objects::nonNull).map(URI::create).filter(address -> address.getHost() != null);
        } catch (RefusedException incomplete) {
            // Nobody goes anywhere by it.
            return Stream.empty();
        }
    }
}
