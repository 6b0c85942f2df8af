package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DevicesViewIT extends Page {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    SampleBusiness business;
    private CompanyInfo distributor;
    private Actor actor;

    @BeforeEach
    void distributor() {
        distributor = business.distributor("ООО «Дистрибьютор»");
        actor = business.person(distributor, Role.DISTRIBUTOR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Устройства | Пользователь | Поставщики | Лицензий: 3",
        "en | Devices | User | Suppliers | Licenses: 3"})
    void theDevicesAreListed(String language, String title, String first, String last, String count) {
        business.licenses(distributor, 3);
        open(language, "devices");

        assertThat(words()).contains(title, count);
        assertThat(test(grid()).size()).isEqualTo(3);
        assertThat(grid().getColumns()).filteredOn(Grid.Column::isVisible).extracting(column -> grid().getHeaderRows().getFirst().getCell(column).getText())
                .hasSize(6).startsWith(first).endsWith(last);
        assertThat(test(grid()).getCellText(0, 0)).isEqualTo("Агент 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Устройств пока нет | отдел продаж", "en | No devices yet | sales department"})
    void withoutLicensesThePageSaysWhomToAsk(String language, String title, String text) {
        open(language, "devices");

        assertThat(words()).contains(title, text);
        assertThat(find(DevicesGrid.class).exists()).isFalse();
    }

    @Test
    void theAddressHoldsSearchFilterAndOrder() {
        business.licenses(distributor, 12);
        open("ru", "devices?search=1.0.24%20агент&show=not-connected&sort=-user");

        assertThat(find(TextField.class).single().getValue()).isEqualTo("1.0.24 агент");
        assertThat(test(grid()).size()).isEqualTo(12);
        assertThat(test(grid()).getCellText(0, 0)).isEqualTo("Агент 11");
        assertThat(words()).contains("Лицензий: 12");
    }

    @Test
    void anAddressWithNonsenseShowsAllDevices() {
        business.licenses(distributor, 2);
        open("ru", "devices?show=nonsense&sort=nonsense");

        assertThat(test(grid()).size()).isEqualTo(2);
    }

    @Test
    void searchAndFilterNarrowTheList() {
        LicenseId license = business.licenses(distributor, 12).getLast();
        jdbc.sql("update license set user_name = 'Ёлкин Пётр' where id = ?").param(license.value()).update();
        open("ru", "devices");

        test(find(TextField.class).single()).setValue("петр елкин");
        assertThat(test(grid()).size()).isOne();
        showOnly(Show.BLOCKED);
        assertThat(test(grid()).size()).isZero();
        assertThat(grid().getEmptyStateText()).contains("Таких устройств нет");
    }

    @Test
    void onANarrowPageOneColumnTellsAll() {
        business.licenses(distributor, 1);
        open("en", "devices");

        grid().setNarrow(true);

        assertThat(grid().getColumns()).filteredOn(Grid.Column::isVisible).extracting(column -> grid().getHeaderRows().getFirst().getCell(column).getText())
                .containsExactly("Device");
        assertThat(List.of(told("user"), told("lines"), told("notConnected")).toString())
                .contains("Агент 0", "Activation code:", "NOT CONNECTED");
    }

    @Test
    void anOpenPageShowsLicensesThatAreLoaded() {
        open("ru", "devices");

        business.licenses(distributor, 2);

        awaitWords("Лицензий: 2");
    }

    @Test
    void aClickOnADeviceLeadsToItsLicense() {
        LicenseId license = business.licenses(distributor, 1).getFirst();
        open("en", "devices");

        test(grid()).clickRow(0);

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("licenses/" + license);
    }

    @Test
    void aSupplierSeesTheDevicesOfItsDistributorsWithTheirCodes() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        String code = business.partners(supplier, distributor).code().value();
        business.licenses(distributor, 1);
        business.licenses(distributor, supplier, 2);
        SignedIn.as(business.person(supplier, Role.SUPPLIER), "en");
        open("exchange/devices");

        assertThat(words()).contains("Licenses: 2");
        assertThat(grid().getColumns()).filteredOn(Grid.Column::isVisible).extracting(column -> grid().getHeaderRows().getFirst().getCell(column).getText())
                .contains("Distributor", "Code", "Status");
        assertThat(test(grid()).getRow(0).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "DISTRIBUTOR", mode = EnumSource.Mode.EXCLUDE)
    void itIsForDistributorsOnly(Role role) {
        SignedIn.as(business.person(role == Role.SUPPLIER ? business.supplier("ООО «Поставщик»") : null, role), "ru");
        open("devices");

        assertThat(getCurrentView()).isNotInstanceOf(DevicesView.class);
    }

    @SuppressWarnings("unchecked")
    private void showOnly(Show show) {
        Select<Show> select = find(Select.class).single();
        select.setValue(show);
    }

    private String told(String property) {
        return String.valueOf(test(grid()).getLitRendererPropertyValue(0, DevicesGrid.COMPOSED, property, Object.class));
    }

    private DevicesGrid grid() {
        return find(DevicesGrid.class).single();
    }

    private void open(String language, String address) {
        SignedIn.as(actor, language);
        String[] parts = address.split("\\?");
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
    }
}
