package com.texchange.licenses;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.common.TooLateException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Blocks and frees licenses, each time for a reason. A blocked license is not connected to further suppliers; it stays where it
 * is connected. The sales department may do so with any license, the people of its owner with theirs.
 */
@Service
@Validated
@Transactional
public class LicenseBlocking {

    private final Licenses licenses;
    private final JdbcClient jdbc;
    private final LicenseNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AuditTrail audit;

    LicenseBlocking(Licenses licenses, JdbcClient jdbc, LicenseNews news, ApplicationEventPublisher events, Clock clock,
            AuditTrail audit) {
        this.licenses = licenses;
        this.jdbc = jdbc;
        this.news = news;
        this.events = events;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether the person may block and free the license. */
    public boolean isAllowed(LicenseInfo license, Actor actor) {
        boolean owner = license.ownerId().equals(actor.companyId())
                && actor.has(license.ownerId().equals(license.distributorId()) ? Role.DISTRIBUTOR : Role.SUPPLIER);
        return owner && actor.mayAct() || actor.has(Role.SALES);
    }

    /**
     * Blocks a license, or frees it.
     *
     * @throws RefusedException      if it is so already
     * @throws AccessDeniedException if the person may not
     * @throws java.util.NoSuchElementException if there is none
     */
    public void change(LicenseId id, boolean blocked, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        LicenseInfo license = licenses.get(id);
        if (!isAllowed(license, actor)) {
            throw new AccessDeniedException("neither of the owner nor of the sales department");
        }
        int changed = jdbc.sql("update license set blocked = :blocked where id = :id and blocked <> :blocked")
                .param("blocked", blocked).param("id", id).update();
        if (changed == 0) {
            throw new TooLateException(blocked ? "licenses.blockedAlready" : "licenses.freeAlready");
        }
        jdbc.sql("""
                insert into license_blocking (license_id, blocked, reason, changed_by, changed_at)
                values (:license, :blocked, :reason, :by, :now)""")
                .param("license", id).param("blocked", blocked).param("reason", reason).param("by", actor.id())
                .param("now", clock.instant())
                .update();
        audit.record(Audited.of(blocked ? AuditKind.LICENSE_BLOCKED : AuditKind.LICENSE_FREED, actor)
                .about(AuditSubject.of(AuditSubject.Type.LICENSE, id.value(), license.number()))
                .concerning(license.distributorId(), license.ownerId()).typed(null, reason));
        if (!blocked) {
            events.publishEvent(new LicenseFreed(id));
        }
        news.changed(license.distributorId());
    }

    /** The latest first; people of other houses are not named. Of licenses that are neither the person's company's nor with it, nothing. */
    @Transactional(readOnly = true)
    public List<BlockingEntry> history(LicenseId id, Actor actor) {
        LicenseInfo license = licenses.get(id);
        boolean operator = actor.has(Role.SALES) || actor.has(Role.PROCESS_MANAGER);
        if (!operator && !license.ownerId().equals(actor.companyId()) && !license.distributorId().equals(actor.companyId())) {
            return List.of();
        }
        return jdbc.sql("""
                select b.blocked, b.reason, case when :all or p.company_id = :company then p.name end as by, company.name as company, b.changed_at
                from license_blocking b join accounts_person p on p.id = b.changed_by
                    left join partners_company company on company.id = p.company_id
                where b.license_id = :license order by b.id desc limit 100""")
                .param("license", id)
                .param("all", operator)
                .param("company", actor.companyId())
                .query(BlockingEntry.class).list();
    }
}
