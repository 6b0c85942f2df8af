package com.texchange.grants;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.GrantId;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.testing.Requests;
import com.texchange.testing.WithoutProcess;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.RecordApplicationEvents;

/** How long a grant counts, and who is told before it ends and then. */
@WithoutProcess
@RecordApplicationEvents
class GrantEndsIT extends GrantedPartners {

    private static final ZoneId VLADIVOSTOK = ZoneId.of("Asia/Vladivostok");

    @Autowired
    GrantEnds ends;
    @Autowired
    Delegations delegations;

    @Test
    void aNarrowOneLastsUntilItsLastDayEndsByTheDistributorsClock() {
        zones.choose(VLADIVOSTOK, person);
        LocalDate lastDay = LocalDate.now(VLADIVOSTOK).plusDays(40);

        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.MOVE), lastDay, " Сезон "), person);

        assertThat(given().acts()).containsExactly(GrantedAct.MOVE);
        assertThat(given().reason()).isEqualTo("Сезон");
        assertThat(given().endsAt()).isEqualTo(lastDay.atTime(LocalTime.of(23, 59, 59)).atZone(VLADIVOSTOK).toInstant());
        assertThat(allowed()).containsExactly("MOVE");
    }

    @Test
    void itCountsNoMoreFromItsLastSecondOnAndIsToldOnce() {
        grants.giveAll(supplier.id(), person);
        endIn("1 hour");
        assertThat(allowed()).hasSize(1);
        endIn("-1 second");

        assertThat(allowed()).isEmpty();
        assertThat(grants.given(supplier.id(), person)).isEmpty();
        assertThat(delegations.of(supplier.id(), distributor.id()).granted()).isFalse();
        ends.endBatch();
        ends.endBatch();

        assertThat(kinds()).containsExactly(Kind.GIVEN, Kind.ENDED);
        assertThat(letters("grant-ended")).isEqualTo(2);
        assertThat(grants.withdraw(supplier.id(), person)).isFalse();
    }

    @Test
    void whoGivesAnewAfterTheEndGivesAnother() {
        grants.giveAll(supplier.id(), person);
        GrantId first = id();
        endIn("-1 second");

        assertThat(Requests.allow(grants, supplier.id(), only(GrantedAct.CONNECT), person)).isTrue();

        assertThat(id()).isNotEqualTo(first);
        assertThat(kinds()).containsExactly(Kind.GIVEN, Kind.ENDED, Kind.GIVEN);
    }

    @Test
    void bothAreReminded30And7DaysAndADayBeforeOnceEach() {
        Requests.allow(grants, supplier.id(), until(40), person);
        remind();
        assertThat(letters("grant-ending")).isZero();
        for (String left : List.of("29 days", "6 days", "20 hours")) {
            endIn(left);
            remind();
            remind();
        }

        assertThat(letters("grant-ending")).isEqualTo(6);
    }

    /** Who has just given it for five days knows that. */
    @Test
    void nobodyIsRemindedOfDaysThatWereOverWhenItWasGiven() {
        Requests.allow(grants, supplier.id(), until(5), person);
        remind();
        assertThat(letters("grant-ending")).isZero();
        endIn("20 hours");
        remind();

        assertThat(letters("grant-ending")).isEqualTo(2);
    }

    private GrantTerms until(int days) {
        return new GrantTerms(GrantTerms.ALL.acts(), LocalDate.now(zones.of(distributor.id())).plusDays(days), null);
    }

    private void endIn(String interval) {
        jdbc.sql("update license_grant set ends_at = now() + ?::interval where supplier_id = ?")
                .params(interval, supplier.id().value()).update();
    }

    /** Other tests' grants are in the same table. */
    private void remind() {
        int told;
        do {
            told = ends.remindBatch();
        } while (told == GrantEnds.BATCH);
    }
}
