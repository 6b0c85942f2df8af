package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secrets in invitation links. Each letter has its own, so that it can be written anew while the database keeps
 * hashes only; all letters of an onboarding stay good until the invitation is taken up or ends.
 */
@Component
class InvitationLinks {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    InvitationLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(OnboardingId onboarding) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into invitation_link (token_hash, onboarding_id, created_at) values (?, ?, ?)")
                .params(hash(token), onboarding, clock.instant())
                .update();
        return token;
    }

    /** Empty for a token that was never given or is damaged. */
    Optional<OnboardingId> find(String token) {
        return jdbc.sql("select onboarding_id from invitation_link where token_hash = ?")
                .param(hash(token))
                .query(UUID.class)
                .optional()
                .map(OnboardingId::new);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
