package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.grants.Delegation;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A distributor's people decide on an invitation and on who manages the licenses. */
@IntegrationTest
class DecisionsIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Acceptance acceptance;
    @Autowired
    SupplierCards cards;
    @Autowired
    Activities activities;
    @Autowired
    JdbcClient jdbc;

    @Test
    void ofTwoPeopleWhoDecideAtOnceOneWinsAndTheOtherLearnsWhoItWas() throws Exception {
        Actor supplier = people.supplier();
        Actor anna = people.distributor(1);
        Actor boris = people.colleague(anna);
        rename(boris, "Борис");
        OnboardingId id = journey.accepting(supplier, anna);

        List<Throwable> refusals = together(
                () -> acceptance.accept(id, false, anna), () -> acceptance.decline(id, "Нет", boris));

        String winner = journey.stage(id) == Stage.DECLINED ? "Борис" : anna.name();
        assertThat(refusals).singleElement().asInstanceOf(type(RefusedException.class)).satisfies(refusal -> {
            assertThat(refusal.messageKey()).isEqualTo("tasks.refused.done");
            assertThat(refusal.arguments()).startsWith(winner);
        });
    }

    @Test
    void whoDecidesLaterLearnsWhoHasDecided() {
        Actor anna = people.distributor(1);
        OnboardingId id = journey.accepting(people.supplier(), anna);
        acceptance.accept(id, true, anna);

        assertThatThrownBy(() -> acceptance.decline(id, "Нет", people.colleague(anna)))
                .isInstanceOf(RefusedException.class).hasMessage("tasks.refused.done");
    }

    @Test
    void theDelegationCanBeSwitchedLaterAndIsTold() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.connecting(supplier, distributor);
        assertThat(card(id, distributor)).extracting(SupplierCard::delegation)
                .isEqualTo(new Delegation(false, false));

        acceptance.delegate(id, true, distributor);
        acceptance.delegate(id, true, distributor);
        assertThat(card(id, distributor).delegation().granted()).isTrue();
        acceptance.delegate(id, false, distributor);

        assertThat(card(id, distributor).delegation().granted()).isFalse();
        assertThat(activities.of(id)).extracting(Activity::kind)
                .containsOnlyOnce(ActivityKind.DELEGATED).endsWith(ActivityKind.DELEGATION_WITHDRAWN);
    }

    @Test
    void theDelegationIsLockedWhereLicensesBelongToTheSupplier() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(0);
        people.loadLicenses(distributor.companyAs(Role.DISTRIBUTOR), supplier.companyAs(Role.SUPPLIER), 1);
        OnboardingId id = journey.connecting(supplier, distributor);

        assertThat(card(id, distributor)).extracting(SupplierCard::delegation)
                .isEqualTo(new Delegation(false, true));
        assertThatThrownBy(() -> acceptance.delegate(id, false, distributor))
                .isInstanceOf(RefusedException.class).hasMessage("grants.delegationLocked");
        assertThatCode(() -> acceptance.delegate(id, true, distributor)).doesNotThrowAnyException();
    }

    private SupplierCard card(OnboardingId id, Actor distributor) {
        return cards.find(id, distributor).orElseThrow();
    }

    private void rename(Actor actor, String name) {
        jdbc.sql("update account set name = ? where id = ?").params(name, actor.id().value()).update();
    }

    /** @return what was thrown */
    private static List<Throwable> together(Runnable... steps) throws InterruptedException {
        List<Callable<Object>> calls = Stream.of(steps).map(Executors::callable).toList();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream().filter(call -> call.state() == Future.State.FAILED)
                    .map(Future::exceptionNow).toList();
        }
    }
}
