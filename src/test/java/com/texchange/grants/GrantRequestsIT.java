package com.texchange.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.GrantRequestId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.partners.CompanyInfo;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessMessage;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** A supplier asks for a grant, and the distributor answers. */
@WithoutProcess
@RecordApplicationEvents
class GrantRequestsIT {

    private GrantVersion seen(GrantRequestId id) {
        return decisions.inForce(id).map(GrantInfo::version).orElse(GrantVersion.NONE);
    }

    private static final GrantTerms MOVE = new GrantTerms(Set.of(GrantedAct.MOVE), null, "Агент ушёл");

    @Autowired
    GrantRequests requests;
    @Autowired
    GrantDecisions decisions;
    @Autowired
    GrantProcesses processes;
    @Autowired
    GrantSubjects subjects;
    @Autowired
    Grants grants;
    @Autowired
    SampleBusiness business;
    @Autowired
    EngineJobs jobs;
    @Autowired
    EngineCommands engine;
    @Autowired
    ChangeFeed feed;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ApplicationEvents events;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor asker;
    private Actor person;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        asker = business.person(supplier, Role.SUPPLIER);
        person = business.person(distributor, Role.DISTRIBUTOR);
    }

    @Test
    void aRequestStartsAProcessThatKnowsIdsAndNamesOfOrganizationsOnly() {
        GrantRequestId id = ask();

        ProcessMessage message = published();
        assertThat(message.name()).isEqualTo("license-grant-requested");
        assertThat(message.correlationKey()).isEqualTo(id.toString());
        assertThat(message.variables()).containsOnlyKeys("grantRequestId", "distributorCompanyId", "grantDue", "distributorCode",
                "supplierName", "distributorName").containsEntry("distributorCompanyId", distributor.id().toString());
        assertThat(requests.open(distributor.id(), asker)).get().satisfies(open -> {
            assertThat(open.acts()).containsExactly(GrantedAct.MOVE);
            assertThat(open.reason()).isEqualTo("Агент ушёл");
            assertThat(open.askedBy()).isEqualTo(asker.name());
        });
        assertThat(grants.received(distributor.id(), asker)).isEmpty();
    }

    @Test
    void aSecondOneIsRefusedWhileTheFirstWaits() {
        ask();
        refused("grants.request.askedAlready", () -> requests.ask(distributor.id(), GrantTerms.ALL, asker));
    }

    /** Each writes to the distributor's people. */
    @Test
    void askingAndWithdrawingHasAnEnd() {
        for (int i = 0; i < 3; i++) {
            ask();
            requests.withdraw(distributor.id(), asker);
        }

        // Today also where the day has turned meanwhile.
        askedAt("+ interval '1 hour'");
        refused("grants.request.askedOften", () -> requests.ask(distributor.id(), MOVE, asker));
        askedAt("- interval '2 days'");
        assertThat(ask()).isNotNull();
    }

    private void askedAt(String moved) {
        jdbc.sql("update grant_request set asked_at = asked_at " + moved + " where supplier_id = ?").param(supplier.id().value()).update();
    }

    @Test
    void whatIsAllowedAlreadyNeedNotBeAskedFor() {
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.MOVE, GrantedAct.CONNECT), LocalDate.now().plusDays(30), null), person);

        refused("grants.request.grantedAlready", () -> requests.ask(distributor.id(),
                new GrantTerms(Set.of(GrantedAct.MOVE), LocalDate.now().plusDays(10), null), asker));
        assertThat(ask()).as("without an end").isNotNull();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("grants.noAct", () -> requests.ask(distributor.id(), new GrantTerms(Set.of(), null, null), asker));
        refused("grants.endPassed", () -> requests.ask(distributor.id(),
                new GrantTerms(Set.of(GrantedAct.MOVE), LocalDate.now().minusDays(2), null), asker));
        refused("grants.notPartner", () -> requests.ask(business.distributor("ООО «Чужой»").id(), MOVE, asker));
        assertThatThrownBy(() -> requests.ask(distributor.id(), MOVE, person)).isInstanceOf(AccessDeniedException.class);
    }

    /** Nobody loses what was allowed by allowing more. */
    @Test
    void theFormProposesWhatIsAllowedTogetherWithWhatIsAskedFor() {
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.CONNECT), LocalDate.now().plusDays(30), null), person);
        GrantRequestId id = ask();

        assertThat(decisions.inForce(id)).get().extracting(GrantInfo::acts).isEqualTo(Set.of(GrantedAct.CONNECT));
        assertThat(decisions.together(id)).satisfies(together -> {
            assertThat(together.acts()).containsExactlyInAnyOrder(GrantedAct.CONNECT, GrantedAct.MOVE);
            assertThat(together.endsAt()).as("what is asked for has no end").isNull();
        });
    }

    @Test
    void theDistributorGrantsWhatItHasMadeOfIt() {
        GrantRequestId id = ask();
        long task = offer(id);

        decisions.grant(id, seen(id), new GrantTerms(Set.of(GrantedAct.MOVE), LocalDate.now().plusDays(30), null), person);

        assertThat(grants.received(distributor.id(), asker)).get().extracting(GrantInfo::endsAt).isNotNull();
        verify(engine).completeTask(task, Map.of("granted", true));
        assertThat(settle(id, true)).containsEntry("granted", true);
        assertThat(settle(id, true)).containsEntry("granted", true);
        assertThat(letters("grant-given")).isEqualTo(2);
        assertThat(underWay()).doesNotContain(id.value());
        assertThat(kinds()).containsExactly(Kind.ASKED, Kind.GIVEN);
    }

    /** Whoever has asked waits for it. */
    @Test
    void anAnswerThatAllowsNoMoreThanBeforeIsToldToo() {
        GrantTerms before = new GrantTerms(Set.of(GrantedAct.CONNECT), null, null);
        Requests.allow(grants, supplier.id(), before, person);
        GrantRequestId id = ask();
        offer(id);
        clearInvocations(feed);

        decisions.grant(id, seen(id), before, person);
        settle(id, true);

        assertThat(requests.open(distributor.id(), asker)).isEmpty();
        assertThat(grants.received(distributor.id(), asker)).get().extracting(GrantInfo::acts).isEqualTo(Set.of(GrantedAct.CONNECT));
        assertThat(letters("grant-given")).as("of the grant, and of the answer").isEqualTo(4);
        assertThat(kinds()).containsExactly(Kind.GIVEN, Kind.ASKED, Kind.GIVEN);
        verify(feed).publish(new Change(Change.Topic.LICENSES, supplier.id().toString()));
    }

    @Test
    void aRefusalIsWrittenToBothOnceWithItsReason() {
        GrantRequestId id = ask();
        long task = offer(id);

        decisions.refuse(id, "Справимся сами", person);

        verify(engine).completeTask(task, Map.of("granted", false));
        assertThat(settle(id, false)).containsEntry("granted", false);
        settle(id, false);
        assertThat(letters("grant-refused")).isEqualTo(2);
        assertThat(events.stream(GrantChanged.class)).last().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.REFUSED);
            assertThat(event.reason()).isEqualTo("Справимся сами");
        });
        assertThat(grants.received(distributor.id(), asker)).isEmpty();
        assertThat(ask()).as("another one may be asked").isNotNull();
    }

    @Test
    void whoDecidesSecondIsToldSo() {
        GrantRequestId id = ask();
        offer(id);
        decisions.refuse(id, "Нет", person);

        refused("tasks.refused.done", () -> decisions.grant(id, seen(id), MOVE, business.person(distributor, Role.DISTRIBUTOR)));
        assertThat(grants.received(distributor.id(), asker)).isEmpty();
    }

    @Test
    void aDecisionBeforeTheTaskAnswersItWhenItIsOffered() {
        GrantRequestId id = ask();
        decisions.grant(id, seen(id), MOVE, person);

        long task = offer(id);

        verify(engine).completeTask(task, Map.of("granted", true));
    }

    @Test
    void theSupplierTakesItBackAndTheTaskGoes() {
        GrantRequestId id = ask();
        long task = offer(id);

        requests.withdraw(distributor.id(), asker);

        assertThat(published().name()).isEqualTo("license-grant-request-withdrawn");
        assertThat(taskState(task)).isEqualTo("CANCELED");
        refused("grants.request.over", () -> decisions.grant(id, seen(id), MOVE, person));
        refused("grants.request.over", () -> requests.withdraw(distributor.id(), asker));
        assertThat(taskState(offer(id))).as("offered late").isEqualTo("CANCELED");
        verify(engine, never()).completeTask(eq(task), any());
        assertThat(settle(id, false)).containsEntry("granted", false);
        assertThat(letters("grant-refused")).isZero();
        assertThat(underWay()).doesNotContain(id.value());
    }

    /** As in Tasklist. */
    @Test
    void whatWasDecidedPastTheApplicationCounts() {
        GrantRequestId granted = ask();
        assertThat(settle(granted, true)).containsEntry("granted", true);
        assertThat(grants.received(distributor.id(), asker)).get().extracting(GrantInfo::acts).isEqualTo(Set.of(GrantedAct.MOVE));
        assertThat(grants.given(supplier.id(), person)).get().extracting(GrantInfo::givenBy).isNull();

        GrantRequestId refused = requests.ask(distributor.id(), GrantTerms.ALL, asker);
        assertThat(settle(refused, false)).containsEntry("granted", false);
        assertThat(letters("grant-refused")).isEqualTo(2);
        assertThat(grants.received(distributor.id(), asker)).get().extracting(GrantInfo::acts).isEqualTo(Set.of(GrantedAct.MOVE));
    }

    /** It would be told as given, and as ended a minute later. */
    @Test
    void whatHasEndedMeanwhileIsNotGrantedPastTheApplication() {
        GrantRequestId id = requests.ask(distributor.id(), new GrantTerms(Set.of(GrantedAct.MOVE), LocalDate.now().plusDays(1), null), asker);
        jdbc.sql("update grant_request set ends_at = now() - interval '1 hour' where id = ?").param(id.value()).update();

        assertThat(settle(id, true)).containsEntry("granted", false);

        assertThat(grants.received(distributor.id(), asker)).isEmpty();
        assertThat(kinds()).containsExactly(Kind.ASKED, Kind.REFUSED);
        assertThat(letters("grant-refused")).isEqualTo(2);
    }

    @Test
    void aLostProcessIsBegunAnewAndHearsThatItWasTakenBack() {
        GrantRequestId id = ask();
        assertThat(underWay()).contains(id.value());
        transaction.executeWithoutResult(status -> processes.beginLost(id.value()));
        requests.withdraw(distributor.id(), asker);
        jdbc.sql("update grant_request set decided_at = decided_at - interval '1 hour' where id = ?").param(id.value()).update();

        Map<UUID, Set<String>> told = transaction.execute(status -> processes.told(List.of(id.value())));
        assertThat(told).containsEntry(id.value(), Set.of("license-grant-request-withdrawn"));
        transaction.executeWithoutResult(status -> processes.beginLost(id.value()));

        ArgumentCaptor<ProcessMessage> begun = ArgumentCaptor.captor();
        verify(engine, times(2)).begin(begun.capture());
        assertThat(begun.getAllValues()).extracting(ProcessMessage::messageId).containsOnly(id.toString());
        assertThat(published().messageId()).startsWith(id + "/withdrawn/");
    }

    @Test
    void anotherCompanysRequestIsNotDecidedOnOrSeen() {
        GrantRequestId id = ask();
        Actor stranger = business.person(business.distributor("ООО «Сосед»"), Role.DISTRIBUTOR);
        Actor rival = business.person(business.supplier("ООО «Второй»"), Role.SUPPLIER);

        assertThatThrownBy(() -> decisions.grant(id, seen(id), MOVE, stranger)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> decisions.refuse(id, "Нет", stranger)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> decisions.grant(id, seen(id), MOVE, asker)).isInstanceOf(AccessDeniedException.class);
        assertThat(requests.open(distributor.id(), rival)).isEmpty();
        refused("grants.request.over", () -> requests.withdraw(distributor.id(), rival));
    }

    @Test
    void theTaskNamesTheSupplierAndItsCode() {
        assertThat(subjects.of(ask()).line()).matches(".*" + supplier.name() + ".* · [0-9]{5}");
    }

    private GrantRequestId ask() {
        return requests.ask(distributor.id(), MOVE, asker);
    }

    private long offer(GrantRequestId id) {
        return jobs.offer(GrantDecisions.TASK, "grantRequestId", id.value(), person);
    }

    private Map<String, Object> settle(GrantRequestId id, boolean granted) {
        return jobs.run("settle-grant-request", Map.of("grantRequestId", id.toString(), "granted", granted));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(RefusedException.class).hasMessage(key);
    }

    /** The latest message to the engine. */
    private ProcessMessage published() {
        ArgumentCaptor<ProcessMessage> message = ArgumentCaptor.captor();
        verify(engine, atLeastOnce()).publish(message.capture());
        return message.getValue();
    }

    private List<UUID> underWay() {
        return transaction.execute(status -> processes.underWay(new UUID(0, 0), 10_000));
    }

    private List<Kind> kinds() {
        return events.stream(GrantChanged.class).map(GrantChanged::kind).toList();
    }

    private String taskState(long task) {
        return jdbc.sql("select state from user_task where task_key = ?").param(task).query(String.class).single();
    }

    private int letters(String template) {
        return jdbc.sql("select count(*) from mail_delivery where template = ? and recipient in (?, ?)")
                .params(template, person.email().value(), asker.email().value()).query(Integer.class).single();
    }
}
