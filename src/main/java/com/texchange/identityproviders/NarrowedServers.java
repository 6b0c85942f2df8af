package com.texchange.identityproviders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Says in the log at the start whose people can no longer sign in through their company, because the host of its server is listed otherwise by
 * now. An entry without a port has once stood for all ports, and stands for that of https.
 */
@Component
class NarrowedServers implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NarrowedServers.class);

    private final ProviderRows rows;
    private final ListedServers listed;

    NarrowedServers(ProviderRows rows, ListedServers listed) {
        this.rows = rows;
        this.listed = listed;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (StoredProvider provider : rows.enabled()) {
            for (String entry : listed.missing(provider)) {
                LOG.warn("{} is not used: its people sign in through it again once t-exchange.sign-in-through-company.internal-hosts has {}",
                        provider, entry);
            }
        }
    }
}
