package com.texchange.licenses;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.LoadId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells open pages what has become of licenses, in the transaction that changes them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LicenseNews {

    private final JdbcClient jdbc;
    private final ChangeFeed feed;

    LicenseNews(JdbcClient jdbc, ChangeFeed feed) {
        this.jdbc = jdbc;
        this.feed = feed;
    }

    /**
     * Licenses of the distributor are not what they were: tells it, each supplier in whose network it is, as that can see them by a grant or
     * have them in its service, and each owner of licenses there.
     */
    public void changed(CompanyId distributor) {
        jdbc.sql("""
                select :distributor::uuid
                union select supplier_id from partners_partnership where distributor_id = :distributor
                union select owner_id from license_tally where distributor_id = :distributor and licenses > 0""")
                .param("distributor", distributor).query(UUID.class).list()
                .forEach(company -> feed.publish(new Change(Change.Topic.LICENSES, company.toString())));
    }

    /** A load has gone on, or has ended. */
    void loading(LoadId load) {
        feed.publish(new Change(Change.Topic.LOADS, load.toString()));
    }
}
