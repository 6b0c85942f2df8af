package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Selection;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.testing.Requests;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each verdict of the catalog: what the dry run says of a license stands in the order, unless something happens in between. */
@WithoutProcess
class VerdictsIT extends OrdersOfPartners {

    private static final Consumer<OrderId> NOTHING = order -> { };

    @Autowired
    MoveApprovals approvals;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    JdbcClient jdbc;

    /**
     * An order of which one license or more get a verdict.
     *
     * @param told    what the dry run says, and the order once it is placed
     * @param happens in between, for verdicts that nobody can tell ahead
     * @param then    what the order says once it is carried out
     */
    private record Sample(OrderRequest request, Actor person, Map<Verdict, Integer> told, Consumer<OrderId> happens,
            Map<Verdict, Integer> then) {

        Sample(OrderRequest request, Actor person, Map<Verdict, Integer> told) {
            this(request, person, told, NOTHING, told);
        }
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void whatTheDryRunSaysStandsInTheOrder(Verdict verdict) {
        Sample sample = sample(verdict);

        assertThat(orders.dryRun(sample.request(), sample.person())).isEqualTo(sample.told());
        OrderId order = orders.place(sample.request(), sample.person()).id();
        assertThat(verdicts(order)).as("as it was placed").isEqualTo(sample.told());
        sample.happens().accept(order);
        carryOut(order);

        assertThat(verdicts(order)).isEqualTo(sample.then());
        assertThat(Stream.of(sample.told(), sample.then())).as("this very verdict").anyMatch(counts -> counts.containsKey(verdict));
    }

    /** A verdict without one does not compile. */
    private Sample sample(Verdict verdict) {
        return switch (verdict) {
            case CHANGES -> new Sample(request(OrderKind.CONNECT, theirs), distributorPerson, Map.of(Verdict.CHANGES, 2));
            case ALREADY -> {
                connected(theirs.subList(0, 1));
                yield one(request(OrderKind.CONNECT, theirs), distributorPerson, verdict);
            }
            case UNDER_WAY -> {
                orders.place(request(OrderKind.CONNECT, theirs.subList(0, 1)), distributorPerson);
                yield one(request(OrderKind.CONNECT, theirs), sales, verdict);
            }
            case BLOCKED -> {
                blocking.change(theirs.getFirst(), true, "Проверка", sales);
                yield one(move(theirs, false), distributorPerson, verdict);
            }
            case NOT_ALLOWED -> {
                List<LicenseId> both = List.of(theirs.getFirst(), suppliers.getFirst());
                connected(both);
                yield one(request(OrderKind.DISCONNECT, both), supplierPerson, verdict);
            }
            case NOT_IN_SERVICE -> {
                grants.giveAll(supplier.id(), distributorPerson);
                yield one(move(List.of(theirs.getFirst(), suppliers.getFirst()), true), supplierPerson, verdict);
            }
            case ASKS -> {
                connected(theirs);
                yield new Sample(move(theirs, true), supplierPerson, Map.of(verdict, 2),
                        order -> approvals.decide(order, true, distributorPerson), Map.of(Verdict.CHANGES, 2));
            }
            case TAKEN_BACK -> {
                connected(theirs);
                yield new Sample(move(theirs, true), supplierPerson, Map.of(Verdict.ASKS, 2),
                        order -> approvals.takeBack(order, supplierPerson), Map.of(verdict, 2));
            }
            case CHANGED_SINCE -> new Sample(move(theirs, false), distributorPerson, Map.of(Verdict.CHANGES, 2),
                    order -> elsewhere("user_name = 'Другой'"), Map.of(verdict, 1, Verdict.CHANGES, 1));
            case MOVED -> {
                UUID other = business.distributor("ООО «Другой»").id().value();
                yield new Sample(request(OrderKind.CONNECT, theirs), distributorPerson, Map.of(Verdict.CHANGES, 2),
                        order -> elsewhere("distributor_id = '" + other + "'"), Map.of(verdict, 1, Verdict.CHANGES, 1));
            }
        };
    }

    /** One license of two gets the verdict. */
    private static Sample one(OrderRequest request, Actor person, Verdict verdict) {
        return new Sample(request, person, Map.of(verdict, 1, Verdict.CHANGES, 1));
    }

    /** Past all orders. */
    private void elsewhere(String change) {
        jdbc.sql("update license set " + change + " where id = ?").param(theirs.getFirst().value()).update();
    }

    private void connected(List<LicenseId> licenses) {
        carryOut(orders.place(request(OrderKind.CONNECT, licenses), distributorPerson).id());
    }

    private OrderRequest request(OrderKind kind, List<LicenseId> licenses) {
        return Requests.of(kind, supplier.id(), distributor.id(), Set.copyOf(licenses));
    }

    private OrderRequest move(List<LicenseId> licenses, boolean asSupplier) {
        return new OrderRequest(OrderKind.MOVE, asSupplier ? supplier.id() : null, distributor.id(),
                new Selection.Chosen<>(Set.copyOf(licenses)), new MoveTarget(null, "Новый"), "Проверка");
    }
}
