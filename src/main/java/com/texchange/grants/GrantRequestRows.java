package com.texchange.grants;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.GrantRequestId;
import com.texchange.grants.GrantRequest.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code grant_request}. All methods run in the caller's transaction; a request is locked before its grant. */
@Component
class GrantRequestRows {

    private static final String ROWS = """
            select r.*, p.name as asker, r.process_ended_at is not null as process_ended
            from grant_request r join accounts_person p on p.id = r.asked_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GrantRequestRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return null if there is an open one already */
    @Nullable GrantRequestId insert(CompanyId supplier, CompanyId distributor, Set<GrantedAct> acts, @Nullable Instant endsAt,
            @Nullable String reason, AccountId by) {
        GrantRequestId id = GrantRequestId.random();
        int written = jdbc.sql("""
                insert into grant_request (id, supplier_id, distributor_id, acts, ends_at, reason, asked_by, asked_at, state)
                values (:id, :supplier, :distributor, :acts, :end, :reason, :by, :now, 'OPEN')
                on conflict (supplier_id, distributor_id) where state = 'OPEN' do nothing
                """)
                .param("id", id).param("supplier", supplier).param("distributor", distributor)
                .param("acts", LicenseGrant.names(acts)).param("end", endsAt).param("reason", reason).param("by", by)
                .param("now", clock.instant())
                .update();
        return written == 1 ? id : null;
    }

    /** How often one company has asked the other, be it in vain. */
    int askedSince(CompanyId supplier, CompanyId distributor, Instant moment) {
        return jdbc.sql("""
                select count(*) from grant_request
                where supplier_id = :supplier and distributor_id = :distributor and asked_at >= :moment
                """)
                .param("supplier", supplier).param("distributor", distributor).param("moment", moment)
                .query(Integer.class).single();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    GrantRequest get(GrantRequestId id) {
        return jdbc.sql(ROWS + "where r.id = :id").param("id", id).query(GrantRequest.class).optional().orElseThrow();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    GrantRequest lock(GrantRequestId id) {
        return jdbc.sql(ROWS + "where r.id = :id for update of r").param("id", id).query(GrantRequest.class).optional().orElseThrow();
    }

    Optional<GrantRequest> findOpen(CompanyId supplier, CompanyId distributor) {
        return jdbc.sql(ROWS + "where r.supplier_id = :supplier and r.distributor_id = :distributor and r.state = 'OPEN'")
                .param("supplier", supplier).param("distributor", distributor)
                .query(GrantRequest.class).optional();
    }

    /** @param by null if it was decided past the application */
    void decide(GrantRequestId id, State state, @Nullable AccountId by, @Nullable String refusal) {
        jdbc.sql("""
                update grant_request set state = :state, decided_by = :by, decided_at = :now, refusal = :refusal
                where id = :id
                """)
                .param("id", id).param("state", state).param("by", by).param("now", clock.instant()).param("refusal", refusal)
                .update();
    }

    void processEnded(GrantRequestId id) {
        jdbc.sql("update grant_request set process_ended_at = :now where id = :id")
                .param("id", id).param("now", clock.instant())
                .update();
    }

    List<UUID> underWay(UUID after, int limit) {
        return jdbc.sql("select id from grant_request where process_ended_at is null and id > ? order by id limit ?")
                .params(after, limit).query(UUID.class).list();
    }

    /** Of these, the ones whose process should have heard by now that they were taken back. */
    List<UUID> withdrawn(Collection<UUID> ids, Instant before) {
        return jdbc.sql("""
                select id from grant_request where id = any(:ids::uuid[]) and state = 'WITHDRAWN' and decided_at < :before
                """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new)).param("before", before)
                .query(UUID.class).list();
    }
}
