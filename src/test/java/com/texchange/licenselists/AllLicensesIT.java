package com.texchange.licenselists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseField;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter.Words;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.Verdict;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.TableFormat;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The licenses of all distributors, as the sales department sees them; those of other tests are among them. */
@WithoutProcess
class AllLicensesIT {

    @Autowired
    AllLicenses licenses;
    @Autowired
    LicenseExport export;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    EngineJobs jobs;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private String name;
    private CompanyInfo supplier;
    private CompanyInfo first;
    private CompanyInfo second;
    private Actor sales;
    private List<LicenseId> ofFirst;
    private List<LicenseId> ofSecond;

    @BeforeEach
    void distributors() {
        name = "Кедр" + UUID.randomUUID().toString().replace("-", "");
        supplier = business.supplier("ООО «" + name + " поставщик»");
        first = business.distributor("АО «" + name + " альфа»");
        second = business.distributor("АО «" + name + " бета»");
        business.partners(supplier, first);
        sales = business.person(null, Role.SALES);
        ofFirst = business.licenses(first, 2);
        ofSecond = business.licenses(second, supplier, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor", "number", "activationCode", "user", "mdmId", "configVersion", "owner", "suppliers"})
    void eachOrderHasAWayBack(String column) {
        List<LicenseId> up = page(new LicenseFilter(name), Sort.by(column));

        assertThat(up).containsExactlyInAnyOrder(ofFirst.get(0), ofFirst.get(1), ofSecond.get(0), ofSecond.get(1));
        assertThat(page(new LicenseFilter(name), Sort.by(Sort.Direction.DESC, column))).containsExactlyElementsOf(up.reversed());
        assertThat(licenses.range(new LicenseFilter(name), Sort.by(column), up.get(0), up.get(2), 10, sales))
                .containsExactlyInAnyOrderElementsOf(up.subList(0, 3));
        assertThat(licenses.page(LicenseFilter.NONE, Sort.by(column), ListWindow.of(0, 5), sales)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void theOrderIsThatOfWhatTheColumnsShow() {
        jdbc.sql("update license set config_version = '9.9' where id = ?").param(ofFirst.getLast().value()).update();
        ConnectionOrderInfo order = orders.place(new OrderRequest(OrderKind.CONNECT, supplier.id(), first.id(),
                new Selection.Chosen<>(Set.of(ofFirst.getLast())), null), sales);
        jobs.carryOut(order.id(), "connect-licenses", "publish-connections");

        assertThat(page(new LicenseFilter(name), Sort.by("owner")).subList(0, 2)).as("альфа before поставщик").containsExactlyElementsOf(ofFirst);
        assertThat(page(new LicenseFilter(name), Sort.by(Sort.Direction.DESC, "suppliers")).getFirst()).isEqualTo(ofFirst.getLast());
        assertThat(page(new LicenseFilter(name), Sort.by(Sort.Direction.DESC, "configVersion")).getFirst()).isEqualTo(ofFirst.getLast());
    }

    @Test
    void distributorAndOwnerAreSearchedByThemselves() {
        assertThat(page(by(LicenseField.DISTRIBUTOR, name + " альфа"), Sort.unsorted())).containsExactlyElementsOf(ofFirst);
        assertThat(page(by(LicenseField.OWNER, name + " поставщик"), Sort.unsorted())).containsExactlyElementsOf(ofSecond);
        AllLicense row = licenses.page(new LicenseFilter(name + " бета"), Sort.unsorted(), ListWindow.of(0, 1), sales).getFirst();
        assertThat(row.distributor()).isEqualTo(second.name());
        assertThat(row.owner()).isEqualTo(supplier.name());
        assertThat(row.suppliers()).isZero();
    }

    @Test
    void salesActsForAnybodyWhoWorksWithTheSupplier() {
        Selection<LicenseId, LicenseFilter> selection = new Selection.Matching<>(new LicenseFilter(name), Set.of());
        assertThat(licenses.counts(selection, sales).selected()).isEqualTo(4);
        var selected = licenses.byDistributor(selection, sales);
        assertThat(selected.keySet()).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(licenses.suppliers(selected.keySet(), name, 0, 10, sales)).extracting(CompanyInfo::id).containsExactly(supplier.id());

        List<OrderRequest> requests = licenses.requests(OrderKind.CONNECT, supplier.id(), selected, sales);

        assertThat(requests).extracting(OrderRequest::distributor).as("the other one does not work with it").containsExactly(first.id());
        assertThat(orders.dryRun(requests.getFirst(), sales)).isEqualTo(Map.of(Verdict.CHANGES, 2));
        ConnectionOrderInfo order = orders.place(requests.getFirst(), sales);
        jobs.carryOut(order.id(), "connect-licenses", "publish-connections");
        assertThat(page(new LicenseFilter("", Map.of(LicenseField.DISTRIBUTOR, name), Show.CONNECTED, Words.LICENSE, null), Sort.unsorted()))
                .containsExactlyElementsOf(ofFirst);
        assertThat(licenses.page(new LicenseFilter(name + " альфа"), Sort.unsorted(), ListWindow.of(0, 9), sales)).extracting(AllLicense::suppliers)
                .containsOnly(1);
        assertThat(jdbc.sql("select acting_id is null from connection_order where id = :id").param("id", order.id())
                .query(Boolean.class).single()).isTrue();
    }

    @Test
    void distributorsToChooseFromAreThoseThatHaveLicenses() {
        business.distributor("АО «" + name + " без лицензий»");

        assertThat(licenses.distributors(name, 0, 10, sales)).extracting(CompanyInfo::id).containsExactly(first.id(), second.id());
        assertThat(licenses.distributors(name + " бета", 0, 10, sales)).extracting(CompanyInfo::id).containsExactly(second.id());
        assertThat(licenses.distributors(name, 1, 1, sales)).extracting(CompanyInfo::id).containsExactly(second.id());
    }

    @Test
    void theListIsWrittenAsAFile() throws IOException {
        jdbc.sql("update license set blocked = true where id = ?").param(ofFirst.getFirst().value()).update();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        export.all(new LicenseFilter(name), Sort.unsorted(), sales, Locale.ENGLISH, TableFormat.CSV, out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(5).first().asString()
                .contains("License", "Distributor", "Owner", "MDM ID", "Blocking", "Suppliers");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(name + " альфа", name + " поставщик", "Blocked");
    }

    @Test
    void aSuppliersListIsWrittenAsAFileToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        business.partners(supplier, second);

        export.ofSupplier(LicenseFilter.NONE, Sort.unsorted(), business.person(supplier, Role.SUPPLIER), Locale.ENGLISH, TableFormat.CSV, out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3).first().asString().contains("Code", "Access");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(name + " бета", "Your license").doesNotContain("альфа");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SALES", mode = EnumSource.Mode.EXCLUDE)
    void theyAreForTheSalesDepartmentOnly(Role role) {
        Actor other = business.person(switch (role) {
            case SUPPLIER -> supplier;
            case DISTRIBUTOR -> first;
            default -> null;
        }, role);

        assertThatThrownBy(() -> licenses.count(LicenseFilter.NONE, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> licenses.page(LicenseFilter.NONE, Sort.unsorted(), ListWindow.of(0, 1), other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> licenses.suppliers(Set.of(first.id()), "", 0, 1, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> licenses.distributors("", 0, 1, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> licenses.requests(OrderKind.CONNECT, supplier.id(), Map.of(), other)).isInstanceOf(AccessDeniedException.class);
    }

    private static LicenseFilter by(LicenseField field, String words) {
        return new LicenseFilter("", Map.of(field, words), Show.ALL, Words.LICENSE, null);
    }

    private List<LicenseId> page(LicenseFilter filter, Sort sort) {
        List<LicenseId> found = licenses.page(filter, sort, ListWindow.of(0, 50), sales).stream().map(AllLicense::licenseId).toList();
        assertThat(licenses.count(filter, sales)).isEqualTo(found.size());
        return found;
    }
}
