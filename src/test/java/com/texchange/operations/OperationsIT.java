package com.texchange.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.onboarding.Journey;
import com.texchange.process.ProcessSubject;
import com.texchange.process.ProcessSubject.Kind;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class OperationsIT {

    @Autowired
    Operations operations;
    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    void lateTasksOfAllGroupsAreToldWithTheirOnboarding() {
        String email = TestPeople.anyEmail();
        OnboardingId onboarding = journey.invite(people.supplier(), email);
        RegistrationId registration = journey.registering(onboarding, email);
        long key = journey.awaitTask("Task_RegisterDistributor", registration.value()).key();
        jdbc.sql("update user_task set due_at = timestamptz '2001-01-01' where task_key = ?").param(key).update();
        Actor manager = people.processManager();

        assertThat(operations.lateTasks(0, 50, manager)).filteredOn(late -> late.key() == key).singleElement()
                .satisfies(late -> {
                    assertThat(late.about()).isNotNull();
                    assertThat(late.about().kind()).isEqualTo(Kind.REGISTRATION);
                    assertThat(late.about().onboarding()).isEqualTo(onboarding);
                    assertThat(late.groups()).containsExactly(CandidateGroup.SALES.name());
                    assertThat(late.subject()).contains(late.about().code());
                });
        assertThat(operations.lateTasks(manager)).isPositive();
        assertThat(operations.figures(manager).lateTasks()).isPositive();
    }

    @Test
    void subjectsOfEveryKindAreNamed() {
        Actor supplier = people.supplier();
        OnboardingId onboarding = journey.connecting(supplier, people.distributor(1));
        UUID unknown = UUID.randomUUID();

        Map<UUID, SubjectInfo> told = operations.describe(List.of(
                new ProcessSubject(Kind.ONBOARDING, onboarding.value()), new ProcessSubject(Kind.ORDER, unknown)),
                people.processManager());

        assertThat(told).doesNotContainKey(unknown);
        assertThat(told.get(onboarding.value()).onboarding()).isEqualTo(onboarding);
        assertThat(told.get(onboarding.value()).supplier()).isNotBlank();
    }

    @Test
    void nobodyElseIsTold() {
        for (Actor other : List.of(people.sales(), people.supplier(), people.distributor(0))) {
            assertThatThrownBy(() -> operations.lateTasks(0, 1, other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> operations.lateTasks(other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> operations.letters(0, 1, other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> operations.figures(other)).isInstanceOf(AccessDeniedException.class);
        }
    }
}
