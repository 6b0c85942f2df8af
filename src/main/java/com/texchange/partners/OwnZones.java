package com.texchange.partners;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By whose clock somebody reads pages: the own one, if (s)he has chosen one, else the company's. Letters and terms know the company's alone. */
@Service
public class OwnZones {

    private final JdbcClient jdbc;
    private final TimeZones zones;
    private final AuditTrail audit;

    OwnZones(JdbcClient jdbc, TimeZones zones, AuditTrail audit) {
        this.jdbc = jdbc;
        this.zones = zones;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public ZoneId of(Actor actor) {
        return chosenBy(actor).orElseGet(() -> zones.of(actor.companyId()));
    }

    /** Empty for who goes by the company's. */
    @Transactional(readOnly = true)
    public Optional<ZoneId> chosenBy(Actor actor) {
        return jdbc.sql("select time_zone from own_time_zone where account_id = :id").param("id", actor.id())
                .query(String.class).optional().flatMap(TimeZones::named);
    }

    /**
     * @param zone null for the company's, whatever that will be
     * @throws IllegalArgumentException if it is none of the {@link TimeZones#choices()}
     */
    @Transactional
    public void choose(@Nullable ZoneId zone, Actor actor) {
        zones.requireOffered(zone);
        ZoneId before = chosenBy(actor).orElse(null);
        if (Objects.equals(before, zone)) {
            return;
        }
        audit.record(Audited.of(AuditKind.TIME_ZONE_CHANGED, actor).about(AuditSubject.account(actor.id(), actor.name())).values(before, zone));
        jdbc.sql("delete from own_time_zone where account_id = :id").param("id", actor.id()).update();
        if (zone != null) {
            jdbc.sql("""
                    insert into own_time_zone (account_id, time_zone) values (:id, :zone)
                    on conflict (account_id) do update set time_zone = excluded.time_zone""")
                    .param("id", actor.id()).param("zone", zone.getId()).update();
        }
    }
}
