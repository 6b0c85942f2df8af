package com.texchange.stories;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.onboarding.Stage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables hold of one onboarding, before it is decided who may read how much of it. */
record StoryFacts(OnboardingId id, CompanyId supplierId, String supplier, @Nullable CompanyId distributorId,
        String distributor, DistributorCode code, Stage stage, Instant stageSince, Instant invitedAt, Instant expiresAt,
        @Nullable String reason, @Nullable OrderId orderId, @Nullable String letterState,
        @Nullable Long processInstanceKey) {

    static Optional<StoryFacts> find(OnboardingId id, JdbcClient jdbc) {
        return jdbc.sql("""
                select o.*, o.connection_order_id as order_id, s.name as supplier, coalesce(d.name, p.invitee_name) as distributor, p.code
                from onboarding o
                  join partnership p on p.id = o.partnership_id
                  join company s on s.id = o.supplier_id
                  left join company d on d.id = o.distributor_id
                where o.id = :id
                """)
                .param("id", id)
                .query(StoryFacts.class).optional();
    }
}
