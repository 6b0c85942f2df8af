package com.texchange.licenselists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Locale;
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

@WithoutProcess
class DevicesIT {

    @Autowired
    Devices devices;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    EngineJobs jobs;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo distributor;
    private Actor actor;
    private List<LicenseId> licenses;

    @BeforeEach
    void distributorWithFourDevices() {
        distributor = business.distributor("ООО «Дистрибьютор»");
        actor = business.person(distributor, Role.DISTRIBUTOR);
        licenses = business.licenses(distributor, 4);
        business.licenses(business.distributor("ООО «Чужой»"), 2);
    }

    @Test
    void eachDeviceTellsTheSuppliersThatItIsConnectedTo() {
        connect(business.supplier("ООО «Яблоко»"), licenses.get(0), licenses.get(1));
        connect(business.supplier("ООО «Арбуз»"), licenses.get(0));
        place(business.supplier("ООО «Не подтверждён»"), licenses.get(2));

        List<DeviceRow> rows = all(Sort.unsorted());

        assertThat(rows).extracting(DeviceRow::licenseId).containsExactlyElementsOf(licenses);
        assertThat(rows).extracting(DeviceRow::suppliers).containsExactly(List.of("ООО «Арбуз»", "ООО «Яблоко»"),
                List.of("ООО «Яблоко»"), List.of(), List.of());
    }

    @Test
    void devicesAreFoundByEverythingThatTheirLineShows() {
        connect(business.supplier("ООО «Редкий поставщик»"), licenses.get(2));
        DeviceRow third = all(Sort.unsorted()).get(2);

        assertThat(List.of("АГЕНТ " + third.number(), third.number().substring(4), third.activationCode(),
                third.mdmId().toString().toUpperCase(Locale.ROOT), " редкий ")).allSatisfy(text ->
                assertThat(page(new LicenseFilter(text, Show.ALL), Sort.unsorted())).containsExactly(third));
        assertThat(devices.count(new LicenseFilter("1.0.24", Show.ALL), actor)).isEqualTo(4);
        assertThat(devices.count(new LicenseFilter("%", Show.ALL), actor)).isZero();
    }

    @Test
    void devicesAreFilteredByConnectionAndBlocking() {
        connect(business.supplier("ООО «Поставщик»"), licenses.get(0), licenses.get(1));
        jdbc.sql("update license set blocked = true where id = ?").param(licenses.get(1).value()).update();

        assertThat(found(Show.ALL)).hasSize(4);
        assertThat(found(Show.CONNECTED)).containsExactly(licenses.get(0), licenses.get(1));
        assertThat(found(Show.NOT_CONNECTED)).containsExactly(licenses.get(2), licenses.get(3));
        assertThat(found(Show.BLOCKED)).containsExactly(licenses.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "number", "activationCode", "configVersion", "mdmId"})
    void devicesAreSortedByWhatTheColumnShows(String column) {
        for (int i = 0; i < licenses.size(); i++) {
            jdbc.sql("update license set activation_code = :n || substr(activation_code, 2), config_version = '1.' || :n where id = :id")
                    .param("n", String.valueOf(i)).param("id", licenses.get(i)).update();
            business.onDevice(licenses.get(i), new UUID(i, 0));
        }

        assertThat(all(Sort.by(column))).extracting(DeviceRow::licenseId).containsExactlyElementsOf(licenses);
        assertThat(all(Sort.by(Sort.Direction.DESC, column))).extracting(DeviceRow::licenseId)
                .containsExactlyElementsOf(licenses.reversed());
    }

    @Test
    void whereNothingIsKnownItStandsLastAndFromTheEndFirst() {
        jdbc.sql("update license set user_name = null where id = ?").param(licenses.get(1).value()).update();

        assertThat(all(Sort.by("user"))).extracting(DeviceRow::licenseId)
                .containsExactly(licenses.get(0), licenses.get(2), licenses.get(3), licenses.get(1));
        assertThat(all(Sort.by(Sort.Direction.DESC, "user"))).first().extracting(DeviceRow::licenseId).isEqualTo(licenses.get(1));
    }

    @Test
    void devicesArePaged() {
        assertThat(devices.page(LicenseFilter.NONE, Sort.unsorted(), ListWindow.of(2, 2), actor)).extracting(DeviceRow::licenseId)
                .containsExactly(licenses.get(2), licenses.get(3));
    }

    @Test
    void aColumnThatIsNotKnownDoesNotReachTheDatabase() {
        assertThat(all(Sort.by("1; drop table license"))).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "DISTRIBUTOR", mode = EnumSource.Mode.EXCLUDE)
    void theyAreForDistributorsOnly(Role role) {
        Actor other = business.person(role == Role.SUPPLIER ? business.supplier("ООО «Поставщик»") : null, role);

        assertThatThrownBy(() -> devices.count(LicenseFilter.NONE, other)).isInstanceOf(AccessDeniedException.class);
    }

    private List<LicenseId> found(Show show) {
        return page(new LicenseFilter("", show), Sort.unsorted()).stream().map(DeviceRow::licenseId).toList();
    }

    private List<DeviceRow> all(Sort sort) {
        return page(LicenseFilter.NONE, sort);
    }

    private List<DeviceRow> page(LicenseFilter filter, Sort sort) {
        List<DeviceRow> rows = devices.page(filter, sort, ListWindow.of(0, 100), actor);
        assertThat(devices.count(filter, actor)).isEqualTo(rows.size());
        return rows;
    }

    private void connect(CompanyInfo supplier, LicenseId... chosen) {
        OrderId order = place(supplier, chosen);
        jobs.carryOut(order, "connect-licenses", "publish-connections");
    }

    private OrderId place(CompanyInfo supplier, LicenseId... chosen) {
        business.partners(supplier, distributor);
        return orders.place(Requests.connect(supplier.id(), Set.of(chosen), actor), actor).id();
    }
}
