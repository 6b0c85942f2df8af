package com.texchange.faults.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.faults.random.Disturbances.Part;
import com.texchange.faults.random.Plan.Ending;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.ActivityKind;
import com.texchange.onboarding.Stage;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold between database, mailboxes and engine when the dust has settled. */
final class Invariants {

    private static final String ONBOARDING = "distributor-onboarding";
    private static final String STORY = """
            select kind, count(*) from activity where onboarding_id = ? and kind not like 'LETTER\\_%' group by kind
            """;
    private static final int MOST_REMINDERS = 3;
    private static final int MANY = 10_000;
    private static final int SENT_AT_ONCE = 4;
    private static final Map<String, Stage> ENDS = Map.of("End_Connected", Stage.CONNECTED, "End_Declined",
            Stage.DECLINED, "End_Rejected", Stage.REJECTED, "End_Revoked", Stage.REVOKED, "End_Expired", Stage.EXPIRED);

    private final JdbcClient jdbc;
    private final CamundaClient engine;
    private final LocalServers servers;
    private final List<Walker> walkers;

    Invariants(RestartableApplication application, LocalServers servers, List<Walker> walkers) {
        this.jdbc = application.bean(JdbcClient.class);
        this.engine = application.bean(CamundaClient.class);
        this.servers = servers;
        this.walkers = walkers;
    }

    /** Everybody has done what they wanted, and every part has followed. */
    void settledExceptExpiring() {
        nothingOnItsWay();
        assertThat(unended()).containsExactlyInAnyOrderElementsOf(
                ids(walker -> walker.plan().ending().expires() || walker.plan().ending() == Ending.DAWDLES));
        assertThat(openTasks()).isEqualTo(walkers.stream()
                .filter(walker -> !new Expected(walker.plan()).openTask().isEmpty())
                .collect(Collectors.toMap(walker -> walker.id().value(),
                        walker -> new Expected(walker.plan()).openTask())));
    }

    /** As above, and what nobody took up has expired. */
    void settled() {
        nothingOnItsWay();
        assertThat(unended()).containsExactlyInAnyOrderElementsOf(
                ids(walker -> walker.plan().ending() == Ending.DAWDLES));
    }

    void check(Disturbances disturbances) {
        SoftAssertions softly = new SoftAssertions();
        walkers.forEach(walker -> check(walker, softly));
        checkCodes(softly);
        checkLetters(disturbances, softly);
        checkTasks(softly);
        checkEngine(softly);
        softly.assertAll();
    }

    private void nothingOnItsWay() {
        assertThat(count("select count(*) from mail_delivery where state = 'QUEUED'")).as("letters waiting").isZero();
        assertThat(jdbc.sql("""
                select task_instance from scheduled_tasks where task_name = 'engine-command'
                """).query(String.class).list()).as("commands waiting").isEmpty();
    }

    private void check(Walker walker, SoftAssertions softly) {
        Expected expected = new Expected(walker.plan());
        UUID id = walker.id().value();
        softly.assertThat(jdbc.sql("select stage from onboarding where id = ?").param(id).query(String.class).single())
                .as("stage of %s", walker).isEqualTo(expected.stage().name());
        softly.assertThat(activities(id)).as("story of %s", walker).isEqualTo(expected.activities());
        checkLettersOf(walker, expected, softly);
        softly.assertThat(count("""
                select count(*) from connection c join connection_order_item i using (order_id, license_id)
                    join onboarding o on o.connection_order_id = c.order_id
                where o.id = ? and i.state = 'DONE' and c.published_at is not null
                """, id)).as("connections of %s", walker).isEqualTo(expected.connections());
        softly.assertThat(count("""
                select count(*) from license_grant g join onboarding o using (supplier_id, distributor_id)
                where o.id = ? and g.closed_at is null
                """, id)).as("delegation of %s", walker).isEqualTo(expected.delegated() ? 1 : 0);
    }

    private Map<ActivityKind, Integer> activities(UUID id) {
        Map<ActivityKind, Integer> counts = new EnumMap<>(ActivityKind.class);
        jdbc.sql(STORY).param(id).query(row -> {
            counts.put(ActivityKind.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    private void checkLettersOf(Walker walker, Expected expected, SoftAssertions softly) {
        Map<String, Integer> letters = new HashMap<>();
        jdbc.sql("select template, count(*) from mail_delivery where reference = ? and state = 'SENT' group by template")
                .param(walker.id().value())
                .query(row -> {
                    letters.put(row.getString(1), row.getInt(2));
                });
        Integer invitations = letters.remove("invitation");
        softly.assertThat(invitations == null ? 0 : invitations).as("invitations of %s", walker)
                .isBetween(walker.plan().ending() == Ending.UNREAD ? 1 : 0, 1);
        if (expected.unread()) {
            Integer told = letters.remove("revoked");
            softly.assertThat(told == null ? 0 : told).as("letters of %s about the end of an invitation", walker)
                    .isBetween(0, invitations == null ? 0 : 1);
        }
        letters.entrySet().removeIf(entry -> entry.getKey().endsWith("-reminder")
                && entry.getValue() <= MOST_REMINDERS);
        softly.assertThat(letters).as("letters of %s", walker).isEqualTo(expected.letters());
    }

    private void checkCodes(SoftAssertions softly) {
        softly.assertThat(count("""
                select count(*) from (select 1 from partnership group by supplier_id, code having count(*) > 1) twice
                """)).as("codes given twice").isZero();
    }

    /**
     * All arrived, and of those that were called back at most all. Those whose confirmation was cut off by a stop of the mail server or the application may have come
     * twice: no more than were on their way at once.
     */
    private void checkLetters(Disturbances disturbances, SoftAssertions softly) {
        Map<String, Long> arrived = Arrays.stream(servers.mail().getReceivedMessages())
                .collect(Collectors.groupingBy(Invariants::messageId, Collectors.counting()));
        softly.assertThat(arrived).as("letters that arrived")
                .hasSizeBetween(count("select count(*) from mail_delivery where state = 'SENT'"),
                        count("select count(*) from mail_delivery where state in ('SENT', 'WITHDRAWN')"));
        softly.assertThat(arrived.values()).as("copies of a letter").allMatch(copies -> copies <= 2);
        softly.assertThat(arrived.values().stream().filter(copies -> copies > 1).count()).as("letters that came twice")
                .isLessThanOrEqualTo(SENT_AT_ONCE
                        * (disturbances.count(Part.MAIL) + (long) disturbances.count(Part.APPLICATION)));
        softly.assertThat(count("select count(*) from mail_delivery where state = 'FAILED'")).as("letters failed").isZero();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkTasks(SoftAssertions softly) {
        softly.assertThat(count("select count(*) from user_task where state = 'SUBMITTED'")).as("tasks submitted").isZero();
        softly.assertThat(openTasks().keySet()).as("open tasks")
                .containsExactlyInAnyOrderElementsOf(ids(walker -> walker.plan().ending() == Ending.DAWDLES));
    }

    private void checkEngine(SoftAssertions softly) {
        List<ProcessInstance> active = engine.newProcessInstanceSearchRequest()
                .filter(filter -> filter.state(ProcessInstanceState.ACTIVE))
                .page(page -> page.limit(MANY))
                .send().join().items();
        softly.assertThat(active).as("active instances").allMatch(instance ->
                instance.getProcessDefinitionId().equals(ONBOARDING));
        List<UUID> waiting = active.stream().map(this::onboardingOf).toList();
        softly.assertThat(waiting).as("onboardings in the engine")
                .containsExactlyInAnyOrderElementsOf(ids(walker -> walker.plan().ending() == Ending.DAWDLES));
        checkEnds(softly);
        softly.assertThat(engine.newIncidentSearchRequest().send().join().items()).as("incidents").isEmpty();
    }

    /** Each process came to the one end that belongs to the stage; a start that came again after it is no end. */
    private void checkEnds(SoftAssertions softly) {
        Map<Long, UUID> onboardings = engine.newVariableSearchRequest()
                .filter(filter -> filter.name("onboardingId"))
                .page(page -> page.limit(MANY))
                .send().join().items().stream()
                .filter(variable -> variable.getScopeKey().equals(variable.getProcessInstanceKey()))
                .collect(Collectors.toMap(Variable::getProcessInstanceKey, Invariants::uuid));
        Map<UUID, List<Stage>> ends = engine.newElementInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(ONBOARDING).type(ElementInstanceType.END_EVENT)
                        .state(ElementInstanceState.COMPLETED))
                .page(page -> page.limit(MANY))
                .send().join().items().stream()
                .filter(element -> ENDS.containsKey(element.getElementId()))
                .collect(Collectors.groupingBy(element -> onboardings.get(element.getProcessInstanceKey()),
                        Collectors.mapping(element -> ENDS.get(element.getElementId()), Collectors.toList())));
        softly.assertThat(ends).as("ends of processes").isEqualTo(walkers.stream()
                .filter(walker -> walker.plan().ending() != Ending.DAWDLES)
                .collect(Collectors.toMap(walker -> walker.id().value(),
                        walker -> List.of(new Expected(walker.plan()).stage()))));
    }

    private UUID onboardingOf(ProcessInstance instance) {
        Variable variable = engine.newVariableSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance.getProcessInstanceKey())
                        .scopeKey(instance.getProcessInstanceKey()).name("onboardingId"))
                .send().join().singleItem();
        return uuid(variable);
    }

    private static UUID uuid(Variable variable) {
        return UUID.fromString(variable.getValue().replace("\"", ""));
    }

    private List<UUID> unended() {
        return jdbc.sql("select id from onboarding where process_ended_at is null").query(UUID.class).list();
    }

    /** By onboarding; the sales department's task is one of the registration. */
    private Map<UUID, String> openTasks() {
        Map<UUID, String> open = new HashMap<>();
        jdbc.sql("""
                select coalesce(r.onboarding_id, t.subject_id) as onboarding, element_id
                from user_task t left join registration r on r.id = t.subject_id where t.state = 'OPEN'
                """).query(row -> {
            String other = open.put(row.getObject("onboarding", UUID.class), row.getString("element_id"));
            assertThat(other).as("second open task").isNull();
        });
        return open;
    }

    private List<UUID> ids(Predicate<Walker> which) {
        return walkers.stream().filter(which).map(walker -> walker.id().value()).toList();
    }

    private int count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Integer.class).single();
    }
}
