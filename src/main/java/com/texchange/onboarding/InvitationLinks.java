package com.texchange.onboarding;

import com.texchange.common.LastStatement;
import com.texchange.common.OnboardingId;
import com.texchange.common.PartnershipId;
import com.texchange.common.SecretText;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secrets in invitation links. Each letter has its own, so that it can be written anew while the database keeps
 * hashes only; all letters of an onboarding stay good until the invitation is taken up, ends or gets another address.
 */
@Component
class InvitationLinks {

    private static final LastStatement.Part<Map<String, @Nullable Object>> ISSUED = LastStatement.json("links", """
            insert into invitation_link (token_hash, onboarding_id, created_at)
            select decode(hash, 'base64'), onboarding, at from json_to_recordset(cast(:links as json)) as r(hash text, onboarding uuid, at timestamptz)
            """);

    private final JdbcClient jdbc;
    private final LastStatement last;
    private final Clock clock;

    InvitationLinks(JdbcClient jdbc, LastStatement last, Clock clock) {
        this.jdbc = jdbc;
        this.last = last;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(OnboardingId onboarding) {
        String token = SecretText.random();
        last.add(ISSUED, Map.of("hash", SecretText.hash(token), "onboarding", onboarding.value(), "at", clock.instant().toString()));
        return token;
    }

    /** Ends all links to the invitations of a partnership: they went to an address that was wrong, or into wrong hands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(PartnershipId partnership) {
        jdbc.sql("""
                update invitation_link set ended_at = :now
                where ended_at is null and onboarding_id in (select id from onboarding where partnership_id = :partnership)
                """)
                .param("now", clock.instant())
                .param("partnership", partnership)
                .update();
    }

    /**
     * Where a link leads to: the latest onboarding of the partnership that it was given for, so that an older letter leads to
     * a newer invitation. Empty for a token that was never given, is damaged or has ended.
     */
    Optional<OnboardingId> find(String token) {
        return find(token, "ended_at is null");
    }

    /** Where a link would lead to that has ended; it leads nobody there who is not known otherwise. */
    Optional<OnboardingId> findEnded(String token) {
        return find(token, "ended_at is not null");
    }

    private Optional<OnboardingId> find(String token, String condition) {
        return jdbc.sql("""
                select latest.id from invitation_link l
                  join onboarding o on o.id = l.onboarding_id
                  join onboarding latest on latest.partnership_id = o.partnership_id
                where l.token_hash = ? and
                """ + condition + " order by latest.invited_at desc limit 1")
                .param(SecretText.hash(token))
                .query(UUID.class)
                .optional()
                .map(OnboardingId::new);
    }
}
