package com.texchange.identityproviders;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation goes to the servers that companies name.
 *
 * @param internalHosts hosts that may have addresses of an inner network: nobody else than who runs the installation says so
 * @param timeout       for one answer, from looking up the name to the last byte that comes
 */
@ConfigurationProperties("t-exchange.sign-in-through-company")
record ProviderProperties(@DefaultValue Set<String> internalHosts, @DefaultValue("5s") Duration timeout) {

    ProviderProperties {
        internalHosts = internalHosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isInternal(String host) {
        return internalHosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
