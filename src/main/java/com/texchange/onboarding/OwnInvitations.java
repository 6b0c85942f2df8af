package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The live invitations that went to the person's own address. */
@Service
@Transactional(readOnly = true)
public class OwnInvitations {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnInvitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One of them. */
    public record OwnInvitation(OnboardingId id, String supplier, Instant expiresAt) {
    }

    /** Those that expire first come first; at most 20. */
    public List<OwnInvitation> of(Actor actor) {
        return jdbc.sql("""
                select o.id, s.name as supplier, o.expires_at
                from partners_partnership p
                  join onboarding o on o.partnership_id = p.id
                  join partners_company s on s.id = o.supplier_id
                where p.invitee_email = :email and o.stage = 'INVITED' and o.expires_at > :now
                order by o.expires_at, o.id
                limit :most
                """)
                .param("email", actor.email()).param("now", clock.instant()).param("most", MOST)
                .query(OwnInvitation.class).list();
    }
}
