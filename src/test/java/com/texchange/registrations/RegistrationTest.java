package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.registrations.RegistrationInfo.Confirmation;
import com.texchange.testing.TestPeople;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of which company somebody has confirmed the person who asks. */
class RegistrationTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final AccountId SALES = AccountId.random();
    private static final CompanyId CLOVER = CompanyId.random();
    private static final CompanyId POPPY = CompanyId.random();
    private Registration registration;

    @BeforeEach
    void isApproved() {
        registration = Registration.of(new RegistrationRequest("ООО \"Клевер\"", TestPeople.anyTaxId(), "Омск", "Ольга", "+7 999 123-45-67",
                TestPeople.anyEmail()), null, Locale.of("ru"), NOW);
        registration.approve(SALES, NOW);
    }

    @Test
    void whatIsCheckedBeforeAnybodyWasAskedCountsForTheCompanyOfWhichItWas() {
        registration.confirm(CLOVER, "Позвонили", SALES, NOW);

        assertThat(registration.isConfirmedFor(CLOVER)).isTrue();
        assertThat(registration.isConfirmedFor(POPPY)).isFalse();
        assertThat(confirmation()).isEqualTo(new Confirmation(true, null, CLOVER, SALES, "Позвонили"));
    }

    @Test
    void nobodyIsConfirmedBeforeSomebodySaysSo() {
        registration.ask(CLOVER);

        assertThat(registration.isConfirmedFor(CLOVER)).isFalse();
    }

    @Test
    void aCompanyIsWaitedForUntilSomebodyHasConfirmedOrAnotherIsAsked() {
        assertThat(registration.waitsFor(CLOVER)).isFalse();
        registration.ask(CLOVER);
        assertThat(registration.waitsFor(CLOVER)).isTrue();
        assertThat(registration.waitsFor(POPPY)).isFalse();
        registration.ask(POPPY);
        assertThat(registration.waitsFor(CLOVER)).isFalse();
        registration.confirm(POPPY, null, AccountId.random(), NOW);
        assertThat(registration.waitsFor(POPPY)).isFalse();
    }

    @Test
    void whatOneCompanySaysIsVoidOnceAnotherIsAsked() {
        registration.ask(CLOVER);
        registration.confirm(CLOVER, null, AccountId.random(), NOW);
        registration.ask(POPPY);

        assertThat(registration.isConfirmed()).isFalse();
        assertThat(registration.isConfirmedFor(CLOVER)).isFalse();
        assertThat(registration.isConfirmedFor(POPPY)).isFalse();
        assertThat(confirmation()).isEqualTo(new Confirmation(true, POPPY, null, null, null));
        registration.confirm(POPPY, null, AccountId.random(), NOW);
        assertThat(registration.isConfirmedFor(POPPY)).isTrue();
    }

    /** The person has joined another company than was asked, and the sales department has looked at that one. */
    @Test
    void whatIsCheckedOfAnotherThanWasAskedDoesNotCountForTheOneThatWas() {
        registration.ask(CLOVER);
        registration.confirm(POPPY, "Позвонили", SALES, NOW);

        assertThat(registration.isConfirmedFor(POPPY)).isTrue();
        assertThat(registration.isConfirmedFor(CLOVER)).isFalse();
        assertThatThrownBy(() -> registration.confirm(CLOVER, null, AccountId.random(), NOW)).isInstanceOf(RefusedException.class)
                .hasMessage("registrations.refused.decided");
    }

    @Test
    void oneCompanyIsNotToldWhoHasConfirmedThePersonOfAnother() {
        registration.confirm(CLOVER, "Позвонили", SALES, NOW);

        assertThat(confirmation().about(CLOVER)).isEqualTo(confirmation());
        assertThat(confirmation().about(POPPY)).isEqualTo(new Confirmation(true, null, null, null, null));
    }

    @Test
    void ofARequestThatIsOverNobodyIsAskedAndNothingIsOpened() {
        registration.close();

        assertThatThrownBy(() -> registration.ask(CLOVER)).isInstanceOf(RefusedException.class).hasMessage("registrations.refused.closed");
        assertThatThrownBy(() -> registration.open(CLOVER)).isInstanceOf(RefusedException.class).hasMessage("registrations.refused.closed");
        assertThat(confirmation()).isEqualTo(new Confirmation(true, null, null, null, null));
    }

    private Confirmation confirmation() {
        return registration.info().confirmation();
    }
}
