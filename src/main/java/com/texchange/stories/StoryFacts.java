package com.texchange.stories;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.onboarding.Stage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables hold of one onboarding, before it is decided who may read how much of it. */
record StoryFacts(OnboardingId id, CompanyId supplierId, String supplier, @Nullable CompanyId distributorId,
        String distributor, EmailAddress invited, DistributorCode code, Stage stage, Instant stageSince, Instant invitedAt, Instant expiresAt,
        @Nullable String reason, @Nullable OrderId orderId, @Nullable String letterState,
        @Nullable Long processInstanceKey) {

    static Optional<StoryFacts> find(OnboardingId id, JdbcClient jdbc) {
        return jdbc.sql("""
                select line.*, line.connection_order_id as order_id, line.email as invited from onboarding_listed line where line.id = :id
                """)
                .param("id", id)
                .query(StoryFacts.class).optional();
    }
}
