package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.Tables;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.HeaderRow;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filters of columns, and columns that are chosen and remembered, in each list of licenses. */
@IntegrationTest
class ListToolsIT extends Page {

    @Autowired
    SampleBusiness business;
    @Autowired
    Grants grants;
    @Autowired
    JdbcClient jdbc;
    private String name;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor supplierPerson;
    private Actor distributorPerson;

    @BeforeEach
    void twoLicenses() {
        supplier = business.supplier("ООО «Поставщик»");
        name = "Alpha" + UUID.randomUUID().toString().replace("-", "");
        distributor = business.distributor("АО «" + name + "»");
        business.partners(supplier, distributor);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        grants.giveAll(supplier.id(), distributorPerson);
        List<LicenseId> licenses = business.licenses(distributor, 3);
        jdbc.sql("update license set user_name = 'Ёлкин' where id = ?").param(licenses.getLast().value()).update();
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER, 1", "exchange/devices, SUPPLIER, 1", "devices, DISTRIBUTOR, 1", "services, DISTRIBUTOR, 2"})
    void aColumnIsFilteredAndTheFilterIsToldAndTakenBack(String address, Role role, int rows) {
        show(address, role, "ru");
        int all = size();

        filter("Фильтр: Пользователь").setValue("елкин");
        assertThat(size()).isEqualTo(rows);
        assertThat(words()).contains("Отбор по столбцам: Пользователь — елкин");
        click("Снять фильтры");
        assertThat(size()).isEqualTo(all);
        assertThat(filter("Фильтр: Пользователь").getValue()).isEmpty();
        filter("Фильтр: MDM ID").setValue("елкин");
        assertThat(size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER, 1", "exchange/devices, SUPPLIER, 1", "devices, DISTRIBUTOR, 1", "services, DISTRIBUTOR, 2"})
    void theAddressHoldsTheFiltersOfColumns(String address, Role role, int rows) {
        show(address + "?user=%D0%B5%D0%BB%D0%BA%D0%B8%D0%BD&show=not-connected&nonsense=1", role, "en");

        assertThat(filter("Filter: User").getValue()).isEqualTo("елкин");
        assertThat(find(Select.class).single().getValue()).isEqualTo(Show.NOT_CONNECTED);
        assertThat(size()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER", "exchange/devices, SUPPLIER", "devices, DISTRIBUTOR", "services, DISTRIBUTOR"})
    void columnsAreChosenAndRemembered(String address, Role role) {
        show(address, role, "en");
        assertThat(heads()).contains("MDM ID");

        hide("mdmId");
        assertThat(heads()).doesNotContain("MDM ID").hasSizeGreaterThan(3);

        show("help", role, "en");
        show(address, role, "ru");
        assertThat(heads()).doesNotContain("MDM ID");
        SignedIn.as(business.person(role == Role.SUPPLIER ? supplier : distributor, role), "ru");
        open("help");
        open(address);
        assertThat(heads()).as("another person has chosen nothing").contains("MDM ID");
    }

    /** What tells of suppliers in the one tells of the status in the other. */
    @Test
    void whatIsHiddenInOneListOfDevicesStaysInTheOther() {
        CompanyInfo both = business.both("ООО «Обоих»");
        business.partners(both, distributor);
        business.licenses(distributor, both, 1);
        business.licenses(both, 1);
        SignedIn.as(business.person(both, Role.SUPPLIER, Role.DISTRIBUTOR), "en");
        open("devices");
        hide("suppliers");
        assertThat(heads()).doesNotContain("Suppliers").contains("Activation code");

        open("exchange/devices");
        assertThat(heads()).contains("Status", "Distributor").doesNotContain("Activation code");
        open("devices");
        assertThat(heads()).doesNotContain("Suppliers");
    }

    /** Owner and distributor need the room. */
    @Test
    void theSalesDepartmentFindsADeviceWhoseColumnIsHiddenAtFirstAndCanShowIt() {
        UUID device = UUID.randomUUID();
        LicenseId license = new LicenseId(jdbc.sql("select id from license where distributor_id = ? order by number limit 1")
                .param(distributor.id().value()).query(UUID.class).single());
        business.onDevice(license, device);

        show("registry/licenses?search=" + device, Role.SALES, "ru");

        assertThat(size()).isEqualTo(1);
        assertThat(heads()).contains("Дистрибьютор", "Владелец", "Статус").doesNotContain("MDM ID");
        columnsToShow().select("mdmId");
        assertThat(heads()).contains("MDM ID");
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER", "exchange/devices, SUPPLIER", "devices, DISTRIBUTOR", "services, DISTRIBUTOR", "registry/licenses, SALES"})
    void whatIsShownIsDownloadedInTheSameOrder(String address, Role role) {
        show(address + "?search=%D0%B0%D0%B3%D0%B5%D0%BD%D1%82&distributor=" + name + "&sort=-user", role, "ru");

        ByteArrayOutputStream file = downloaded();

        assertThat(IntStream.range(0, 10).mapToObj(column -> Tables.column(file, column)))
                .containsOnlyOnce(List.of("Пользователь", "Агент 1", "Агент 0"));
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER", "exchange/devices, SUPPLIER", "devices, DISTRIBUTOR", "services, DISTRIBUTOR", "registry/licenses, SALES"})
    void theAuditLogTellsByWhatADownloadWasNarrowed(String address, Role role) {
        jdbc.sql("update license set user_name = ? where distributor_id = ?").params(name + " Ёлкин", distributor.id().value()).update();
        show(address + "?search=" + name + "&user=%D0%B5%D0%BB%D0%BA%D0%B8%D0%BD&show=not-connected", role, "en");

        downloaded();

        assertThat(jdbc.sql("select new_value from audit_entry where kind = 'EXPORTED' and new_value like ?").param(name + "%")
                .query(String.class).list()).containsExactly(name + " · BY_USER — елкин · ONLY_NOT_CONNECTED");
    }

    @Test
    void theOrderOfADownloadIsTheOneOfNow() {
        show("exchange/licenses?sort=number", Role.SUPPLIER, "ru");
        List<String> up = Tables.column(downloaded(), 0);

        sortFromTheEnd(grid(), "number");

        assertThat(up.subList(1, up.size())).hasSize(3).isSorted();
        assertThat(Tables.column(downloaded(), 0)).startsWith("Лицензия").endsWith(up.subList(1, up.size()).reversed().toArray(String[]::new));
    }

    @Test
    void aNarrowListHasOneColumnWhateverIsChosenAndStillTellsTheFilters() {
        show("exchange/licenses?user=x", Role.SUPPLIER, "en");

        ((LicenseGrid<?>) grid()).setNarrow(true);

        assertThat(heads()).hasSize(1);
        assertThat(words()).contains("Filtered by columns: User — x");
        ((LicenseGrid<?>) grid()).setNarrow(false);
        assertThat(heads()).contains("MDM ID").doesNotContain("Activation code");
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER", "registry/licenses, SALES"})
    void theOneColumnTellsOfARowOnceItIsShown(String address, Role role) {
        show(address, role, "en");
        assertThat(composed()).as("not sent where it is not shown").isEmpty();

        ((LicenseGrid<?>) grid()).setNarrow(true);

        assertThat(composed()).isNotEmpty();
    }

    private String composed() {
        return test(grid()).getLitRendererPropertyValue(0, LicenseGrid.COMPOSED, "number", String.class);
    }

    private ByteArrayOutputStream downloaded() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("CSV").single()).download(file);
        return file;
    }

    private void show(String address, Role role, String language) {
        SignedIn.as(switch (role) {
            case SUPPLIER -> supplierPerson;
            case DISTRIBUTOR -> distributorPerson;
            default -> business.person(null, role);
        }, language);
        open(address);
    }

    private void hide(String key) {
        columnsToShow().deselect(key);
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<String> columnsToShow() {
        Button choice = find(Button.class).withClassName("column-choice").single();
        find(Popover.class).all().stream().filter(popover -> choice.equals(popover.getTarget())).findFirst().orElseThrow().open();
        return find(CheckboxGroup.class).single();
    }

    private Input filter(String name) {
        return grid().getHeaderRows().getLast().getCells().stream().map(HeaderRow.HeaderCell::getComponent)
                .filter(Input.class::isInstance).map(Input.class::cast)
                .filter(field -> field.getAriaLabel().filter(name::equals).isPresent()).findFirst().orElseThrow();
    }

    private int size() {
        return test(grid()).size();
    }

    private List<String> heads() {
        return grid().getColumns().stream().filter(Grid.Column::isVisible)
                .map(column -> grid().getHeaderRows().getFirst().getCell(column).getText()).toList();
    }

    private static <T> void sortFromTheEnd(Grid<T> grid, String key) {
        grid.sort(GridSortOrder.desc(grid.getColumnByKey(key)).build());
    }

    private Grid<?> grid() {
        return find(Grid.class).single();
    }
}
