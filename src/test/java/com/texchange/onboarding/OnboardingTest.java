package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OnboardingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final CompanyId DISTRIBUTOR = CompanyId.random();

    @Test
    void takesTheWayOfAKnownDistributor() {
        Onboarding onboarding = invited();
        onboarding.follow(DISTRIBUTOR, NOW);
        assertThat(onboarding.stage()).isEqualTo(Stage.ACCEPTING);
        onboarding.accept(NOW);
        onboarding.order(OrderId.random());
        onboarding.connected(NOW);
        assertThat(onboarding.stage()).isEqualTo(Stage.CONNECTED);
    }

    @Test
    void takesTheWayOfANewDistributor() {
        Onboarding onboarding = invited();
        onboarding.requestRegistration(NOW);
        onboarding.registered(DISTRIBUTOR, NOW);
        assertThat(onboarding.stage()).isEqualTo(Stage.ACCEPTING);
        assertThat(onboarding.distributor()).isEqualTo(DISTRIBUTOR);
    }

    @Test
    void cannotBeTakenUpFromTheMomentItExpires() {
        Onboarding onboarding = invited();
        Instant expiry = onboarding.expiresAt();
        assertThatThrownBy(() -> onboarding.follow(DISTRIBUTOR, expiry)).isInstanceOf(RefusedException.class)
                .hasMessage("onboarding.refused.stage.EXPIRED");
        onboarding.follow(DISTRIBUTOR, expiry.minusMillis(1));
        assertThat(onboarding.stage()).isEqualTo(Stage.ACCEPTING);
    }

    /** Until the engine's timer comes, who has taken it up can decide; but is not told of a date that has passed. */
    @Test
    void nobodyIsRemindedFromTheMomentItExpiresBeTheTimerLate() {
        Onboarding onboarding = invited();
        Instant expiry = onboarding.expiresAt();
        onboarding.follow(DISTRIBUTOR, NOW);

        assertThat(onboarding.awaitedStage(expiry.minusMillis(1))).isEqualTo(Stage.ACCEPTING);
        assertThatThrownBy(() -> onboarding.awaitedStage(expiry)).isInstanceOf(RefusedException.class)
                .hasMessage("onboarding.refused.stage.EXPIRED");
        onboarding.accept(expiry);
        assertThat(onboarding.awaitedStage(expiry)).as("of its licenses").isEqualTo(Stage.CONNECTING);
    }

    @Test
    void isRevokedOrExpiresOnlyWhileNobodyHasDecided() {
        Onboarding accepted = invited();
        accepted.follow(DISTRIBUTOR, NOW);
        accepted.accept(NOW);
        assertThatThrownBy(() -> accepted.revoke("too late", NOW)).hasMessage("onboarding.refused.stage.CONNECTING");
        assertThatThrownBy(() -> accepted.expire(NOW)).hasMessage("onboarding.refused.stage.CONNECTING");

        Onboarding revoked = invited();
        revoked.revoke("by mistake", NOW);
        assertThatThrownBy(() -> revoked.follow(DISTRIBUTOR, NOW)).hasMessage("onboarding.refused.stage.REVOKED");
        assertThat(revoked.reason()).isEqualTo("by mistake");
        assertThat(revoked.stage().isEndedEarly()).isTrue();
    }

    @Test
    void takesOneOrderOnly() {
        Onboarding onboarding = invited();
        onboarding.follow(DISTRIBUTOR, NOW);
        assertThatThrownBy(() -> onboarding.order(OrderId.random()))
                .hasMessage("onboarding.refused.stage.ACCEPTING");
        onboarding.accept(NOW);
        onboarding.order(OrderId.random());
        assertThatThrownBy(() -> onboarding.order(OrderId.random()))
                .hasMessage("onboarding.refused.stage.CONNECTING");
    }

    @Test
    void keepsTheDecisionAndTheEndOfItsProcess() {
        Onboarding onboarding = invited();
        assertThat(onboarding.isDecided()).isFalse();
        onboarding.follow(DISTRIBUTOR, NOW);
        onboarding.decline("no", NOW);
        assertThat(onboarding.isDecided()).isTrue();
        assertThat(onboarding.isAccepted()).isFalse();
        assertThat(onboarding.isProcessEnded()).isFalse();
        onboarding.processEnded(NOW);
        assertThat(onboarding.isProcessEnded()).isTrue();
    }

    private static Onboarding invited() {
        return Onboarding.invite(PartnershipId.random(), CompanyId.random(), Locale.ENGLISH, AccountId.random(), NOW,
                NOW.plus(Duration.ofDays(90)));
    }
}
