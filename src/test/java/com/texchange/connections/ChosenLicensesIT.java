package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithoutProcess
class ChosenLicensesIT {

    @Autowired
    ChosenLicenses chosen;
    @Autowired
    ServiceOverview overview;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    ConnectionSteps steps;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private CompanyInfo another;
    private Actor actor;
    private List<LicenseId> licenses;

    @BeforeEach
    void distributorWithSixLicenses() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        another = business.distributor("ООО «Чужой»");
        actor = business.person(distributor, Role.DISTRIBUTOR);
        business.partners(supplier, distributor);
        business.partners(supplier, another);
        licenses = business.licenses(distributor, 6);
        jdbc.sql("update license set user_name = 'Ёлкин ' || number where id = any(:ids::uuid[])")
                .param("ids", texts(licenses.subList(0, 3))).update();
    }

    @Test
    void allThatASearchFindsButSomeIsCountedWithoutBeingRead() {
        publish(licenses.get(0), licenses.get(1), licenses.get(5));
        jdbc.sql("update license set blocked = true where id = ?").param(licenses.get(1).value()).update();

        assertThat(counts(all())).isEqualTo(new ServiceCounts(3, 3, 1));
        assertThat(counts(all(licenses.get(0), licenses.get(4)))).isEqualTo(new ServiceCounts(2, 2, 1));
        assertThat(counts(found("елкин"))).isEqualTo(new ServiceCounts(2, 1, 1));
        assertThat(counts(found("елкин", licenses.get(0)))).isEqualTo(new ServiceCounts(1, 1, 1));
        assertThat(counts(some(licenses.get(2), licenses.get(5)))).isEqualTo(new ServiceCounts(1, 1, 0));
    }

    @Test
    void ofASelectionAnotherSearchShowsAPart() {
        LicenseFilter shown = new LicenseFilter("елкин");

        assertThat(chosen.count(all(licenses.get(0)), shown, actor)).isEqualTo(2);
        assertThat(chosen.count(found("агент"), shown, actor)).isZero();
        assertThat(chosen.count(some(licenses.get(0), licenses.get(5)), shown, actor)).isOne();
        assertThat(chosen.ids(all(licenses.get(0)), shown, 9, actor)).containsExactly(licenses.get(1), licenses.get(2));
    }

    @Test
    void aLicenseOfAnotherCompanyIsInNoSelection() {
        LicenseId foreign = business.licenses(another, 1).getFirst();

        assertThat(counts(some(licenses.get(0), foreign)).selected()).isOne();
        assertThat(chosen.ids(some(foreign), LicenseFilter.NONE, 9, actor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "activationCode", "user", "configVersion", "mdmId"})
    void aRangeGoesFromOneRowToAnotherInTheOrderOfTheList(String column) {
        jdbc.sql("update license set user_name = null, config_version = null, mdm_id = null, device_id = null where id = any(:ids::uuid[])")
                .param("ids", texts(licenses.subList(4, 6))).update();
        for (Sort sort : new Sort[] {Sort.by(column), Sort.by(column).descending()}) {
            List<LicenseId> list = overview.page(supplier.id(), LicenseFilter.NONE, sort, ListWindow.of(0, 9), actor).stream()
                    .map(LicenseRow::licenseId).toList();
            assertThat(range(LicenseFilter.NONE, sort, list.get(4), list.get(1), 9)).containsExactlyInAnyOrderElementsOf(list.subList(1, 5));
            assertThat(range(LicenseFilter.NONE, sort, list.get(0), list.get(5), 2)).hasSize(2);
        }
    }

    @Test
    void aRangeIsOfWhatTheListShows() {
        LicenseFilter shown = new LicenseFilter("елкин");

        assertThat(range(shown, Sort.by("user"), licenses.get(0), licenses.get(2), 9)).hasSize(3);
        assertThat(range(shown, Sort.by("user"), licenses.get(0), licenses.get(5), 9)).isEmpty();
    }

    @Test
    void theKeptNumberOfLicensesInServiceIsThatOfTheRowsWhateverHappens() {
        publish(licenses.get(0), licenses.get(1), licenses.get(2));
        place(licenses.get(3));
        assertKept(3, 0);

        jdbc.sql("update license set distributor_id = :to where id = any(:ids::uuid[])").param("to", another.id())
                .param("ids", texts(licenses.subList(2, 4))).update();
        assertKept(2, 1);

        jdbc.sql("delete from connection where license_id = ?").param(licenses.get(0).value()).update();
        jdbc.sql("update connection set published_at = null where license_id = ?").param(licenses.get(2).value()).update();
        assertKept(1, 0);
    }

    private void assertKept(int own, int foreign) {
        assertThat(overview.groups(actor)).extracting(SupplierGroup::inService).containsExactly(own);
        assertThat(overview.groups(business.person(another, Role.DISTRIBUTOR))).extracting(SupplierGroup::inService).containsExactly(foreign);
    }

    private Set<LicenseId> range(LicenseFilter shown, Sort sort, LicenseId from, LicenseId to, int limit) {
        return chosen.range(shown, sort, from, to, limit, actor);
    }

    private ServiceCounts counts(Selection<LicenseId, LicenseFilter> selection) {
        return chosen.counts(supplier.id(), selection, actor);
    }

    private static Selection<LicenseId, LicenseFilter> all(LicenseId... except) {
        return found("", except);
    }

    private static Selection<LicenseId, LicenseFilter> found(String text, LicenseId... except) {
        return new Selection.Matching<>(new LicenseFilter(text), Set.of(except));
    }

    private static Selection<LicenseId, LicenseFilter> some(LicenseId... ids) {
        return new Selection.Chosen<>(Set.of(ids));
    }

    private OrderId place(LicenseId... ids) {
        return orders.place(Requests.connect(supplier.id(), Set.of(ids), actor), actor).id();
    }

    private void publish(LicenseId... ids) {
        OrderId order = place(ids);
        steps.carryOut(order);
        steps.finish(order);
    }

    private static String[] texts(List<LicenseId> ids) {
        return ids.stream().map(LicenseId::toString).toArray(String[]::new);
    }
}
