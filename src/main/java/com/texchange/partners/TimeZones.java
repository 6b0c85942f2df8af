package com.texchange.partners;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OperatorZone;
import com.texchange.common.OutdatedException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By whose clock people read times and count days: their company's, or the operator's until the company has chosen one. */
@Service
public class TimeZones {

    /** Places that people live in; the database's other names are offsets and old spellings of the same. */
    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    private final JdbcClient jdbc;
    private final KnownCompanies known;
    private final OperatorZone operator;
    private final AuditTrail audit;

    TimeZones(JdbcClient jdbc, KnownCompanies known, OperatorZone operator, AuditTrail audit) {
        this.jdbc = jdbc;
        this.known = known;
        this.operator = operator;
        this.audit = audit;
    }

    /** For people of the operator and for strangers. */
    public ZoneId operator() {
        return operator.timeZone();
    }

    /** @param company null for people of the operator */
    @Transactional(readOnly = true)
    public ZoneId of(@Nullable CompanyId company) {
        return chosenBy(company).orElse(operator());
    }

    /** Empty for a company that goes by the operator's zone. */
    @Transactional(readOnly = true)
    public Optional<ZoneId> chosenBy(@Nullable CompanyId company) {
        return Optional.ofNullable(company).flatMap(known::find).flatMap(chosen -> named(chosen.timeZone()));
    }

    /** The zone that a company has chosen, from {@code partners_company}; the operator's for none. */
    public ZoneId chosen(@Nullable String zone) {
        return named(zone).orElse(operator());
    }

    /** All that can be chosen, by name. */
    public List<ZoneId> choices() {
        return ZoneId.getAvailableZoneIds().stream().filter(id -> PLACE.matcher(id).matches()).map(ZoneId::of)
                .sorted(Comparator.comparing(ZoneId::getId)).toList();
    }

    /**
     * Chooses the zone of the person's own company, for pages and letters from now on. Terms that run keep their last
     * moment, which is then shown by the new clock.
     *
     * @param zone null for the operator's, whatever that will be
     * @throws AccessDeniedException    if the person belongs to no company
     * @throws com.texchange.common.RefusedException if the person does not administer it
     * @throws IllegalArgumentException if it is none of the {@link #choices()}
     */
    @Transactional
    public void choose(@Nullable ZoneId zone, Actor actor) {
        CompanyId company = actor.administeredCompany();
        requireOffered(zone);
        ZoneId before = chosenBy(company).orElse(null);
        if (Objects.equals(before, zone)) {
            return;
        }
        audit.record(Audited.of(AuditKind.TIME_ZONE_CHANGED, actor)
                .about(AuditSubject.company(company, known.find(company).orElseThrow().info().name()))
                .values(before, zone));
        jdbc.sql("update company set time_zone = :zone where id = :id")
                .param("zone", zone == null ? null : zone.getId())
                .param("id", company)
                .update();
        known.forget();
    }

    /**
     * As {@link #choose}, if the company's choice is still the one that the person has read.
     *
     * @param seen null for none
     * @throws OutdatedException if it is not
     */
    @Transactional
    public void change(@Nullable ZoneId seen, @Nullable ZoneId zone, Actor actor) {
        jdbc.sql("select from company where id = :id for update").param("id", actor.companyId()).query(row -> { });
        known.forget();
        ZoneId chosen = chosenBy(actor.companyId()).orElse(null);
        if (!Objects.equals(seen, chosen)) {
            throw new OutdatedException("partners.zone.outdated");
        }
        choose(zone, actor);
    }

    void requireOffered(@Nullable ZoneId zone) {
        if (zone != null && !choices().contains(zone)) {
            throw new IllegalArgumentException("not offered: " + zone);
        }
    }

    /** Another version of the time zone database may know a name no more. */
    static Optional<ZoneId> named(@Nullable String id) {
        try {
            return Optional.ofNullable(id).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
