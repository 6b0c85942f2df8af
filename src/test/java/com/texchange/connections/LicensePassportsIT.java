package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.grants.Grants;
import com.texchange.licenses.BlockingEntry;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import jakarta.validation.ConstraintViolationException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** All of one license: who sees what of it, and who blocks and frees it. */
@WithoutProcess
class LicensePassportsIT {

    @Autowired
    LicensePassports passports;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    ConnectionSteps steps;
    @Autowired
    Grants grants;
    @Autowired
    SampleBusiness business;
    private CompanyInfo supplier;
    private CompanyInfo other;
    private CompanyInfo distributor;
    private Actor distributorPerson;
    private Actor supplierPerson;
    private Actor otherPerson;
    private Actor sales;
    private LicenseId license;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        other = business.supplier("ООО «Второй»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        business.partners(other, distributor);
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        otherPerson = business.person(other, Role.SUPPLIER);
        sales = business.person(null, Role.SALES);
        license = business.licenses(distributor, 1).getFirst();
    }

    @Test
    void tellsWhereItIsAndWhatWasDoneByWhomUnderWhichGrant() {
        grants.giveAll(supplier.id(), distributorPerson);
        done(OrderKind.CONNECT, supplier, supplierPerson);
        done(OrderKind.CONNECT, other, distributorPerson);

        LicensePassport passport = passports.find(license, distributorPerson).orElseThrow();

        assertThat(passport.connections()).extracting(LicensePassport.Connected::supplier)
                .containsExactlyInAnyOrder(supplier.name(), other.name());
        assertThat(passport.operations()).hasSize(2).anySatisfy(operation -> {
            assertThat(operation.company()).isEqualTo(supplier.name());
            assertThat(operation.placedBy()).as("a person of another house").isNull();
            assertThat(operation.grantedAt()).isNotNull();
            assertThat(operation.state()).isEqualTo(OrderRow.State.DONE);
        }).anySatisfy(operation -> {
            assertThat(operation.company()).isEqualTo(distributor.name());
            assertThat(operation.placedBy()).isEqualTo(distributorPerson.name());
            assertThat(operation.grantedAt()).isNull();
        });
        assertThat(passports.find(license, sales).orElseThrow().operations()).extracting(LicensePassport.Operation::placedBy)
                .containsExactlyInAnyOrder(supplierPerson.name(), distributorPerson.name());
    }

    @Test
    void aSupplierSeesALicenseOnlyIfItConcernsItAndThenOnlyWhatDoes() {
        assertThat(passports.find(license, supplierPerson)).isEmpty();
        done(OrderKind.CONNECT, supplier, distributorPerson);
        done(OrderKind.CONNECT, other, distributorPerson);

        assertThat(passports.find(license, supplierPerson)).hasValueSatisfying(passport -> {
            assertThat(passport.connections()).extracting(LicensePassport.Connected::supplier).containsExactly(supplier.name());
            assertThat(passport.operations()).extracting(LicensePassport.Operation::supplier).containsExactly(supplier.name());
            assertThat(passport.maintained()).isFalse();
        });
        assertThat(passports.find(license, business.person(business.distributor("ООО «Сосед»"), Role.DISTRIBUTOR))).isEmpty();
        assertThat(passports.find(license, business.person(null, Role.PROCESS_MANAGER)).orElseThrow().operations()).hasSize(2);
        assertThat(passports.find(LicenseId.random(), sales)).isEmpty();
    }

    @Test
    void itsOwnerAndTheSalesDepartmentBlockAndFreeItForAReason() {
        blocking.change(license, true, "Утерян", distributorPerson);
        assertThatThrownBy(() -> blocking.change(license, true, "Утерян", sales))
                .isInstanceOf(RefusedException.class).hasMessage("licenses.blockedAlready");
        blocking.change(license, false, "Найден", sales);
        assertThatThrownBy(() -> blocking.change(license, false, "Найден", sales))
                .isInstanceOf(RefusedException.class).hasMessage("licenses.freeAlready");

        LicensePassport passport = passports.find(license, distributorPerson).orElseThrow();
        assertThat(passport.license().blocked()).isFalse();
        assertThat(passport.maintained()).isTrue();
        assertThat(passport.blockings()).extracting(BlockingEntry::blocked, BlockingEntry::reason, BlockingEntry::by,
                        BlockingEntry::company)
                .containsExactly(tuple(false, "Найден", null, null),
                        tuple(true, "Утерян", distributorPerson.name(), distributor.name()));
        assertThat(passports.find(license, sales).orElseThrow().blockings()).extracting(BlockingEntry::by)
                .containsExactly(sales.name(), distributorPerson.name());
    }

    /** Blocking is not theirs; reading is. */
    @Test
    void readersOfTheOwnersCompanyReadTheSameAsItsOtherPeople() {
        LicenseId suppliers = business.licenses(distributor, supplier, 1).getFirst();
        blocking.change(suppliers, true, "Не оплачена", supplierPerson);
        LicensePassport read = passports.find(suppliers, reader(supplierPerson)).orElseThrow();

        assertThat(read.maintained()).isFalse();
        assertThat(read.whole()).isTrue();
        assertThat(read.blockings()).isEqualTo(passports.find(suppliers, supplierPerson).orElseThrow().blockings())
                .extracting(BlockingEntry::reason, BlockingEntry::by).containsExactly(tuple("Не оплачена", supplierPerson.name()));
        done(OrderKind.CONNECT, supplier, distributorPerson);
        assertThat(passports.find(license, reader(supplierPerson)).orElseThrow().whole()).as("a license of others").isFalse();
    }

    /** A supplier's own license may be with a distributor that is not in its network: a move that it orders there is refused. */
    @Test
    void aMoveIsOfferedWhereItCanBeOrdered() {
        CompanyInfo stranger = business.distributor("ООО «Ясень»");
        LicenseId lent = business.licenses(stranger, supplier, 1).getFirst();
        LicenseId suppliers = business.licenses(distributor, supplier, 1).getFirst();

        assertThat(passports.find(suppliers, supplierPerson).orElseThrow())
                .returns(true, LicensePassport::moved).returns(false, LicensePassport::outside);
        assertThat(orders.dryRun(move(distributor, suppliers), supplierPerson)).isEqualTo(Map.of(Verdict.CHANGES, 1));
        assertThat(passports.find(lent, supplierPerson).orElseThrow())
                .returns(false, LicensePassport::moved).returns(true, LicensePassport::outside);
        assertThatThrownBy(() -> orders.dryRun(move(stranger, lent), supplierPerson)).hasMessage("connections.notPartner");
        for (Actor person : new Actor[] {sales, business.person(stranger, Role.DISTRIBUTOR)}) {
            assertThat(passports.find(lent, person).orElseThrow())
                    .returns(true, LicensePassport::moved).returns(false, LicensePassport::outside);
        }
    }

    private OrderRequest move(CompanyInfo whose, LicenseId moved) {
        return new OrderRequest(OrderKind.MOVE, supplier.id(), whose.id(), new Selection.Chosen<>(Set.of(moved)),
                new MoveTarget(null, "Преемник"), null);
    }

    private static Actor reader(Actor colleague) {
        return new Actor(colleague.id(), colleague.name(), colleague.email(), colleague.roles(), colleague.companyId(), Position.READER);
    }

    @Test
    void nobodyElseBlocksIt() {
        LicenseId suppliers = business.licenses(distributor, supplier, 1).getFirst();

        assertThatThrownBy(() -> blocking.change(license, true, "Нет", supplierPerson)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> blocking.change(suppliers, true, "Нет", distributorPerson))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> blocking.change(license, true, " ", distributorPerson))
                .isInstanceOf(ConstraintViolationException.class);
        blocking.change(suppliers, true, "Не оплачена", supplierPerson);
        assertThat(passports.find(suppliers, supplierPerson).orElseThrow().license().blocked()).isTrue();
        assertThat(passports.find(suppliers, otherPerson)).isEmpty();
    }

    private void done(OrderKind kind, CompanyInfo recipient, Actor person) {
        OrderId order = orders.place(Requests.of(kind, recipient.id(), distributor.id(), Set.of(license)), person).id();
        steps.carryOut(order);
        steps.finish(order);
    }
}
