package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.TExchangeApplication;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.RefusedConnections;
import com.texchange.local.LocalServers;
import com.texchange.local.LocalSettings;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.process.LostProcesses;
import com.texchange.registrations.Registrations;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * The engine is wiped twice in mid-flight, while decisions wait for it. The first time a process manager has its processes
 * begun anew, the second time the start of the application does it.
 */
@Tag("faults")
class LostProcessesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String REGISTER = "Task_RegisterDistributor";
    private static final String CONNECT = "Task_ConnectLicenses";
    /** More than one batch of them. */
    private static final int MANY = 501;

    private final LocalServers servers = LocalServers.start(LocalSettings.anywhere());
    private ConfigurableApplicationContext application;
    private Actor supplier;
    private OnboardingId invited;
    private OnboardingId registering;
    private RegistrationId registration;
    private RegistrationId ownWish;
    private Actor accepter;
    private OnboardingId accepting;
    private Actor chooser;
    private OnboardingId connecting;
    private Actor refused;
    private OnboardingId refusing;
    private OrderId refusedOrder;
    private OrderId laterRefusedOrder;
    private Map<UUID, String> undecided;

    @BeforeEach
    void start() {
        application = start("");
    }

    @AfterEach
    void stop() {
        application.close();
        servers.close();
    }

    @Test
    void everyProcessIsBegunAgainWhereItsBusinessStandsOnceAndGoesOn() {
        bringAsFarAsItGoes();
        inviteMany();
        awaitIdle();
        undecided = openTasks();
        Decisions first = new Decisions();
        first.prepare();
        awaitIdle();
        bean(Scheduler.class).pause();
        first.decide();
        application.close();
        servers.camunda().purge();

        application = start("--t-exchange.camunda.recreate-lost-instances=false");
        assertNothingHappensToAnUnknownEngine();
        assertThat(bean(LostProcesses.class).recreate(bean(TestPeople.class).processManager())).isGreaterThan(MANY);
        first.awaitDone();
        assertEachOnce(first.tasks());
        assertThat(bean(LostProcesses.class).recreate(bean(TestPeople.class).processManager())).isGreaterThan(MANY);
        assertEachOnce(first.tasks());

        Map<UUID, String> before = first.tasks();
        bean(Scheduler.class).pause();
        bean(Acceptance.class).accept(first.acceptedLater, true, first.accepterLater);
        application.close();
        servers.camunda().purge();
        application = start("--t-exchange.camunda.recreate-lost-instances=true");
        before.put(first.acceptedLater.value(), CONNECT);
        assertEachOnce(before);

        goOn();
    }

    private void bringAsFarAsItGoes() {
        TestPeople people = bean(TestPeople.class);
        Journey journey = bean(Journey.class);
        supplier = people.supplier();
        invited = journey.invite(supplier, TestPeople.anyEmail());
        String newcomer = TestPeople.anyEmail();
        registering = journey.invite(supplier, newcomer);
        registration = journey.registering(registering, newcomer);
        ownWish = bean(Registrations.class).request(Journey.newcomer(TestPeople.anyEmail()), Locale.ENGLISH);
        accepter = people.distributor(1);
        accepting = journey.accepting(supplier, accepter);
        chooser = people.distributor(2);
        connecting = journey.connecting(supplier, chooser);
        refused = people.distributor(1);
        refusing = journey.connecting(supplier, refused);
        refusedOrder = orderBlocked(refused, 1);
        Actor refusedLater = people.distributor(2);
        journey.connected(supplier, refusedLater, 1);
        laterRefusedOrder = orderBlocked(refusedLater, 2);
        journey.awaitTask(REGISTER, ownWish.value());
    }

    /** What people decide while nothing that they do reaches the engine, and how it stands once an engine knows it. */
    private final class Decisions {

        private Actor accepted;
        private OnboardingId acceptedId;
        private Actor ordered;
        private OnboardingId orderedId;
        private Actor declined;
        private OnboardingId declinedId;
        private OnboardingId revokedId;
        private OnboardingId rejectedId;
        private RegistrationId rejected;
        private OnboardingId approvedId;
        private RegistrationId approved;
        private Actor orderedLater;
        private OrderId laterOrder;
        private Actor accepterLater;
        private OnboardingId acceptedLater;

        private void prepare() {
            TestPeople people = bean(TestPeople.class);
            Journey journey = bean(Journey.class);
            accepted = people.distributor(1);
            acceptedId = journey.accepting(supplier, accepted);
            ordered = people.distributor(1);
            orderedId = journey.connecting(supplier, ordered);
            declined = people.distributor(1);
            declinedId = journey.accepting(supplier, declined);
            revokedId = journey.accepting(supplier, people.distributor(1));
            String email = TestPeople.anyEmail();
            rejectedId = journey.invite(supplier, email);
            rejected = journey.registering(rejectedId, email);
            String other = TestPeople.anyEmail();
            approvedId = journey.invite(supplier, other);
            approved = journey.registering(approvedId, other);
            orderedLater = people.distributor(2);
            journey.connected(supplier, orderedLater, 1);
            accepterLater = people.distributor(1);
            acceptedLater = journey.accepting(supplier, accepterLater);
        }

        private void decide() {
            Actor sales = bean(TestPeople.class).sales();
            bean(Acceptance.class).accept(acceptedId, false, accepted);
            order(ordered, 1);
            bean(Acceptance.class).decline(declinedId, "Нет", declined);
            bean(Invitations.class).revoke(revokedId, "Передумали", supplier);
            bean(Registrations.class).reject(rejected, "Не подходит", sales);
            bean(Registrations.class).approve(approved, sales);
            laterOrder = order(orderedLater, 2);
        }

        private void awaitDone() {
            Journey journey = bean(Journey.class);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(journey.stage(orderedId)).isEqualTo(Stage.CONNECTED);
                assertThat(journey.stage(declinedId)).isEqualTo(Stage.DECLINED);
                assertThat(journey.stage(revokedId)).isEqualTo(Stage.REVOKED);
                assertThat(journey.stage(rejectedId)).isEqualTo(Stage.REJECTED);
                assertThat(journey.stage(approvedId)).isEqualTo(Stage.ACCEPTING);
                assertThat(List.of(orderedId, declinedId, revokedId, rejectedId)).allMatch(LostProcessesIT.this::hasEnded);
                assertThat(bean(ConnectionOrders.class).doneCount(laterOrder)).isEqualTo(1);
            });
        }

        /** With those of the ones that nothing was decided about. */
        private Map<UUID, String> tasks() {
            Map<UUID, String> tasks = new HashMap<>(undecided);
            tasks.put(acceptedId.value(), CONNECT);
            tasks.put(approvedId.value(), OnboardingTasks.ACCEPT);
            tasks.putIfAbsent(acceptedLater.value(), OnboardingTasks.ACCEPT);
            return tasks;
        }
    }

    private void assertNothingHappensToAnUnknownEngine() {
        Set<String> waiting = waitingCommands();
        assertThat(waiting).anyMatch(command -> command.startsWith("task-"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            Health health = application.getBean("camundaHealthIndicator", HealthIndicator.class).health();
            assertThat(health.getDetails()).containsEntry("error", "UNKNOWN_ENGINE");
        });
        assertThat(openTasks()).containsAllEntriesOf(undecided);
        assertThat(waitingCommands()).isEqualTo(waiting);
        assertThatThrownBy(() -> bean(LostProcesses.class).recreate(bean(TestPeople.class).sales()))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** One instance for each process under way, the expected tasks, and no letter or step of a story a second time. */
    private void assertEachOnce(Map<UUID, String> tasks) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(openTasks()).isEqualTo(tasks);
            assertThat(active("distributor-onboarding"))
                    .isEqualTo(count("select count(*) from onboarding where process_ended_at is null")).isGreaterThan(MANY);
        });
        awaitIdle();
        assertThat(openTasks()).isEqualTo(tasks);
        assertThat(active("distributor-onboarding"))
                .isEqualTo(count("select count(*) from onboarding where process_ended_at is null"));
        assertThat(active("distributor-registration")).isEqualTo(2);
        assertThat(active("license-connection")).isEqualTo(2);
        assertThat(count("""
                select count(*) from (select 1 from activity where kind not like 'LETTER%'
                    group by onboarding_id, kind having count(*) > 1) twice
                """)).isZero();
        assertThat(count("""
                select count(*) from (select 1 from mail_delivery where reference is not null
                    group by reference, template, recipient having count(*) > 1) twice
                """)).isZero();
        assertThat(bean(CamundaClient.class).newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    private void goOn() {
        Journey journey = bean(Journey.class);
        Actor sales = bean(TestPeople.class).sales();
        bean(Registrations.class).approve(registration, sales);
        bean(Registrations.class).approve(ownWish, sales);
        bean(Acceptance.class).accept(accepting, false, accepter);
        order(chooser, 2);
        jdbc().sql("update license set blocked = false").update();
        for (OrderId order : List.of(refusedOrder, laterRefusedOrder)) {
            Actor distributor = bean(TestPeople.class).actor(jdbc().sql("""
                    select account.email from account join connection_order placed on placed.placed_by = account.id
                    where placed.id = ?""").param(order.value()).query(String.class).single());
            long task = journey.awaitTask(RefusedConnections.TASK, order.value()).key();
            bean(RefusedConnections.class).resolve(task, order, true, distributor);
        }
        bean(Invitations.class).revoke(invited, "Ошибка", supplier);

        journey.awaitStage(registering, Stage.ACCEPTING);
        journey.awaitTask(CONNECT, accepting.value());
        journey.awaitStage(connecting, Stage.CONNECTED);
        journey.awaitStage(refusing, Stage.CONNECTED);
        await().atMost(PATIENCE).until(() -> hasEnded(invited)
                && count("select count(*) from connection_order where state <> 'FINISHED'") == 0);
        assertThat(bean(CamundaClient.class).newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    private OrderId orderBlocked(Actor distributor, int licenses) {
        jdbc().sql("update license set blocked = true where distributor_id = ?").param(distributor.companyId().value())
                .update();
        OrderId order = order(distributor, licenses);
        bean(Journey.class).awaitTask(RefusedConnections.TASK, order.value());
        return order;
    }

    private OrderId order(Actor distributor, int licenses) {
        return bean(ConnectionOrders.class).place(Requests.connect(supplier.companyAs(Role.SUPPLIER), bean(Journey.class).licensesOf(distributor, licenses), distributor),
                distributor).id();
    }

    /** Whose letters have gone out. The engine has never heard of them. */
    private void inviteMany() {
        jdbc().sql("""
                with place as (
                    insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, created_at)
                    select gen_random_uuid(), 0, :supplier, (90000 + number)::text, 'Many',
                        'many' || number || '@example.com', now() from generate_series(1, :many) number
                    returning id
                ), invited as (
                    insert into onboarding (id, version, partnership_id, supplier_id, language, stage, stage_since,
                        invited_by, invited_at, expires_at)
                    select gen_random_uuid(), 0, id, :supplier, 'en', 'INVITED', now(), :by, now(),
                        now() + interval '90 days' from place returning id
                )
                insert into mail_delivery (id, letter_key, template, reference, recipient, subject, state, attempts,
                    queued_at)
                select gen_random_uuid(), 'invitation/' || id || '/first', 'invitation', id, 'many@example.com', '',
                    'SENT', 1, now() from invited
                """)
                .param("supplier", supplier.companyAs(Role.SUPPLIER).value())
                .param("by", supplier.id().value())
                .param("many", MANY)
                .update();
    }

    private Map<UUID, String> openTasks() {
        return jdbc().sql("select subject_id, element_id from user_task where state = 'OPEN'")
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<String> waitingCommands() {
        return Set.copyOf(jdbc().sql("select task_instance from scheduled_tasks where task_name = 'engine-command'")
                .query(String.class).list());
    }

    private int active(String process) {
        return bean(CamundaClient.class).newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(process).state(ProcessInstanceState.ACTIVE))
                .page(page -> page.limit(2 * MANY))
                .send().join().items().size();
    }

    private boolean hasEnded(OnboardingId id) {
        return jdbc().sql("select process_ended_at is not null from onboarding where id = ?").param(id.value())
                .query(Boolean.class).single();
    }

    private int count(String sql) {
        return jdbc().sql(sql).query(Integer.class).single();
    }

    private void awaitIdle() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jdbc().sql(
                "select task_instance from scheduled_tasks where task_name = 'engine-command'"
                + " union all select id::text from mail_delivery where state = 'QUEUED'")
                .query(String.class).list()).isEmpty());
        servers.camunda().awaitIdle(PATIENCE);
    }

    private JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    private ConfigurableApplicationContext start(String argument) {
        SpringApplication starting = new SpringApplication(TExchangeApplication.class, TestPeople.class, Journey.class);
        starting.setBannerMode(Banner.Mode.OFF);
        starting.setRegisterShutdownHook(false);
        starting.addInitializers(context -> TestPropertyValues.of(servers.properties().entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())).applyTo(context));
        return starting.run("--server.port=0", argument);
    }
}
