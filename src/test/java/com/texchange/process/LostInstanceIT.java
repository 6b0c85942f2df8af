package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** One process is lost, as by a canceled instance, while the others of the shared engine go on. */
@IntegrationTest
class LostInstanceIT {

    @Autowired
    MissingProcesses missing;
    @Autowired
    LostProcesses lost;
    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    CamundaClient client;

    @Test
    void aLostInstanceIsFoundAndBegunAgainExactlyOnce() {
        Actor manager = people.processManager();
        OnboardingId id = journey.invite(people.supplier(), TestPeople.anyEmail());
        ProcessSubject subject = new ProcessSubject(ProcessSubject.Kind.ONBOARDING, id.value());
        long first = await().until(() -> active(id), found -> found.size() == 1).getFirst();
        assertThat(missing.compare(manager).missing()).doesNotContain(subject);

        client.newCancelInstanceCommand(first).send().join();
        await().until(() -> active(id).isEmpty());
        MissingProcesses.Comparison comparison = missing.compare(manager);
        assertThat(comparison.answer()).isEqualTo(EngineAnswer.ANSWERED);
        assertThat(comparison.missing()).contains(subject);

        lost.recreate(List.of(subject), manager);
        await().untilAsserted(() -> assertThat(active(id)).hasSize(1).doesNotContain(first));
        lost.recreate(List.of(subject), manager);
        await().until(() -> !isWaiting(subject));

        assertThat(active(id)).hasSize(1);
        assertThat(missing.compare(manager).missing()).doesNotContain(subject);
    }

    @Test
    void onlyAProcessManagerMayLookAndRecreate() {
        Actor supplier = people.supplier();

        assertThatThrownBy(() -> missing.compare(supplier)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> lost.recreate(List.of(), supplier)).isInstanceOf(AccessDeniedException.class);
    }

    @Autowired
    JdbcClient jdbc;

    private boolean isWaiting(ProcessSubject subject) {
        return jdbc.sql("select exists (select from scheduled_tasks where task_instance like ?)")
                .param("message-" + subject.id() + "/%").query(Boolean.class).single();
    }

    private List<Long> active(OnboardingId id) {
        List<Long> instances = client.newVariableSearchRequest()
                .filter(filter -> filter.name("onboardingId").value("\"%s\"".formatted(id))).send().join().items().stream()
                .map(Variable::getProcessInstanceKey).distinct().toList();
        return instances.isEmpty() ? List.of() : client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(key -> key.in(instances)).state(ProcessInstanceState.ACTIVE))
                .send().join().items().stream().map(ProcessInstance::getProcessInstanceKey).toList();
    }
}
