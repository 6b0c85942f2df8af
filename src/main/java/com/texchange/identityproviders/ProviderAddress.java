package com.texchange.identityproviders;

import com.texchange.common.RefusedException;
import com.texchange.common.TaxId;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an address may be that of a company's server: by https, at a host of the public Internet or one that the installation lists. */
@Component
class ProviderAddress {

    private static final int LAST_PORT = 65_535;

    private final ProviderProperties properties;
    private final HostNames names;

    ProviderAddress(ProviderProperties properties, HostNames names) {
        this.properties = properties;
        this.names = names;
    }

    /**
     * @param address in ASCII, as the server says it
     * @param company whose server it is to be
     * @throws RefusedException if it is none
     */
    URI require(@Nullable String address, @Nullable TaxId company) {
        URI uri = parse(address == null ? "" : address);
        if (!uri.toString().equals(uri.toASCIIString())) {
            throw new RefusedException("identityproviders.refused.script", uri);
        }
        String shown = AddressForm.readable(uri.toString());
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null || uri.getPort() > LAST_PORT) {
            throw new RefusedException("identityproviders.refused.address", shown);
        }
        boolean listed = properties.isInternal(host, InternalHost.port(uri), company);
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(plain && listed)) {
            throw new RefusedException("identityproviders.refused.https", shown);
        }
        InetAddress[] addresses = resolve(host);
        // Nobody listens between this machine and itself.
        if (plain && !Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
            throw new RefusedException("identityproviders.refused.https", shown);
        }
        // A host that is listed is so for certain ports and companies only, wherever it leads.
        if (!listed && (properties.isHostListed(host) || Arrays.stream(addresses).anyMatch(InnerAddresses::contain))) {
            throw new RefusedException("identityproviders.refused.inner", AddressForm.readableHost(host) + ":" + InternalHost.port(uri));
        }
        return uri;
    }

    private static URI parse(String address) {
        try {
            return new URI(address.strip());
        } catch (URISyntaxException e) {
            throw new RefusedException("identityproviders.refused.address", address);
        }
    }

    private InetAddress[] resolve(String host) {
        try {
            return names.resolve(host, properties.timeout());
        } catch (SlowNameException e) {
            throw new RefusedException("identityproviders.refused.slow", AddressForm.readableHost(host));
        } catch (UnknownHostException e) {
            throw new RefusedException("identityproviders.refused.unknownHost", AddressForm.readableHost(host));
        }
    }
}
