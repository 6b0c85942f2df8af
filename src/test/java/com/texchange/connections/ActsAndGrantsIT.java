package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Selection;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.testing.Requests;
import com.texchange.testing.WithoutProcess;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each act by each side, on licenses of both owners in one selection, under each grant: what is promised, and what is done. */
@WithoutProcess
class ActsAndGrantsIT extends OrdersOfPartners {

    @Autowired
    MoveApprovals approvals;
    @Autowired
    JdbcClient jdbc;

    enum Side { DISTRIBUTOR, SUPPLIER, SALES }

    /** Of the supplier, when it looks and when the step comes. */
    enum Grant { NONE, NARROW, WIDE, ENDED, WITHDRAWN_SINCE, ENDED_SINCE, NARROWED_SINCE }

    static Stream<Arguments> all() {
        return Arrays.stream(OrderKind.values()).flatMap(kind -> Arrays.stream(Side.values())
                .flatMap(side -> Arrays.stream(Grant.values()).map(grant -> Arguments.of(kind, side, grant))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsPromisedIsDoneUnlessTheGrantChanges(OrderKind kind, Side side, Grant grant) {
        if (kind != OrderKind.CONNECT) {
            carryOut(orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), ids()), distributorPerson).id());
        }
        before(kind, grant);
        Actor person = switch (side) {
            case DISTRIBUTOR -> distributorPerson;
            case SUPPLIER -> supplierPerson;
            case SALES -> sales;
        };
        @Nullable CompanyId with = kind == OrderKind.MOVE && side != Side.SUPPLIER ? null : supplier.id();
        OrderRequest request = new OrderRequest(kind, with, distributor.id(), new Selection.Matching<>(LicenseFilter.NONE, Set.of()),
                kind == OrderKind.MOVE ? new MoveTarget(null, "Новый") : null, "Проверка");

        Map<Verdict, Integer> promised = orders.dryRun(request, person);
        OrderId order = orders.place(request, person).id();
        since(kind, grant);
        if (results.find(order, sales).orElseThrow().isAsking()) {
            approvals.decide(order, false, distributorPerson);
        }
        carryOut(order);

        assertThat(promised).isEqualTo(promised(kind, side, grant));
        assertThat(verdicts(order)).isEqualTo(done(kind, side, grant));
    }

    private static Map<Verdict, Integer> promised(OrderKind kind, Side side, Grant grant) {
        if (side != Side.SUPPLIER || grant != Grant.NONE && grant != Grant.NARROW && grant != Grant.ENDED) {
            return Map.of(Verdict.CHANGES, 4);
        }
        return switch (kind) {
            // What is neither in its service nor its own it sees by a grant alone.
            case CONNECT -> grant == Grant.NARROW ? Map.of(Verdict.CHANGES, 2, Verdict.NOT_ALLOWED, 2) : Map.of(Verdict.CHANGES, 2);
            case DISCONNECT -> Map.of(Verdict.CHANGES, 2, Verdict.NOT_ALLOWED, 2);
            case MOVE -> Map.of(Verdict.CHANGES, 2, Verdict.ASKS, 2);
        };
    }

    private static Map<Verdict, Integer> done(OrderKind kind, Side side, Grant grant) {
        if (side != Side.SUPPLIER || grant == Grant.WIDE) {
            return Map.of(Verdict.CHANGES, 4);
        }
        return kind == OrderKind.CONNECT && (grant == Grant.NONE || grant == Grant.ENDED) ? Map.of(Verdict.CHANGES, 2)
                : Map.of(Verdict.CHANGES, 2, Verdict.NOT_ALLOWED, 2);
    }

    private void before(OrderKind kind, Grant grant) {
        switch (grant) {
            case NONE -> { }
            case NARROW -> narrow(kind);
            case ENDED -> {
                grants.giveAll(supplier.id(), distributorPerson);
                end();
            }
            case WIDE, WITHDRAWN_SINCE, ENDED_SINCE, NARROWED_SINCE -> grants.giveAll(supplier.id(), distributorPerson);
        }
    }

    private void since(OrderKind kind, Grant grant) {
        switch (grant) {
            case WITHDRAWN_SINCE -> grants.withdraw(supplier.id(), distributorPerson);
            case ENDED_SINCE -> end();
            case NARROWED_SINCE -> narrow(kind);
            case NONE, NARROW, WIDE, ENDED -> { }
        }
    }

    /** All but this act. */
    private void narrow(OrderKind kind) {
        Set<GrantedAct> acts = new HashSet<>(GrantTerms.ALL.acts());
        acts.remove(GrantedAct.valueOf(kind.name()));
        Requests.allow(grants, supplier.id(), new GrantTerms(acts, null, null), distributorPerson);
    }

    /** Nothing has closed it yet: its end has come. */
    private void end() {
        jdbc.sql("update license_grant set ends_at = clock_timestamp() where supplier_id = ? and closed_at is null")
                .param(supplier.id().value()).update();
    }

    private Set<LicenseId> ids() {
        return Stream.of(theirs, suppliers).flatMap(List::stream).collect(Collectors.toSet());
    }
}
