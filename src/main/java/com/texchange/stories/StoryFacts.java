package com.texchange.stories;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.onboarding.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables hold of one onboarding, before it is decided who may read how much of it. */
record StoryFacts(OnboardingId id, CompanyId supplierId, String supplier, @Nullable CompanyId distributorId,
        String distributor, DistributorCode code, Stage stage, Instant stageSince, Instant invitedAt, Instant expiresAt,
        @Nullable String reason, @Nullable OrderId orderId, @Nullable String letterState,
        @Nullable Long processInstanceKey) {

    static Optional<StoryFacts> find(OnboardingId id, JdbcClient jdbc) {
        return jdbc.sql("""
                select o.*, s.name as supplier, coalesce(d.name, p.invitee_name) as distributor, p.code
                from onboarding o
                  join partnership p on p.id = o.partnership_id
                  join company s on s.id = o.supplier_id
                  left join company d on d.id = o.distributor_id
                where o.id = :id
                """)
                .param("id", id.value())
                .query(StoryFacts::read)
                .optional();
    }

    private static StoryFacts read(ResultSet row, int number) throws SQLException {
        UUID distributor = row.getObject("distributor_id", UUID.class);
        UUID order = row.getObject("connection_order_id", UUID.class);
        return new StoryFacts(new OnboardingId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("supplier_id", UUID.class)), row.getString("supplier"),
                distributor == null ? null : new CompanyId(distributor), row.getString("distributor"),
                new DistributorCode(row.getString("code")), Stage.valueOf(row.getString("stage")),
                instant(row, "stage_since"), instant(row, "invited_at"), instant(row, "expires_at"),
                row.getString("reason"), order == null ? null : new OrderId(order), row.getString("letter_state"),
                row.getObject("process_instance_key", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
