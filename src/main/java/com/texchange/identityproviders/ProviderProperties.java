package com.texchange.identityproviders;

import com.texchange.common.TaxId;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation goes to the servers that companies name.
 *
 * @param internalHosts servers that may have addresses of an inner network, each as {@link InternalHost} is written: nobody else than who runs
 *                      the installation says so
 * @param timeout       for one answer, from looking up the name to the last byte that comes
 */
@ConfigurationProperties("t-exchange.sign-in-through-company")
record ProviderProperties(@DefaultValue Set<String> internalHosts, @DefaultValue("5s") Duration timeout) {

    ProviderProperties {
        internalHosts = internalHosts.stream().map(String::strip).filter(entry -> !entry.isEmpty()).collect(Collectors.toUnmodifiableSet());
        // What is mistyped is told when the application starts.
        internalHosts.forEach(InternalHost::parse);
    }

    private Stream<InternalHost> internal() {
        return internalHosts.stream().map(InternalHost::parse);
    }

    /** Whether it is listed, whosever. */
    boolean isInternal(String host, int port) {
        return internal().anyMatch(listed -> listed.isAt(host, port));
    }

    /** Whether it is listed for a company. */
    boolean isInternal(String host, int port, @Nullable TaxId company) {
        return internal().anyMatch(listed -> listed.isAt(host, port) && listed.isFor(company));
    }

    /** Whether its host is listed, be it with other ports or for others. */
    boolean isHostListed(String host) {
        return internal().anyMatch(listed -> listed.isAt(host));
    }
}
