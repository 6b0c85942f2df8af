package com.texchange.licenses;

import com.texchange.common.CompanyId;
import com.texchange.common.DeviceId;
import com.texchange.common.RefusedException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mobile devices of the distributors, known by their MDM IDs. Access is the caller's matter. */
@Service
public class MobileDevices {

    private final JdbcClient jdbc;
    private final Clock clock;

    MobileDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The distributor's device; none if nobody has one with that MDM ID.
     *
     * @throws RefusedException if it is another distributor's
     */
    @Transactional(readOnly = true)
    public Optional<DeviceId> find(CompanyId distributor, UUID mdmId) {
        Optional<UUID> own = jdbc.sql("select id from device where distributor_id = :distributor and mdm_id = :mdm")
                .param("distributor", distributor).param("mdm", mdmId).query(UUID.class).optional();
        if (own.isEmpty() && jdbc.sql("select exists (select from device where mdm_id = :mdm)").param("mdm", mdmId)
                .query(Boolean.class).single()) {
            throw new RefusedException("licenses.device.others");
        }
        return own.map(DeviceId::new);
    }

    /**
     * The distributor's device, from now on if it is new.
     *
     * @throws RefusedException as {@link #find}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DeviceId findOrAdd(CompanyId distributor, UUID mdmId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('device/' || :mdm, 0))").param("mdm", mdmId.toString())
                .query().listOfRows();
        return find(distributor, mdmId).orElseGet(() -> new DeviceId(jdbc.sql("""
                insert into device (distributor_id, mdm_id, created_at) values (:distributor, :mdm, :now) returning id""")
                .param("distributor", distributor).param("mdm", mdmId).param("now", clock.instant())
                .query(UUID.class).single()));
    }
}
