package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.grants.GrantUses;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.testing.Requests;
import com.texchange.testing.WithoutProcess;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told to have been done under a grant was done under that one, and needed it. */
@WithoutProcess
class OrdersUnderGrantsIT extends OrdersOfPartners {

    @Autowired
    GrantUses uses;
    @Autowired
    WaitingLicenses waiting;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    LicensePassports passports;

    @Test
    void whatBelongsToTheSupplierNeedsNone() {
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId order = connected(Stream.of(theirs, suppliers).flatMap(List::stream).toList());

        assertThat(done().operations()).isEqualTo(1);
        assertThat(done().licenses()).isEqualTo(2);
        assertThat(theirs).allSatisfy(license -> assertThat(grantedAt(license)).isEqualTo(givenAt()));
        assertThat(suppliers).allSatisfy(license -> assertThat(grantedAt(license)).isNull());
        assertThat(results.page(done().grantId(), 0, 10, distributorPerson)).extracting(OrderSummary::id).containsExactly(order);
        assertThat(results.count(done().grantId(), distributorPerson)).isEqualTo(1);
    }

    @Test
    void anOrderOfItsOwnLicensesAloneIsDoneUnderNone() {
        grants.giveAll(supplier.id(), distributorPerson);
        connected(suppliers);

        assertThat(done().operations()).isZero();
        assertThat(results.page(done().grantId(), 0, 10, distributorPerson)).isEmpty();
        assertThat(results.count(done().grantId(), distributorPerson)).isZero();
        assertThat(results.count(null, distributorPerson)).isEqualTo(1);
    }

    @Test
    void ofAnOrderThatHasUsedTwoEachLicenseTellsItsOwn() {
        grants.giveAll(supplier.id(), distributorPerson);
        Instant first = givenAt();
        blocking.change(theirs.getFirst(), true, "Проверка", sales);
        OrderId order = connected(theirs);
        grants.withdraw(supplier.id(), distributorPerson);
        assertThat(done()).as("none in force").isEqualTo(GrantUses.Done.NONE);

        grants.giveAll(supplier.id(), distributorPerson);
        blocking.change(theirs.getFirst(), false, "Проверено", sales);
        assertThat(Stream.generate(waiting::resumeBatch).limit(100).anyMatch(gone -> gone == 0)).isTrue();
        carryOut(order);

        assertThat(grantedAt(theirs.getFirst())).isEqualTo(givenAt()).isNotEqualTo(first);
        assertThat(grantedAt(theirs.getLast())).isEqualTo(first);
        assertThat(done().licenses()).isEqualTo(1);
        assertThat(results.page(done().grantId(), 0, 10, supplierPerson)).extracting(OrderSummary::id).containsExactly(order);
    }

    private GrantUses.Done done() {
        return uses.underCurrent(supplier.id(), distributor.id());
    }

    private Instant givenAt() {
        return grants.given(supplier.id(), distributorPerson).orElseThrow().givenAt();
    }

    private @Nullable Instant grantedAt(LicenseId license) {
        return passports.find(license, distributorPerson).orElseThrow().operations().getFirst().grantedAt();
    }

    private OrderId connected(List<LicenseId> licenses) {
        OrderId order = orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses)), supplierPerson).id();
        carryOut(order);
        return order;
    }
}
