package com.texchange.grants;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.GrantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code license_grant}. Whether an end has come is the database's to say, as in the views that others ask. All
 * methods run in the caller's transaction; who changes a grant locks it before the onboarding that tells of the change.
 */
@Component
class GrantRows {

    /** How many days before its end a letter reminds of a grant. */
    static final List<Integer> REMINDERS = List.of(1, 7, 30);
    private static final String COLUMNS = """
            g.id, g.supplier_id, g.distributor_id, g.acts, g.ends_at, coalesce(g.ends_at <= now(), false) as over, g.reason,
            g.given_at, g.last_used_at, g.changes""";
    private static final String OPEN = "select " + COLUMNS + """
            , p.name as giver from license_grant g left join accounts_person p on p.id = g.given_by
            where g.closed_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GrantRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The open one of two companies, over or not. */
    Optional<LicenseGrant> find(CompanyId supplier, CompanyId distributor) {
        return open(supplier, distributor, "");
    }

    Optional<LicenseGrant> lock(CompanyId supplier, CompanyId distributor) {
        return open(supplier, distributor, " for update of g");
    }

    private Optional<LicenseGrant> open(CompanyId supplier, CompanyId distributor, String lock) {
        return jdbc.sql(OPEN + "and g.supplier_id = :supplier and g.distributor_id = :distributor" + lock)
                .param("supplier", supplier).param("distributor", distributor)
                .query(LicenseGrant.class).optional();
    }

    /** @return whether it was; if not, another transaction was faster, and there is one to lock */
    boolean insert(CompanyId supplier, CompanyId distributor, Set<GrantedAct> acts, @Nullable Instant endsAt,
            @Nullable String reason, @Nullable AccountId by) {
        return jdbc.sql("""
                insert into license_grant (id, supplier_id, distributor_id, acts, ends_at, reason, given_by, given_at, reminded_days)
                values (:id, :supplier, :distributor, :acts, :end, :reason, :by, :now, :reminded)
                on conflict (supplier_id, distributor_id) where closed_at is null do nothing
                """)
                .param("id", GrantId.random()).param("supplier", supplier).param("distributor", distributor)
                .param("acts", LicenseGrant.names(acts)).param("end", endsAt).param("reason", reason).param("by", by)
                .param("now", clock.instant()).param("reminded", reminded(endsAt))
                .update() == 1;
    }

    void change(GrantId id, Set<GrantedAct> acts, @Nullable Instant endsAt, @Nullable String reason) {
        jdbc.sql("""
                update license_grant set acts = :acts, ends_at = :end, reason = :reason, reminded_days = :reminded,
                    changes = changes + 1
                where id = :id
                """)
                .param("id", id).param("acts", LicenseGrant.names(acts)).param("end", endsAt).param("reason", reason)
                .param("reminded", reminded(endsAt))
                .update();
    }

    void withdraw(GrantId id, AccountId by) {
        jdbc.sql("update license_grant set closed_at = :now, closed_as = 'WITHDRAWN', closed_by = :by where id = :id")
                .param("id", id).param("now", clock.instant()).param("by", by)
                .update();
    }

    void end(GrantId id) {
        jdbc.sql("update license_grant set closed_at = ends_at, closed_as = 'ENDED' where id = :id").param("id", id).update();
    }

    /** Open ones whose end has come, locked; those that somebody else has locked are left to them. */
    List<LicenseGrant> lockOver(int limit) {
        return jdbc.sql(OPEN + "and g.ends_at <= now() order by g.ends_at limit :limit for update of g skip locked")
                .param("limit", limit)
                .query(LicenseGrant.class).list();
    }

    /** Marks those that have so many days left, or fewer, and whose last reminder told of more. */
    List<LicenseGrant> markReminded(int days, int limit) {
        return jdbc.sql("""
                update license_grant g set reminded_days = :days
                where g.id in (select id from license_grant
                    where closed_at is null and ends_at > now() and ends_at <= now() + make_interval(days => :days)
                        and (reminded_days is null or reminded_days > :days)
                    order by ends_at limit :limit for update skip locked)
                returning null::text as giver,\s""" + COLUMNS)
                .param("days", days).param("limit", limit)
                .query(LicenseGrant.class).list();
    }

    void used(Collection<GrantId> grants) {
        jdbc.sql("update license_grant set last_used_at = :now where id = any(:ids::uuid[])")
                .param("now", clock.instant())
                .param("ids", grants.stream().map(GrantId::toString).sorted().toArray(String[]::new))
                .update();
    }

    /** How often it was told since a moment what one company gives the other, in the transactions before this one. */
    int toldSince(CompanyId supplier, CompanyId distributor, Instant moment) {
        return jdbc.sql("""
                select count(*) from audit_listed where kind in ('GRANT_GIVEN', 'GRANT_CHANGED') and at >= :moment
                    and companies @> array[cast(:supplier as uuid), cast(:distributor as uuid)]
                """)
                .param("supplier", supplier).param("distributor", distributor).param("moment", moment)
                .query(Integer.class).single();
    }

    /** The last reminder that would come too late for such an end; null if there is none. */
    private @Nullable Integer reminded(@Nullable Instant endsAt) {
        return endsAt == null ? null : REMINDERS.stream()
                .filter(days -> !endsAt.isAfter(clock.instant().plus(Duration.ofDays(days)))).findFirst().orElse(null);
    }
}
