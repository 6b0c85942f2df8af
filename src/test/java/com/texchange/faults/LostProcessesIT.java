package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.RefusedConnections;
import com.texchange.onboarding.Stage;
import com.texchange.process.LostProcesses;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.testing.OwnServers;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The engine is wiped in mid-flight, and a process manager has its processes begun anew. */
@OwnServers
@Tag("faults")
class LostProcessesIT {

    private static final String REGISTER = "Task_RegisterDistributor";
    private static final String CONNECT = "Task_ConnectLicenses";

    @Autowired
    LocalServers servers;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Registrations registrations;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    RefusedConnections refusedConnections;
    @Autowired
    Invitations invitations;
    @Autowired
    Tasks tasks;
    @Autowired
    LostProcesses lostProcesses;
    @Autowired
    CamundaClient client;
    @Autowired
    SmartLifecycle jobWorkers;
    @Autowired
    JdbcClient jdbc;

    @Test
    void everyProcessIsBegunAgainWhereItsBusinessStandsOnceAndGoesOn() {
        Actor supplier = people.supplier();
        Actor sales = people.sales();
        OnboardingId invited = journey.invite(supplier, TestPeople.anyEmail());
        String newcomer = TestPeople.anyEmail();
        OnboardingId registering = journey.invite(supplier, newcomer);
        RegistrationId registration = journey.registering(registering, newcomer);
        RegistrationId ownWish = registrations.request(Journey.newcomer(TestPeople.anyEmail()), Locale.ENGLISH);
        Actor accepter = people.distributor(2);
        OnboardingId accepting = journey.accepting(supplier, accepter);
        Actor chooser = people.distributor(2);
        OnboardingId connecting = journey.connecting(supplier, chooser);
        Actor refused = people.distributor(1);
        OnboardingId refusing = journey.connecting(supplier, refused);
        UUID order = orderBlocked(supplier, refused);
        OnboardingId connected = journey.connected(supplier, people.distributor(1), 1);
        journey.awaitTask(REGISTER, ownWish.value());
        awaitIdle();
        OnboardingId revoked = journey.invite(supplier, TestPeople.anyEmail());
        awaitIdle();
        // The last step of this one will not have run when the engine goes.
        jobWorkers.stop();
        invitations.revoke(revoked, "Передумали", supplier);
        awaitNoCommands();
        Map<String, Long> before = effects();
        Map<UUID, String> tasksBefore = openTasks();

        servers.camunda().purge();
        jobWorkers.start();
        assertThat(lostProcesses.recreate(people.processManager())).isEqualTo(7);

        await().untilAsserted(() -> {
            assertThat(openTasks()).isEqualTo(tasksBefore);
            assertThat(stageEnded(revoked)).isTrue();
        });
        awaitIdle();
        assertThat(active("distributor-onboarding")).hasSize(5);
        assertThat(active("distributor-registration")).hasSize(2);
        assertThat(active("license-connection")).hasSize(1);
        Map<String, Long> after = effects();
        assertThat(after.remove("revoked letters")).isEqualTo(before.remove("revoked letters") + 2);
        assertThat(after).isEqualTo(before);

        lostProcesses.recreate(people.processManager());
        awaitIdle();
        assertThat(active("distributor-onboarding")).as("after a second time").hasSize(5);
        assertThat(openTasks()).isEqualTo(tasksBefore);

        registrations.approve(registration, sales);
        journey.awaitStage(registering, Stage.ACCEPTING);
        registrations.approve(ownWish, sales);
        acceptance.accept(accepting, false, accepter);
        journey.awaitStage(accepting, Stage.CONNECTING);
        orders.place(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(chooser, 2), chooser);
        unblock(refused);
        UserTask task = journey.awaitTask(RefusedConnections.TASK, order);
        refusedConnections.resolve(task.key(), new OrderId(order), true, refused);
        journey.awaitStage(connecting, Stage.CONNECTED);
        journey.awaitStage(refusing, Stage.CONNECTED);
        invitations.revoke(invited, "Ошибка", supplier);
        await().until(() -> stageEnded(invited));
        assertThat(journey.stage(connected)).isEqualTo(Stage.CONNECTED);
        assertThat(client.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    @Test
    void onlyAProcessManagerMayDoSo() {
        assertThatThrownBy(() -> lostProcesses.recreate(people.sales())).isInstanceOf(AccessDeniedException.class);
    }

    private UUID orderBlocked(Actor supplier, Actor distributor) {
        jdbc.sql("update license set blocked = true where distributor_id = ?").param(distributor.companyId().value())
                .update();
        UUID order = orders.place(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor)
                .id().value();
        journey.awaitTask(RefusedConnections.TASK, order);
        return order;
    }

    private void unblock(Actor distributor) {
        jdbc.sql("update license set blocked = false where distributor_id = ?").param(distributor.companyId().value())
                .update();
    }

    /** Letters and entries of the stories, but of letters that were sent meanwhile. */
    private Map<String, Long> effects() {
        Map<String, Long> effects = jdbc.sql("""
                select 'letter ' || letter_key as what, count(*) from mail_delivery where template not like 'revoked%' group by 1
                union all
                select 'activity ' || kind, count(*) from activity where kind not like 'LETTER%' group by 1
                union all
                select 'revoked letters', count(*) from mail_delivery where template like 'revoked%'
                """).query((row, number) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return effects;
    }

    private Map<UUID, String> openTasks() {
        return jdbc.sql("select subject_id, element_id from user_task where state = 'OPEN'")
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<ProcessInstance> active(String process) {
        return client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(process).state(ProcessInstanceState.ACTIVE))
                .send().join().items();
    }

    private boolean stageEnded(OnboardingId id) {
        return jdbc.sql("select process_ended_at is not null from onboarding where id = ?").param(id.value())
                .query(Boolean.class).single();
    }

    private void awaitNoCommands() {
        await().untilAsserted(() -> assertThat(jdbc.sql(
                "select task_instance from scheduled_tasks where task_name in ('engine-command', 'send-letter')")
                .query(String.class).list()).isEmpty());
    }

    private void awaitIdle() {
        awaitNoCommands();
        servers.camunda().awaitIdle(Duration.ofSeconds(30));
    }
}
