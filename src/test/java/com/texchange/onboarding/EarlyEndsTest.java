package com.texchange.onboarding;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.PartnershipId;
import com.texchange.registrations.Registrations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the last step of an early end looks up: no more than its letter says. */
class EarlyEndsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final CompanyId DISTRIBUTOR = CompanyId.random();
    private final OnboardingRepository repository = mock();
    private final Registrations registrations = mock();
    private final OnboardingLetters letters = mock();
    private final ActivityLog activities = mock();
    private final EarlyEnds ends = new EarlyEnds(repository, registrations, letters, activities, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aRevocationLeavesItToTheLetterWhetherTheInvitedAddressIsNeeded() {
        Onboarding revoked = invited();
        revoked.follow(DISTRIBUTOR, NOW);
        revoked.revoke("by mistake", NOW);

        ends.notifyRevoked(revoked.id());

        verify(letters).revoked(eq(revoked), any(), any());
        verifyNoInteractions(activities);
    }

    @Test
    void ofOneThatWasJoinedItIsAskedWhetherItWasTakenOverAndNothingElse() {
        Onboarding joined = invited();
        joined.join(DISTRIBUTOR, PartnershipId.random(), NOW);
        when(activities.has(joined.id(), ActivityKind.TAKEN_OVER)).thenReturn(true);

        ends.notifyRevoked(joined.id());

        verify(letters).joined(joined, true);
        verify(activities).has(joined.id(), ActivityKind.TAKEN_OVER);
        verifyNoMoreInteractions(activities);
    }

    @Test
    void aDecisionThatWasFasterThanTheTimerIsToldByNoLetterAndNothingIsLookedUp() {
        Onboarding accepted = invited();
        accepted.follow(DISTRIBUTOR, NOW);
        accepted.accept(NOW);

        ends.expire(accepted.id());

        verifyNoInteractions(letters, activities);
    }

    private Onboarding invited() {
        Onboarding onboarding = Onboarding.invite(PartnershipId.random(), CompanyId.random(), Locale.ENGLISH, AccountId.random(), NOW,
                NOW.plus(Duration.ofDays(90)));
        when(repository.findLockedById(onboarding.id())).thenReturn(Optional.of(onboarding));
        return onboarding;
    }
}
