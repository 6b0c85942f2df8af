package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who may move which licenses where, whom it asks, and what becomes of them. */
@WithoutProcess
class MovesIT extends OrdersOfPartners {

    @Autowired
    MoveApprovals approvals;
    @Autowired
    MoveTargets targets;
    @Autowired
    LicensePassports passports;
    @Autowired
    ChangeFeed feed;
    @Autowired
    EngineJobs jobs;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theirsAreInTheSuppliersService() {
        carryOut(orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(theirs)), distributorPerson).id());
    }

    @Test
    void aDistributorMovesItsLicensesToAnotherDeviceAndAgent() {
        UUID device = UUID.randomUUID();

        OrderId order = moved(theirs, new MoveTarget(device, "Преемник"), null, distributorPerson);

        assertThat(orders.doneCount(order)).isEqualTo(2);
        assertThat(theirs).allSatisfy(license -> assertThat(where(license)).isEqualTo(device + " Преемник"));
        assertThat(passports.find(theirs.getFirst(), distributorPerson).orElseThrow().assignments()).hasSize(2)
                .first().satisfies(today -> {
                    assertThat(today.mdmId()).isEqualTo(device);
                    assertThat(today.endedAt()).isNull();
                });
    }

    @Test
    void whatIsNotSaidStaysAsItIs() {
        UUID device = UUID.randomUUID();
        moved(theirs, new MoveTarget(device, "Прежний"), null, distributorPerson);

        moved(theirs, new MoveTarget(null, "Новый"), null, distributorPerson);
        assertThat(where(theirs.getFirst())).isEqualTo(device + " Новый");

        moved(theirs, new MoveTarget(null, ""), null, distributorPerson);
        assertThat(where(theirs.getFirst())).isEqualTo(device + " null");
    }

    @Test
    void theDryRunSaysWhatIsDone() {
        UUID device = UUID.randomUUID();
        moved(theirs.subList(0, 1), new MoveTarget(device, "Кто-то"), null, distributorPerson);
        block(suppliers.getFirst(), true);
        OrderRequest request = move(all(), new MoveTarget(device, "Кто-то"), null);

        Map<Verdict, Integer> before = orders.dryRun(request, distributorPerson);
        OrderId order = carryOut(orders.place(request, distributorPerson).id());

        assertThat(before).isEqualTo(Map.of(Verdict.ALREADY, 1, Verdict.BLOCKED, 1, Verdict.CHANGES, 2));
        assertThat(verdicts(order)).isEqualTo(before);
    }

    @Test
    void theDryRunMakesNoDevice() {
        UUID device = UUID.randomUUID();

        orders.dryRun(move(theirs, new MoveTarget(device, null), null), distributorPerson);

        assertThat(jdbc.sql("select count(*) from device where mdm_id = ?").param(device).query(Integer.class).single()).isZero();
    }

    @Test
    void aMoveSaysWhereToAndKeepsToTheOwnDevices() {
        String before = where(theirs.getFirst());
        assertRefused("connections.move.noTarget", move(theirs, new MoveTarget(null, null), null));
        CompanyInfo other = business.distributor("ООО «Другой»");
        List<LicenseId> others = business.licenses(other, 1);
        UUID device = UUID.randomUUID();
        carryOut(orders.place(new OrderRequest(OrderKind.MOVE, null, other.id(), chosen(others), new MoveTarget(device, null), "Ремонт"),
                business.person(other, Role.DISTRIBUTOR)).id());

        assertRefused("licenses.device.others", move(theirs, new MoveTarget(device, null), null));
        assertRefused("connections.notOwn", move(others, new MoveTarget(null, "Кто-то"), null));
        assertThat(where(theirs.getFirst())).isEqualTo(before);
    }

    @Test
    void undoBringsEachBackUnlessItWasMovedSince() {
        UUID device = UUID.randomUUID();
        String before = where(theirs.getFirst());
        OrderId order = moved(theirs, new MoveTarget(device, "Новый"), null, distributorPerson);
        moved(theirs.subList(1, 2), new MoveTarget(null, "Ещё один"), null, sales);

        OrderId undo = carryOut(orders.undo(order, distributorPerson).id());

        assertThat(where(theirs.getFirst())).isEqualTo(before);
        assertThat(where(theirs.getLast())).isEqualTo(device + " Ещё один");
        assertThat(verdicts(undo)).isEqualTo(Map.of(Verdict.CHANGES, 1, Verdict.CHANGED_SINCE, 1));
        assertThat(results.rows(undo, new OrderRowFilter("", OrderRow.State.LEFT_OUT), 0, 10, distributorPerson))
                .singleElement().satisfies(row -> assertThat(row.changedAt()).isNotNull());
    }

    /** On a device that has another version it works with that one, until it is where it was. */
    @Test
    void undoBringsTheVersionBackToo() {
        UUID device = UUID.randomUUID();
        moved(suppliers, new MoveTarget(device, null), null, distributorPerson);
        jdbc.sql("update device set config_version = '2.0.0.1' where mdm_id = ?").param(device).update();
        jdbc.sql("update license set config_version = '1.0.0.7' where id = ?").param(theirs.getFirst().value()).update();
        jdbc.sql("update license set config_version = null, device_id = null, mdm_id = null where id = ?").param(theirs.getLast().value()).update();
        OrderId order = moved(theirs, new MoveTarget(device, null), null, distributorPerson);
        assertThat(theirs).extracting(this::version).containsOnly("2.0.0.1");

        OrderId undo = carryOut(orders.undo(order, distributorPerson).id());
        assertThat(theirs).extracting(this::version).containsExactly("1.0.0.7", "none");

        carryOut(orders.undo(undo, distributorPerson).id());
        assertThat(theirs).extracting(this::version).containsOnly("2.0.0.1");
    }

    private String version(LicenseId license) {
        return jdbc.sql("select coalesce(config_version, 'none') from license where id = ?").param(license.value()).query(String.class).single();
    }

    @Test
    void ofTwoWhoMoveALicenseTheSecondLearnsOfTheFirst() {
        OrderId first = orders.place(move(theirs, new MoveTarget(null, "Первый"), null), distributorPerson).id();

        assertThat(orders.dryRun(move(theirs, new MoveTarget(null, "Второй"), null), sales)).isEqualTo(Map.of(Verdict.UNDER_WAY, 2));
        assertRefused("connections.nothingTo.MOVE", move(theirs, new MoveTarget(null, "Второй"), null));
        carryOut(first);
        assertThat(where(theirs.getFirst())).endsWith("Первый");
    }

    @Test
    void whatWasMovedPastTheOrderIsLeftWhereItIs() {
        OrderId order = orders.place(move(theirs, new MoveTarget(null, "Заказан"), null), distributorPerson).id();
        jdbc.sql("update license set user_name = 'Другой' where id = ?").param(theirs.getFirst().value()).update();

        carryOut(order);

        assertThat(verdicts(order)).isEqualTo(Map.of(Verdict.CHANGED_SINCE, 1, Verdict.CHANGES, 1));
        assertThat(where(theirs.getFirst())).endsWith("Другой");
    }

    @Test
    void aSupplierMovesItsOwnAndAsksForTheRest() {
        OrderRequest request = move(all(), new MoveTarget(null, "Новый"), supplier.id());

        assertThat(orders.dryRun(request, supplierPerson)).isEqualTo(Map.of(Verdict.CHANGES, 2, Verdict.ASKS, 2));
        OrderId order = orders.place(request, supplierPerson).id();
        assertThat(results.find(order, distributorPerson).orElseThrow().approval()).isEqualTo(Approval.ASKED);
        approvals.decide(order, true, distributorPerson);
        carryOut(order);

        assertThat(orders.doneCount(order)).isEqualTo(4);
        assertThat(all()).allSatisfy(license -> assertThat(where(license)).endsWith("Новый"));
    }

    @Test
    void aNoLeavesWhatIsTheDistributors() {
        OrderId order = orders.place(move(all(), new MoveTarget(null, "Новый"), supplier.id()), supplierPerson).id();
        approvals.decide(order, false, distributorPerson);
        carryOut(order);

        assertThat(verdicts(order)).isEqualTo(Map.of(Verdict.CHANGES, 2, Verdict.NOT_ALLOWED, 2));
        assertThat(results.find(order, supplierPerson).orElseThrow().waiting()).isZero();
        assertThatThrownBy(() -> approvals.decide(order, true, distributorPerson)).hasMessage("connections.move.decided");
    }

    /** As in Tasklist. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasAnsweredPastTheApplicationCounts(boolean approved) {
        OrderId order = orders.place(move(all(), new MoveTarget(null, "Новый"), supplier.id()), supplierPerson).id();

        jobs.run("move-licenses", Map.of("orderId", order.toString(), "approved", approved));
        steps.finish(order);

        assertThat(verdicts(order)).isEqualTo(approved ? Map.of(Verdict.CHANGES, 4) : Map.of(Verdict.CHANGES, 2, Verdict.NOT_ALLOWED, 2));
        assertThat(results.find(order, supplierPerson).orElseThrow()).satisfies(found -> {
            assertThat(found.approval()).isEqualTo(approved ? Approval.APPROVED : Approval.DENIED);
            assertThat(found.waiting()).isZero();
        });
    }

    @Test
    void whatIsTakenBackIsNotDone() {
        OrderId order = orders.place(move(all(), new MoveTarget(null, "Новый"), supplier.id()), supplierPerson).id();
        assertThatThrownBy(() -> approvals.takeBack(order, distributorPerson)).isInstanceOf(AccessDeniedException.class);

        approvals.takeBack(order, supplierPerson);
        steps.finish(order);

        assertThat(verdicts(order)).isEqualTo(Map.of(Verdict.TAKEN_BACK, 4));
        assertThatThrownBy(() -> approvals.decide(order, true, distributorPerson)).hasMessage("connections.move.decided");
    }

    @Test
    void onlyTheDistributorAgrees() {
        OrderId order = orders.place(move(theirs, new MoveTarget(null, "Новый"), supplier.id()), supplierPerson).id();
        assertThatThrownBy(() -> approvals.decide(order, true, supplierPerson)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> approvals.decide(order, true, business.person(business.distributor("Чужой"), Role.DISTRIBUTOR)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> approvals.decide(order, true, sales)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void withAGrantASupplierNeedNotAsk() {
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.MOVE), null, null), distributorPerson);
        List<LicenseId> outside = business.licenses(distributor, 1);

        assertThat(orders.dryRun(move(Stream.of(all(), outside).flatMap(List::stream).toList(), new MoveTarget(null, "Новый"), supplier.id()),
                supplierPerson)).isEqualTo(Map.of(Verdict.CHANGES, 4, Verdict.NOT_IN_SERVICE, 1));
        OrderId order = carryOut(orders.place(move(all(), new MoveTarget(null, "Новый"), supplier.id()), supplierPerson).id());

        assertThat(orders.doneCount(order)).isEqualTo(4);
        assertThat(grants.given(supplier.id(), distributorPerson).orElseThrow().lastUsedAt()).isNotNull();
    }

    @Test
    void aGrantWithoutMovingAndOneThatIsWithdrawnDoNotCount() {
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.CONNECT), null, null), distributorPerson);
        assertThat(orders.dryRun(move(theirs, new MoveTarget(null, "Новый"), supplier.id()), supplierPerson)).isEqualTo(Map.of(Verdict.ASKS, 2));
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId order = orders.place(move(theirs, new MoveTarget(null, "Новый"), supplier.id()), supplierPerson).id();
        grants.withdraw(supplier.id(), distributorPerson);

        carryOut(order);

        assertThat(verdicts(order)).isEqualTo(Map.of(Verdict.NOT_ALLOWED, 2));
    }

    @Test
    void agentsAndTheirLicensesAreThoseThatThePersonSees() {
        moved(all(), new MoveTarget(null, "Ёлкин Пётр"), null, distributorPerson);
        business.licenses(distributor, 1);

        assertThat(targets.agents(null, distributor.id(), "елкин", 0, 10, distributorPerson)).containsExactly("Ёлкин Пётр");
        assertThat(targets.licensesOf("Ёлкин Пётр", null, distributor.id(), distributorPerson)).hasSize(4);
        assertThat(targets.agents(supplier.id(), distributor.id(), "", 0, 10, supplierPerson)).containsExactly("Ёлкин Пётр");
        assertThatThrownBy(() -> targets.agents(null, distributor.id(), "", 0, 10, supplierPerson)).isInstanceOf(AccessDeniedException.class);
    }

    /** What else of their licenses is searched in the lists is none of their names. */
    @Test
    void agentsAreFoundByTheirNamesAlone() {
        List<LicenseId> licenses = business.licenses(distributor, 2);
        jdbc.sql("update license set user_name = 'Агент 77' where id = ?").param(licenses.getFirst().value()).update();
        String number = jdbc.sql("update license set user_name = 'Ёлкин 5' where id = ? returning number").param(licenses.getLast().value())
                .query(String.class).single();

        assertThat(targets.agents(null, distributor.id(), number, 0, 10, distributorPerson)).isEmpty();
        assertThat(targets.agents(null, distributor.id(), "ёлкин " + number, 0, 10, distributorPerson)).isEmpty();
        assertThat(targets.agents(null, distributor.id(), "77 агент", 0, 10, distributorPerson)).containsExactly("Агент 77");
        assertThat(targets.agents(null, distributor.id(), "елкин 5", 0, 10, distributorPerson)).containsExactly("Ёлкин 5");
    }

    /** As in all lists: Ё stands with Е, small letters with capital ones, and numbers by what they count. */
    @Test
    void agentsToChooseFromStandInTheOrderOfAllLists() {
        List<String> names = List.of("Агент 2", "агент 10", "Егоров", "Ёлкин", "Жуков");
        List<LicenseId> licenses = business.licenses(distributor, names.size());
        for (int i = 0; i < names.size(); i++) {
            jdbc.sql("update license set user_name = ? where id = ?").params(names.get(i), licenses.get(names.size() - 1 - i).value()).update();
        }

        assertThat(targets.agents(null, distributor.id(), "", 0, 20, distributorPerson)).containsSubsequence(names);
    }

    @Test
    void eachSupplierHearsOfItInOrderAndWithoutGaps() {
        moved(theirs, new MoveTarget(null, "Новый"), null, distributorPerson);
        carryOut(orders.place(Requests.of(OrderKind.DISCONNECT, supplier.id(), distributor.id(), Set.copyOf(theirs)), distributorPerson).id());
        moved(theirs, new MoveTarget(null, "Ещё новее"), null, distributorPerson);

        List<String> events = jdbc.sql("select position || ' ' || kind from connection_event where supplier_id = ? order by position")
                .param(supplier.id().value()).query(String.class).list();
        assertThat(events).containsExactly("1 CONNECTED", "2 CONNECTED", "3 MOVED", "4 MOVED", "5 DISCONNECTED", "6 DISCONNECTED");
    }

    /** The order of a distributor names no supplier; theirs are in the service of one, and others are another's own. */
    @Test
    void theOpenPagesOfWhoeverSeesTheLicensesHearOfIt() {
        CompanyInfo owner = business.supplier("ООО «Владелец»");
        business.licenses(distributor, owner, 1);
        clearInvocations(feed);

        moved(theirs, new MoveTarget(null, "Новый"), null, distributorPerson);
        verify(feed).publish(changeOf(supplier));
        verify(feed).publish(changeOf(owner));

        clearInvocations(feed);
        carryOut(orders.place(Requests.of(OrderKind.DISCONNECT, supplier.id(), distributor.id(), Set.copyOf(theirs)), distributorPerson).id());
        verify(feed, never()).publish(changeOf(owner));
    }

    private static Change changeOf(CompanyInfo company) {
        return new Change(Change.Topic.LICENSES, company.id().toString());
    }

    private OrderId moved(List<LicenseId> licenses, MoveTarget target, @Nullable CompanyId as, Actor person) {
        return carryOut(orders.place(move(licenses, target, as), person).id());
    }

    private OrderRequest move(List<LicenseId> licenses, MoveTarget target, @Nullable CompanyId as) {
        return new OrderRequest(OrderKind.MOVE, as, distributor.id(), chosen(licenses), target, "Причина");
    }

    private static Selection<LicenseId, LicenseFilter> chosen(List<LicenseId> licenses) {
        return new Selection.Chosen<>(Set.copyOf(licenses));
    }

    private List<LicenseId> all() {
        return Stream.of(theirs, suppliers).flatMap(List::stream).toList();
    }

    private void assertRefused(String key, OrderRequest request) {
        assertThatThrownBy(() -> orders.place(request, distributorPerson)).isInstanceOf(RefusedException.class).hasMessage(key);
    }

    private String where(LicenseId license) {
        return jdbc.sql("select coalesce(mdm_id::text, 'null') || ' ' || coalesce(user_name, 'null') from license where id = ?")
                .param(license.value()).query(String.class).single();
    }

    private void block(LicenseId license, boolean blocked) {
        jdbc.sql("update license set blocked = ? where id = ?").params(blocked, license.value()).update();
    }
}
