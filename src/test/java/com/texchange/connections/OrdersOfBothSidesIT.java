package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Moments;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.OrderRow.State;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.tables.TableFormat;
import com.texchange.testing.Requests;
import com.texchange.testing.Tables;
import com.texchange.testing.WithoutProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** Who may connect and disconnect what, and what becomes of it: by each side, whoever owns the licenses, under each grant. */
@WithoutProcess
class OrdersOfBothSidesIT extends OrdersOfPartners {

    @Autowired
    WaitingLicenses waiting;
    @Autowired
    OrderExport export;
    @Autowired
    ConnectionOrderRepository repository;
    @Autowired
    OrderLocks locks;
    @Autowired
    OrderedLicenses ordered;
    @Autowired
    OrdersUnderGrants underGrants;
    @Autowired
    OrderNews news;
    @Autowired
    TransactionOperations transactions;
    @Autowired
    Clock clock;
    @Autowired
    DryRuns dryRuns;
    @Autowired
    DryRunExport dryRunExport;
    @Autowired
    JdbcClient jdbc;

    @Override
    int count() {
        return 3;
    }

    @Test
    void aDistributorDisconnectsWhatItHasConnected() {
        done(OrderKind.CONNECT, theirs, distributorPerson);

        OrderId order = done(OrderKind.DISCONNECT, theirs.subList(0, 2), distributorPerson);

        assertThat(connected()).containsExactly(theirs.get(2));
        assertThat(orders.doneCount(order)).isEqualTo(2);
        assertThat(results.find(order, distributorPerson)).hasValueSatisfying(summary -> {
            assertThat(summary.kind()).isEqualTo(OrderKind.DISCONNECT);
            assertThat(summary.done()).isEqualTo(2);
            assertThat(summary.company()).isEqualTo(distributor.name());
        });
    }

    @ParameterizedTest
    @EnumSource(value = OrderKind.class, names = {"CONNECT", "DISCONNECT"})
    void withoutAGrantASupplierChangesOnlyWhatBelongsToIt(OrderKind kind) {
        if (kind == OrderKind.DISCONNECT) {
            done(OrderKind.CONNECT, all(), distributorPerson);
        }
        // Those of the distributor are in the supplier's sight only if they are in its service.
        List<LicenseId> seen = kind == OrderKind.DISCONNECT ? all() : suppliers;

        Map<Verdict, Integer> before = orders.dryRun(request(kind, seen), supplierPerson);
        OrderId order = done(kind, seen, supplierPerson);

        assertThat(before).isEqualTo(kind == OrderKind.DISCONNECT
                ? Map.of(Verdict.CHANGES, 2, Verdict.NOT_ALLOWED, 3) : Map.of(Verdict.CHANGES, 2));
        assertThat(verdicts(order)).isEqualTo(before);
    }

    @Test
    void whatASupplierDoesNotSeeItCannotOrder() {
        assertRefused("connections.notOwn", OrderKind.CONNECT, theirs, supplierPerson);
        assertRefused("connections.nothingTo.DISCONNECT", OrderKind.DISCONNECT, suppliers, supplierPerson);
    }

    @Test
    void aGrantOpensWhatItSaysAndNotesItsUse() {
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.CONNECT), null, null), distributorPerson);

        done(OrderKind.CONNECT, all(), supplierPerson);

        assertThat(connected()).containsExactlyInAnyOrderElementsOf(all());
        assertThat(grants.given(supplier.id(), distributorPerson)).hasValueSatisfying(
                grant -> assertThat(grant.lastUsedAt()).isNotNull());
        assertThat(orders.dryRun(request(OrderKind.DISCONNECT, all()), supplierPerson))
                .isEqualTo(Map.of(Verdict.CHANGES, 2, Verdict.NOT_ALLOWED, 3));
    }

    @Test
    void aGrantThatIsWithdrawnBeforeTheStepCountsNoMore() {
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId order = orders.place(request(OrderKind.CONNECT, all()), supplierPerson).id();
        grants.withdraw(supplier.id(), distributorPerson);

        carryOut(order);

        assertThat(connected()).containsExactlyInAnyOrderElementsOf(suppliers);
        assertThat(verdicts(order)).isEqualTo(Map.of(Verdict.CHANGES, 2, Verdict.NOT_ALLOWED, 3));
    }

    @Test
    void theSalesDepartmentHelpsAnybody() {
        done(OrderKind.CONNECT, all(), sales);

        assertThat(connected()).hasSize(5);
    }

    @Test
    void nobodyElsePlacesOrders() {
        Actor stranger = business.person(business.both("ООО «Чужой»"), Role.SUPPLIER, Role.DISTRIBUTOR);
        Actor wrongRole = business.person(distributor, Role.SUPPLIER);
        Actor manager = business.person(null, Role.PROCESS_MANAGER);

        for (Actor other : List.of(stranger, wrongRole, manager)) {
            assertThatThrownBy(() -> orders.place(request(OrderKind.CONNECT, theirs), other))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> orders.dryRun(request(OrderKind.CONNECT, theirs), other))
                    .isInstanceOf(AccessDeniedException.class);
        }
        OrderId order = done(OrderKind.CONNECT, theirs, distributorPerson);
        assertThat(results.find(order, stranger)).isEmpty();
        assertThat(results.rows(order, OrderRowFilter.NONE, 0, 10, stranger)).isEmpty();
        assertThat(results.countRows(order, OrderRowFilter.NONE, stranger)).isZero();
        assertThatThrownBy(() -> orders.undo(order, stranger)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> orders.again(order, stranger)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void eachLicenseOfTwoOrdersAtOnceChangesOnceAndTheOtherIsToldSo() {
        done(OrderKind.CONNECT, theirs, distributorPerson);
        OrderId first = orders.place(request(OrderKind.DISCONNECT, theirs.subList(0, 2)), distributorPerson).id();

        assertThat(orders.dryRun(request(OrderKind.DISCONNECT, theirs), sales))
                .isEqualTo(Map.of(Verdict.UNDER_WAY, 2, Verdict.CHANGES, 1));
        OrderId second = done(OrderKind.DISCONNECT, theirs, sales);
        carryOut(first);

        assertThat(connected()).isEmpty();
        assertThat(verdicts(first)).isEqualTo(Map.of(Verdict.CHANGES, 2));
        assertThat(verdicts(second)).isEqualTo(Map.of(Verdict.UNDER_WAY, 2, Verdict.CHANGES, 1));
    }

    @Test
    void undoingTakesBackOnlyWhatStillStandsAndNamesWhoHasChangedTheRest() {
        OrderId order = done(OrderKind.CONNECT, theirs, distributorPerson);
        done(OrderKind.DISCONNECT, List.of(theirs.get(0)), sales);
        done(OrderKind.DISCONNECT, List.of(theirs.get(1)), sales);
        done(OrderKind.CONNECT, List.of(theirs.get(1)), sales);

        Map<Verdict, Integer> promised = dryRuns.undo(order, distributorPerson);
        List<DryRunRow> rows = new ArrayList<>();
        dryRuns.eachOfUndo(order, distributorPerson, rows::add);
        OrderId undo = orders.undo(order, distributorPerson).id();
        carryOut(undo);

        assertThat(promised).isEqualTo(verdicts(undo));
        assertThat(rows).extracting(DryRunRow::verdict)
                .containsExactlyInAnyOrder(Verdict.CHANGES, Verdict.CHANGED_SINCE, Verdict.CHANGED_SINCE);
        assertThat(connected()).containsExactly(theirs.get(1));
        assertThat(verdicts(undo)).isEqualTo(Map.of(Verdict.CHANGES, 1, Verdict.CHANGED_SINCE, 2));
        assertThat(results.rows(undo, new OrderRowFilter("", State.LEFT_OUT), 0, 10, distributorPerson))
                .hasSize(2).allSatisfy(row -> {
                    assertThat(row.changedBy()).as("a person of another house").isNull();
                    assertThat(row.changedFor()).isNull();
                    assertThat(row.changedAt()).isNotNull();
                });
        assertThat(results.rows(undo, new OrderRowFilter("", State.LEFT_OUT), 0, 10, sales))
                .extracting(OrderRow::changedBy).containsOnly(sales.name());
        assertThatThrownBy(() -> orders.undo(order, distributorPerson))
                .isInstanceOf(RefusedException.class).hasMessage("connections.nothingToUndo");
    }

    @Test
    void whatWasLeftOutIsOrderedAgainOnceItsCauseIsGone() {
        grants.giveAll(supplier.id(), distributorPerson);
        block(theirs.getFirst(), true);
        OrderId order = done(OrderKind.CONNECT, theirs, supplierPerson);
        assertThat(verdicts(order)).isEqualTo(Map.of(Verdict.CHANGES, 2, Verdict.BLOCKED, 1));
        assertThatThrownBy(() -> orders.again(done(OrderKind.DISCONNECT, List.of(theirs.get(1)), sales), sales))
                .isInstanceOf(RefusedException.class).hasMessage("connections.nothingSelected");
        block(theirs.getFirst(), false);
        waiting.stop(order, supplierPerson);

        Map<Verdict, Integer> promised = dryRuns.again(order, supplierPerson);
        List<DryRunRow> rows = new ArrayList<>();
        dryRuns.eachOfAgain(order, supplierPerson, rows::add);
        OrderId again = orders.again(order, supplierPerson).id();
        carryOut(again);

        assertThat(promised).isEqualTo(verdicts(again));
        assertThat(rows).extracting(DryRunRow::verdict).containsExactly(Verdict.CHANGES);
        assertThat(verdicts(again)).isEqualTo(Map.of(Verdict.CHANGES, 1));
        assertThat(connected()).containsExactlyInAnyOrder(theirs.get(0), theirs.get(2));
    }

    /** Its number stands in the order for ever; who has it now does not. */
    @Test
    void whoHasALicenseIsNotToldToASupplierThatSeesItNoMore() {
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId order = done(OrderKind.CONNECT, all(), supplierPerson);
        done(OrderKind.DISCONNECT, theirs, distributorPerson);
        grants.withdraw(supplier.id(), distributorPerson);

        List<DryRunRow> forSupplier = new ArrayList<>();
        dryRuns.eachOfUndo(order, supplierPerson, forSupplier::add);
        List<DryRunRow> forDistributor = new ArrayList<>();
        dryRuns.eachOfUndo(order, distributorPerson, forDistributor::add);

        assertThat(forSupplier).hasSize(5).filteredOn(row -> row.agent() != null).as("its own").hasSize(2);
        assertThat(forDistributor).hasSize(5).allSatisfy(row -> assertThat(row.agent()).isNotNull());
    }

    /** Which of two was later is not told by the clocks of those who did them. */
    @Test
    void whatAnInstanceWhoseClockIsSlowHasChangedSinceStays() {
        OrderId order = done(OrderKind.CONNECT, theirs, distributorPerson);
        Clock slow = Clock.offset(clock, Duration.ofHours(-1));
        ConnectionSteps others = new ConnectionSteps(repository, locks, new OrderItems(jdbc, slow), ordered, underGrants, news, transactions, slow);
        for (OrderKind kind : List.of(OrderKind.DISCONNECT, OrderKind.CONNECT)) {
            OrderId later = orders.place(request(kind, theirs.subList(0, 1)), sales).id();
            others.carryOut(later);
            others.finish(later);
        }

        OrderId undo = orders.undo(order, distributorPerson).id();
        carryOut(undo);

        assertThat(verdicts(undo)).isEqualTo(Map.of(Verdict.CHANGED_SINCE, 1, Verdict.CHANGES, 2));
        assertThat(connected()).containsExactly(theirs.getFirst());
    }

    /** What the undo has promised to leave to others stays theirs, however often it is tried. */
    @Test
    void tryingAgainToUndoChangesNothingThatOthersHaveChanged() {
        OrderId order = done(OrderKind.CONNECT, theirs, distributorPerson);
        done(OrderKind.DISCONNECT, List.of(theirs.get(0)), sales);
        done(OrderKind.CONNECT, List.of(theirs.get(0)), sales);
        OrderId theirsNow = orders.place(request(OrderKind.DISCONNECT, List.of(theirs.get(1))), sales).id();
        OrderId undo = orders.undo(order, distributorPerson).id();
        carryOut(undo);
        assertThat(verdicts(undo)).isEqualTo(Map.of(Verdict.CHANGED_SINCE, 1, Verdict.UNDER_WAY, 1, Verdict.CHANGES, 1));
        assertThat(results.find(undo, distributorPerson).orElseThrow().again()).as("the one under way").isTrue();
        carryOut(theirsNow);
        done(OrderKind.CONNECT, List.of(theirs.get(1)), sales);

        assertThat(dryRuns.again(undo, distributorPerson)).isEqualTo(Map.of(Verdict.CHANGED_SINCE, 1));
        assertThatThrownBy(() -> orders.again(undo, distributorPerson)).hasMessage("connections.nothingToUndo");
        assertThat(connected()).containsExactly(theirs.get(0), theirs.get(1));
    }

    @Test
    void tryingAgainToUndoTakesBackWhatWasHeld() {
        OrderId order = done(OrderKind.CONNECT, theirs, distributorPerson);
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId undo = orders.undo(order, supplierPerson).id();
        grants.withdraw(supplier.id(), distributorPerson);
        carryOut(undo);
        assertThat(verdicts(undo)).isEqualTo(Map.of(Verdict.NOT_ALLOWED, 3));
        grants.giveAll(supplier.id(), distributorPerson);

        Map<Verdict, Integer> promised = dryRuns.again(undo, supplierPerson);
        OrderId again = orders.again(undo, supplierPerson).id();
        carryOut(again);

        assertThat(promised).isEqualTo(Map.of(Verdict.CHANGES, 3));
        assertThat(connected()).isEmpty();
        assertThat(results.find(order, distributorPerson).orElseThrow().undoneBy()).isEqualTo(again);
        assertThat(results.find(again, distributorPerson).orElseThrow().again()).isFalse();
    }

    /** Each part can be taken back in turn, and that again. */
    @Test
    void anOrderIsTakenBackWhileAnyPartOfThatStands() {
        OrderId order = done(OrderKind.CONNECT, all(), sales);
        OrderId first = orders.undo(order, supplierPerson).id();
        carryOut(first);
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId second = orders.again(first, supplierPerson).id();
        carryOut(second);
        assertThat(connected()).isEmpty();
        assertTakenBackBy(second, order);

        OrderId secondInVain = orders.undo(second, distributorPerson).id();
        carryOut(secondInVain);
        assertTakenBackBy(first, order);
        carryOut(orders.undo(first, sales).id());
        assertThat(connected()).hasSize(5);
        assertThat(results.find(order, sales).orElseThrow().undone()).isFalse();

        carryOut(orders.undo(secondInVain, distributorPerson).id());
        assertTakenBackBy(second, order);
    }

    private void assertTakenBackBy(OrderId undo, OrderId order) {
        assertThat(results.find(order, sales).orElseThrow()).satisfies(found -> {
            assertThat(found.undone()).isTrue();
            assertThat(found.undoneBy()).isEqualTo(undo);
        });
    }

    @Test
    void anUndoThatHasLeftOnlyWhatOthersHaveChangedIsNotTriedAgain() {
        OrderId order = done(OrderKind.CONNECT, theirs, distributorPerson);
        done(OrderKind.DISCONNECT, List.of(theirs.get(0)), sales);
        OrderId undo = orders.undo(order, distributorPerson).id();
        carryOut(undo);

        assertThat(results.find(undo, distributorPerson).orElseThrow().again()).isFalse();
        assertThatThrownBy(() -> orders.again(undo, distributorPerson)).hasMessage("connections.nothingToUndo");
    }

    @Test
    void anOrderUnderWayIsNeitherUndoneNorRepeated() {
        OrderId order = orders.place(request(OrderKind.CONNECT, theirs), distributorPerson).id();

        assertThatThrownBy(() -> orders.undo(order, distributorPerson)).hasMessage("connections.notFinished");
        assertThatThrownBy(() -> orders.again(order, distributorPerson)).hasMessage("connections.notFinished");
        assertThatThrownBy(() -> dryRuns.undo(order, distributorPerson)).hasMessage("connections.notFinished");
        assertThatThrownBy(() -> dryRuns.again(order, distributorPerson)).hasMessage("connections.notFinished");
    }

    @Test
    void whatWouldBecomeOfEachLicenseIsAFileBeforeAnythingIsPlaced() throws IOException {
        block(theirs.getFirst(), true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        dryRunExport.write(List.of(request(OrderKind.CONNECT, theirs)), distributorPerson, Locale.ENGLISH, TableFormat.CSV, out);

        assertThat(Tables.column(out, 0)).hasSize(4).startsWith("License");
        assertThat(Tables.column(out, 0).subList(1, 4)).isSorted();
        assertThat(Tables.column(out, 3)).startsWith("Result").containsExactlyInAnyOrder("Result", "The license is blocked", "Will be connected", "Will be connected");
        assertThat(results.count(null, distributorPerson)).isZero();
    }

    @Test
    void allThatMatchButSomeAreOrderedWithoutBeingRead() {
        Selection<LicenseId, LicenseFilter> selection =
                new Selection.Matching<>(new LicenseFilter("Агент"), Set.of(theirs.getFirst()));
        OrderRequest request = new OrderRequest(OrderKind.CONNECT, supplier.id(), distributor.id(), selection, "Сезон");

        assertThat(orders.dryRun(request, distributorPerson)).isEqualTo(Map.of(Verdict.CHANGES, 4));
        OrderId order = orders.place(request, distributorPerson).id();
        carryOut(order);

        assertThat(connected()).hasSize(4).doesNotContain(theirs.getFirst());
        assertThat(results.find(order, supplierPerson).orElseThrow().reason()).isEqualTo("Сезон");
    }

    @Test
    void aStepThatRunsAgainChangesNothing() {
        OrderId order = orders.place(request(OrderKind.CONNECT, theirs), distributorPerson).id();

        assertThat(steps.carryOut(order)).isZero();
        assertThat(steps.carryOut(order)).isZero();
        assertThat(steps.finish(order)).isEqualTo(3);
        assertThat(steps.finish(order)).isEqualTo(3);
        assertThat(steps.carryOut(order)).isZero();

        assertThat(connected()).hasSize(3);
    }

    /** What happens after an act has been taken back is not told of it. */
    @Test
    void whoHadChangedALicenseBeforeIsToldLaterTooAndInTheFile() throws IOException {
        OrderId order = done(OrderKind.CONNECT, theirs, distributorPerson);
        done(OrderKind.DISCONNECT, List.of(theirs.getFirst()), sales);
        OrderId undo = orders.undo(order, distributorPerson).id();
        carryOut(undo);
        OrderRowFilter left = new OrderRowFilter("", State.LEFT_OUT);
        OrderRow before = results.rows(undo, left, 0, 10, sales).getFirst();
        done(OrderKind.CONNECT, List.of(theirs.getFirst()), distributorPerson);

        assertThat(results.rows(undo, left, 0, 10, sales)).containsExactly(before);
        assertThat(before.changedBy()).isEqualTo(sales.name());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        export.write(undo, left, sales, new Moments(Locale.ENGLISH, ZoneOffset.UTC), TableFormat.CSV, file);
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("changed since by " + sales.name() + ", sales department");
    }

    @Test
    void theResultIsSearchedAndDownloadedByEitherSide() throws IOException {
        block(theirs.getFirst(), true);
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId order = done(OrderKind.CONNECT, theirs, supplierPerson);
        String number = jdbc.sql("select number from license where id = ?").param(theirs.getFirst().value())
                .query(String.class).single();

        assertThat(results.rows(order, new OrderRowFilter(number, null), 0, 10, supplierPerson)).singleElement()
                .satisfies(row -> assertThat(row.verdict()).isEqualTo(Verdict.BLOCKED));
        assertThat(results.page(null, 0, 10, distributorPerson)).extracting(OrderSummary::id).containsExactly(order);
        assertThat(results.count(null, supplierPerson)).isEqualTo(1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        export.write(order, new OrderRowFilter("", State.WAITING), supplierPerson, new Moments(Locale.ENGLISH, ZoneOffset.UTC), TableFormat.CSV, file);
        assertThat(file.toString(StandardCharsets.UTF_8)).contains(number, "The license is blocked").hasLineCount(2);
        assertThat(downloadsOf(order)).containsExactly("RESULT · STATE_WAITING");
    }

    @Test
    void theAuditLogTellsOfWhichOrderAnUndoingWasLookedAt() throws IOException {
        OrderId order = done(OrderKind.CONNECT, theirs, distributorPerson);

        dryRunExport.writeUndo(order, distributorPerson, Locale.ENGLISH, TableFormat.CSV, new ByteArrayOutputStream());

        assertThat(downloadsOf(order)).containsExactly("BEFORE_UNDO");
    }

    private List<String> downloadsOf(OrderId order) {
        return jdbc.sql("select new_value from audit_entry where kind = 'EXPORTED' and subject_type = 'ORDER' and subject_id = ?")
                .param(order.toString()).query(String.class).list();
    }

    private OrderId done(OrderKind kind, List<LicenseId> licenses, Actor person) {
        OrderId order = orders.place(request(kind, licenses), person).id();
        carryOut(order);
        return order;
    }

    private OrderRequest request(OrderKind kind, List<LicenseId> licenses) {
        return Requests.of(kind, supplier.id(), distributor.id(), Set.copyOf(licenses));
    }

    private void assertRefused(String messageKey, OrderKind kind, List<LicenseId> licenses, Actor person) {
        assertThatThrownBy(() -> orders.place(request(kind, licenses), person))
                .isInstanceOf(RefusedException.class).hasMessage(messageKey);
    }

    private List<LicenseId> all() {
        return Stream.of(theirs, suppliers).flatMap(List::stream).toList();
    }

    private List<LicenseId> connected() {
        return jdbc.sql("""
                select license_id from connection join license on license.id = license_id
                where supplier_id = ? and distributor_id = ? order by number""")
                .params(supplier.id().value(), distributor.id().value())
                .query(UUID.class).list().stream().map(LicenseId::new).toList();
    }

    private void block(LicenseId license, boolean blocked) {
        jdbc.sql("update license set blocked = ? where id = ?").params(blocked, license.value()).update();
    }
}
