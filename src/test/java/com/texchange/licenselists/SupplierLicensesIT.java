package com.texchange.licenselists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseField;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter.Words;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.ServiceCounts;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What a supplier sees over all its distributors, in which order, and what a selection of it means. */
@WithoutProcess
class SupplierLicensesIT {

    @Autowired
    SupplierLicenses licenses;
    @Autowired
    SupplierDevices devices;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    EngineJobs jobs;
    @Autowired
    Grants grants;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo first;
    private CompanyInfo second;
    private Actor actor;
    /** Of the first distributor, which has given a grant, then of the second one: one connected and two of the supplier's own. */
    private List<LicenseId> seen;

    @BeforeEach
    void distributors() {
        supplier = business.supplier("ООО «Поставщик»");
        first = business.distributor("АО «Альфа»");
        second = business.distributor("АО «Бета»");
        business.partners(supplier, second);
        business.partners(supplier, first);
        actor = business.person(supplier, Role.SUPPLIER);
        grants.giveAll(supplier.id(), business.person(first, Role.DISTRIBUTOR));
        seen = new ArrayList<>(business.licenses(first, 3));
        List<LicenseId> closed = business.licenses(second, 2);
        connect(second, closed.subList(0, 1));
        seen.add(closed.getFirst());
        seen.addAll(business.licenses(second, supplier, 2));
        business.licenses(business.distributor("АО «Чужой»"), 1);
    }

    @Test
    void whatIsConnectedOwnOrOpenedByAGrantIsSeenAndNothingElse() {
        assertThat(page(LicenseFilter.NONE, Sort.unsorted())).containsExactlyElementsOf(seen);
        grants.withdraw(supplier.id(), business.person(first, Role.DISTRIBUTOR));
        assertThat(page(LicenseFilter.NONE, Sort.unsorted())).containsExactlyElementsOf(seen.subList(3, 6));
    }

    /** A grant to move licenses alone is one. */
    @ParameterizedTest
    @EnumSource
    void whatAGrantAllowsAnythingWithIsToldAsAllowed(GrantedAct act) {
        LicenseFilter ofBeta = new LicenseFilter("бета", Show.CONNECTED);
        assertThat(licenses.page(ofBeta, Sort.unsorted(), ListWindow.of(0, 9), actor)).extracting(SupplierLicense::allowed).containsExactly(false);

        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(act), null, null), business.person(second, Role.DISTRIBUTOR));

        assertThat(licenses.page(ofBeta, Sort.unsorted(), ListWindow.of(0, 9), actor)).extracting(SupplierLicense::allowed).containsExactly(true);
    }

    /** It may be with one that is still to accept an invitation: whose license it is knows of it, and orders nothing there. */
    @Test
    void anOwnLicenseIsSeenWhereADistributorIsNoPartnerToo() {
        CompanyInfo stranger = business.distributor("АО «Ясень»");
        LicenseId lent = business.licenses(stranger, supplier, 1).getFirst();

        assertThat(page(LicenseFilter.NONE, Sort.unsorted())).startsWith(seen.getFirst()).endsWith(lent).hasSize(seen.size() + 1);
        List<LicenseId> byCode = page(LicenseFilter.NONE, Sort.by("code"));
        assertThat(page(LicenseFilter.NONE, Sort.by(Sort.Direction.DESC, "code"))).containsExactlyElementsOf(byCode.reversed());
        assertThat(licenses.range(LicenseFilter.NONE, Sort.by("code"), lent, byCode.get(2), 10, actor))
                .as("without a code it stands first").containsExactlyInAnyOrderElementsOf(byCode.subList(0, 3));
        assertThat(licenses.page(by(LicenseField.DISTRIBUTOR, "ясень"), Sort.unsorted(), ListWindow.of(0, 9), actor)).singleElement()
                .returns(lent, SupplierLicense::licenseId).returns(null, SupplierLicense::code).returns(true, SupplierLicense::own);
        assertThat(devices.page(by(LicenseField.DISTRIBUTOR, "ясень"), Sort.unsorted(), ListWindow.of(0, 9), actor)).singleElement()
                .returns(lent, DeviceRow::licenseId).returns(stranger.name(), DeviceRow::distributor).returns(null, DeviceRow::code);
        assertThat(licenses.counts(all(LicenseFilter.NONE), actor)).isEqualTo(new ServiceCounts(1, 6, 0));

        var selected = licenses.byDistributor(all(LicenseFilter.NONE), actor);
        assertThat(selected).containsOnlyKeys(first.id(), second.id(), stranger.id());
        assertThat(licenses.requests(OrderKind.CONNECT, selected, actor)).extracting(OrderRequest::distributor)
                .containsExactlyInAnyOrder(first.id(), second.id());
        OrderRequest there = Requests.of(OrderKind.CONNECT, supplier.id(), stranger.id(), Set.of(lent));
        assertThatThrownBy(() -> orders.dryRun(there, actor)).hasMessage("connections.notPartner");
        assertThatThrownBy(() -> orders.place(there, actor)).hasMessage("connections.notPartner");
    }

    @Test
    void whoIsDistributorTooDoesNotSeeItsOwnAsASuppliers() {
        CompanyInfo both = business.both("ООО «Оба»");
        business.licenses(both, 1);

        assertThat(licenses.count(LicenseFilter.NONE, business.person(both, Role.SUPPLIER, Role.DISTRIBUTOR))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor", "code", "number", "activationCode", "user", "mdmId", "configVersion"})
    void eachOrderHasAWayBackAndPages(String column) {
        List<LicenseId> up = page(LicenseFilter.NONE, Sort.by(column));

        assertThat(up).containsExactlyInAnyOrderElementsOf(seen);
        assertThat(page(LicenseFilter.NONE, Sort.by(Sort.Direction.DESC, column))).containsExactlyElementsOf(up.reversed());
        assertThat(Stream.of(0, 2, 4).flatMap(offset -> ids(licenses.page(LicenseFilter.NONE, Sort.by(column), ListWindow.of(offset, 2), actor)).stream()))
                .containsExactlyElementsOf(up);
        assertThat(page(new LicenseFilter("", Show.NOT_CONNECTED), Sort.by(column)))
                .containsExactlyElementsOf(up.stream().filter(id -> !id.equals(seen.get(3))).toList());
        assertThat(licenses.range(LicenseFilter.NONE, Sort.by(column), up.get(4), up.get(1), 10, actor))
                .containsExactlyInAnyOrderElementsOf(up.subList(1, 5));
    }

    @Test
    void aDistributorsNameOrCodeFindsItsLicensesAndTheirOwnWordsTheRest() {
        String code = licenses.page(new LicenseFilter("альфа"), Sort.unsorted(), ListWindow.of(0, 1), actor).getFirst().code();

        assertThat(page(new LicenseFilter("альфа"), Sort.unsorted())).containsExactlyElementsOf(seen.subList(0, 3));
        assertThat(page(new LicenseFilter(code + " агент"), Sort.unsorted())).containsExactlyElementsOf(seen.subList(0, 3));
        assertThat(page(new LicenseFilter("бета", Map.of(LicenseField.USER, "агент 1"), Show.ALL, Words.LICENSE, null), Sort.unsorted()))
                .containsExactly(seen.get(5));
        assertThat(page(by(LicenseField.CODE, code), Sort.unsorted())).containsExactlyElementsOf(seen.subList(0, 3));
        assertThat(page(by(LicenseField.DISTRIBUTOR, "бета"), Sort.unsorted())).containsExactlyElementsOf(seen.subList(3, 6));
        assertThat(page(by(LicenseField.DISTRIBUTOR, "чужой"), Sort.unsorted())).isEmpty();
    }

    @Test
    void aColumnIsSearchedByItsOwnWordsAlone() {
        jdbc.sql("update license set user_name = 'Ёлкин 4711', config_version = '1.0.99' where id = :id").param("id", seen.get(1)).update();
        SupplierLicense row = licenses.page(by(LicenseField.USER, "елкин"), Sort.unsorted(), ListWindow.of(0, 9), actor).getFirst();

        assertThat(row.licenseId()).isEqualTo(seen.get(1));
        assertThat(List.of(by(LicenseField.USER, "4711"), by(LicenseField.NUMBER, row.number().substring(3)),
                by(LicenseField.ACTIVATION_CODE, row.activationCode()), by(LicenseField.CONFIG_VERSION, "1.0.99"),
                by(LicenseField.MDM_ID, String.valueOf(row.mdmId())))).allSatisfy(filter ->
                assertThat(page(filter, Sort.unsorted())).containsExactly(seen.get(1)));
        assertThat(List.of(by(LicenseField.NUMBER, "елкин"), by(LicenseField.CONFIG_VERSION, "4711"), by(LicenseField.USER, "1.0.99")))
                .allSatisfy(filter -> assertThat(page(filter, Sort.unsorted())).isEmpty());
    }

    @Test
    void theChoiceAboveTheListIsAboutTheSupplierItself() {
        jdbc.sql("update license set blocked = true where id = ?").param(seen.get(4).value()).update();

        assertThat(page(new LicenseFilter("", Show.CONNECTED), Sort.unsorted())).containsExactly(seen.get(3));
        assertThat(page(new LicenseFilter("", Show.OWN), Sort.unsorted())).containsExactlyElementsOf(seen.subList(4, 6));
        assertThat(page(new LicenseFilter("", Show.BLOCKED), Sort.unsorted())).containsExactly(seen.get(4));
    }

    @Test
    void selectionsAreCountedWhereTheyAre() {
        jdbc.sql("update license set blocked = true where id = ?").param(seen.get(4).value()).update();

        assertThat(licenses.counts(all(LicenseFilter.NONE), actor)).isEqualTo(new ServiceCounts(1, 5, 1));
        assertThat(licenses.counts(all(LicenseFilter.NONE, seen.get(3), seen.get(4)), actor)).isEqualTo(new ServiceCounts(0, 4, 0));
        assertThat(licenses.counts(all(new LicenseFilter("бета"), seen.get(5)), actor)).isEqualTo(new ServiceCounts(1, 1, 1));
        assertThat(licenses.counts(new Selection.Chosen<>(Set.of(seen.get(0), seen.get(3))), actor)).isEqualTo(new ServiceCounts(1, 1, 0));
    }

    @Test
    void aFilterIsHandedOnToEachDistributorsOrderAsItIs() {
        Selection<LicenseId, LicenseFilter> selection = all(by(LicenseField.USER, "агент"), seen.get(0));

        List<OrderRequest> requests = requests(selection);

        assertThat(requests).extracting(OrderRequest::distributor).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(requests).allSatisfy(request -> assertThat(request.licenses()).isInstanceOf(Selection.Matching.class));
        OrderId ofFirst = place(requests, first);
        assertThat(items(ofFirst)).containsExactlyInAnyOrder(seen.get(1), seen.get(2));
        assertThat(items(place(requests, second))).as("what the supplier does not see is not in it").hasSize(3);
    }

    @Test
    void aDistributorsWordInAFilterMeansItsLicensesInTheOrderToo() {
        List<OrderRequest> requests = requests(all(new LicenseFilter("альфа")));

        assertThat(requests).extracting(OrderRequest::distributor).containsExactly(first.id());
        assertThat(items(place(requests, first))).containsExactlyInAnyOrderElementsOf(seen.subList(0, 3));
    }

    @Test
    void whatWasChosenOneByOneIsPutToWhoseItIs() {
        List<OrderRequest> requests = requests(new Selection.Chosen<>(Set.of(seen.get(0), seen.get(4))));

        assertThat(items(place(requests, first))).containsExactly(seen.get(0));
        assertThat(items(place(requests, second))).containsExactly(seen.get(4));
    }

    @Test
    void theDevicesAreThoseOfTheSameLicenses() {
        assertThat(devices.any(actor)).isTrue();
        List<DeviceRow> rows = devices.page(LicenseFilter.NONE, Sort.by("distributor"), ListWindow.of(0, 50), actor);

        assertThat(rows).extracting(DeviceRow::licenseId).containsExactlyElementsOf(seen);
        assertThat(rows).extracting(DeviceRow::distributor).startsWith(first.name()).endsWith(second.name());
        assertThat(rows).extracting(DeviceRow::suppliers).containsOnlyOnce(List.of(supplier.name()));
        assertThat(devices.count(new LicenseFilter("", Show.CONNECTED), actor)).isEqualTo(1);
        assertThat(devices.count(by(LicenseField.DISTRIBUTOR, "альфа"), actor)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SUPPLIER", mode = EnumSource.Mode.EXCLUDE)
    void theyAreForSuppliersOnly(Role role) {
        Actor other = business.person(role == Role.DISTRIBUTOR ? first : null, role);

        assertThatThrownBy(() -> licenses.count(LicenseFilter.NONE, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> devices.count(LicenseFilter.NONE, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> licenses.requests(OrderKind.CONNECT, Map.of(), other))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<OrderRequest> requests(Selection<LicenseId, LicenseFilter> selection) {
        return licenses.requests(OrderKind.CONNECT, licenses.byDistributor(selection, actor), actor);
    }

    private static LicenseFilter by(LicenseField field, String words) {
        return new LicenseFilter("", Map.of(field, words), Show.ALL, Words.LICENSE, null);
    }

    private static Selection<LicenseId, LicenseFilter> all(LicenseFilter filter, LicenseId... except) {
        return new Selection.Matching<>(filter, Set.of(except));
    }

    private List<LicenseId> page(LicenseFilter filter, Sort sort) {
        List<LicenseId> found = ids(licenses.page(filter, sort, ListWindow.of(0, 50), actor));
        assertThat(licenses.count(filter, actor)).isEqualTo(found.size());
        return found;
    }

    private static List<LicenseId> ids(List<SupplierLicense> rows) {
        return rows.stream().map(SupplierLicense::licenseId).toList();
    }

    private OrderId place(List<OrderRequest> requests, CompanyInfo distributor) {
        return orders.place(requests.stream().filter(request -> request.distributor().equals(distributor.id())).findFirst().orElseThrow(),
                actor).id();
    }

    private List<LicenseId> items(OrderId order) {
        return jdbc.sql("select license_id from connection_order_item where order_id = :order").param("order", order)
                .query((row, number) -> new LicenseId(row.getObject(1, UUID.class))).list();
    }

    private void connect(CompanyInfo distributor, List<LicenseId> chosen) {
        Actor person = business.person(distributor, Role.DISTRIBUTOR);
        OrderId order = orders.place(Requests.connect(supplier.id(), Set.copyOf(chosen), person), person).id();
        jobs.carryOut(order, "connect-licenses", "publish-connections");
    }
}
