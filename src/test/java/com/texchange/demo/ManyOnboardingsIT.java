package com.texchange.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.TaxId;
import com.texchange.local.LocalServers;
import com.texchange.pages.SomeOnboardings;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invented onboardings are as the application itself would have left them, and those under way go on. */
@SomeOnboardings
class ManyOnboardingsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    LocalServers servers;
    @Autowired
    ManyOnboardings onboardings;
    @Autowired
    ManyOnboardingsAtStart start;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    CamundaClient client;

    @BeforeEach
    void everyProcessStandsWhereItsOnboardingDoes() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jdbc.sql(
                "select task_instance from scheduled_tasks where task_name = 'engine-command'"
                + " union all select id::text from mail_delivery where state = 'QUEUED'")
                .query(String.class).list()).isEmpty());
        servers.camunda().awaitIdle(PATIENCE);
    }

    @Test
    void thereAreAsManyAsAskedForAtEveryStage() {
        assertThat(number("select count(*) from onboarding where id in (select md5('demo onboarding ' || n)::uuid"
                + " from generate_series(1, 300) n)")).isEqualTo(300);
        assertThat(number("select count(distinct stage) from onboarding")).isEqualTo(9);
        assertThat(number("select count(*) from onboarding where invited_at > now() or stage_since > now()")).isZero();
    }

    @Test
    void thoseUnderWayHaveTheTaskOfTheirStage() {
        assertThat(without("""
                stage = 'ACCEPTING' and not exists (select from user_task task where task.subject_id = onboarding.id
                    and element_id = 'Task_AcceptInvitation' and task.state = 'OPEN')
                """)).isZero();
        assertThat(without("""
                stage = 'REGISTERING' and not exists (select from registration join user_task task
                    on task.subject_id = registration.id and element_id = 'Task_RegisterDistributor' and task.state = 'OPEN'
                    where registration.onboarding_id = onboarding.id)
                """)).isZero();
        assertThat(without("""
                stage = 'CONNECTING' and not exists (select from user_task task where task.state = 'OPEN' and (
                    task.subject_id = onboarding.id and element_id = 'Task_ConnectLicenses'
                    or task.subject_id = onboarding.connection_order_id and element_id = 'Task_ResolveRefused'))
                """)).isZero();
        assertThat(client.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    @Test
    void aStoryTellsTheEndThatItsGrantHas() {
        String told = """
                select count(*) from activity told join onboarding on onboarding.id = told.onboarding_id
                    join license_grant given on given.supplier_id = onboarding.supplier_id and given.distributor_id = onboarding.distributor_id
                where told.kind = 'DELEGATED'
                """;
        assertThat(number(told)).isPositive();
        assertThat(number(told + " and nullif(told.arguments[2], '')::timestamptz is distinct from given.ends_at")).isZero();
    }

    @Test
    void nothingIsWrittenOrSentTwice() {
        // The demo's own distributor and its license manager hear of their new tasks; nobody else is written to.
        int news = number("select count(*) from mail_delivery where template = 'task-created'");
        assertThat(number("""
                select count(*) from mail_delivery where template = 'task-created' and recipient not in ('distributor@demo.example.com', 'colleague@demo.example.com')
                """)).isZero();
        assertThat(servers.mail().getReceivedMessages()).hasSize(news).hasSizeLessThan(20);
        assertThat(number("select count(*) from mail_delivery where state = 'QUEUED'")).isZero();
        assertThat(jdbc.sql("""
                select kind from activity where kind in ('INVITED', 'ACCEPTED', 'PARTNERSHIP_ESTABLISHED', 'CONNECTED')
                group by onboarding_id, kind having count(*) > 1
                """).query(String.class).list()).isEmpty();
        assertThat(number("select count(*) from mail_delivery where id <> md5('demo ' || letter_key)::uuid")).isEqualTo(news);
    }

    @Test
    void storiesAreToldInTheOrderInWhichTheyHappened() {
        assertThat(number("""
                select count(*) from (select happened_at, lag(happened_at) over (partition by onboarding_id order by id) as before
                    from activity) told where happened_at < before
                """)).isZero();
    }

    @Test
    void connectionsLicensesAndPlacesAgree() {
        assertThat(without("""
                stage in ('CONNECTING', 'CONNECTED') and not exists (select from partnership place where place.id = partnership_id
                    and place.distributor_id = onboarding.distributor_id and established_at is not null)
                """)).isZero();
        assertThat(without("""
                stage = 'CONNECTED' and not exists (select from connection
                    where order_id = connection_order_id and published_at is not null)
                """)).isZero();
        assertThat(number("""
                select count(*) from license_grant where not exists (select from partnership place
                    where place.supplier_id = license_grant.supplier_id and place.distributor_id = license_grant.distributor_id
                        and place.established_at <= license_grant.given_at)
                """)).as("grants of those who are no partners").isZero();
        assertThat(number("select count(*) from license_grant")).isPositive();
        assertThat(number("select count(*) from license where owner_id <> distributor_id")).isPositive();
    }

    @Test
    void taxIdsAreValidAndContactsInvented() {
        List<String> taxIds = jdbc.sql("select tax_id from company").query(String.class).list();
        assertThat(taxIds).hasSizeGreaterThan(100).allMatch(TaxId::isValid);
        assertThat(jdbc.sql("select recipient from mail_delivery").query(String.class).list())
                .allMatch(address -> address.endsWith(".example.com"));
    }

    @Test
    void loadingAgainChangesNothing() throws Exception {
        Map<String, Object> before = counts();

        assertThat(onboardings.load(200)).isFalse();
        ApplicationRunner again = start;
        again.run(null);
        everyProcessStandsWhereItsOnboardingDoes();

        assertThat(counts()).isEqualTo(before);
    }

    private Map<String, Object> counts() {
        return jdbc.sql("""
                select (select count(*) from onboarding) as onboardings, (select count(*) from activity) as activities,
                    (select count(*) from mail_delivery) as letters, (select count(*) from user_task) as tasks,
                    (select count(*) from license) as licenses, (select count(*) from account) as accounts
                """).query().singleRow();
    }

    private int without(String condition) {
        return number("select count(*) from onboarding where " + condition);
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
