package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.ui.EmptyState;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseRow;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.Tables;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of a distributor's licenses shows. */
@WithoutProcess
class LicensesViewIT extends ServicesPage {

    @ParameterizedTest
    @CsvSource({
        "ru, Сервисы и баланс, Название/Лицензия, Статус, ВНЕ СЕРВИСА, Выбрано лицензий: 0",
        "en, Services and balance, Name/License, Status, OUT OF SERVICE, Licenses selected: 0"})
    void showsTheLicensesUnderTheSupplier(String language, String title, String first, String last, String status,
            String none) {
        business.partners(supplier, distributor);
        business.licenses(distributor, 2);

        assertThat(open(language).getPageTitle()).isEqualTo(title);

        assertThat(grid().getColumns()).filteredOn(Grid.Column::isVisible).extracting(column -> grid().getHeaderRows().getFirst().getCell(column).getText()).hasSize(6)
                .startsWith(first).endsWith(last);
        assertThat(test(grid()).size()).isEqualTo(3);
        assertThat(supplierAt(0)).isEqualTo(supplier.name());
        assertThat(statusAt(1)).isEqualTo(status);
        assertThat(texts()).contains(none);
        assertThat(connect().isEnabled()).isFalse();
    }

    @Test
    void aNumberLeadsToTheLicensesPageAndASuppliersNameNowhere() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 1).getFirst();
        open("en");

        assertThat(nameAt(1, "link")).isEqualTo("licenses/" + license);
        assertThat(nameAt(1, "number")).isEqualTo(((ServiceRow.License) test(grid()).getRow(1)).license().number());
        assertThat(nameAt(0, "link")).isEmpty();
        assertThat(nameAt(0, "number")).isEqualTo(supplier.name());
    }

    @Test
    void theArrowOfASupplierOpensAndClosesItsGroup() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 2);
        open("en");

        test(grid()).invokeLitRendererFunction(0, "name", "onClick");
        assertThat(test(grid()).size()).isEqualTo(1);
        test(grid()).invokeLitRendererFunction(0, "name", "onClick");
        assertThat(test(grid()).size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"ru, ЗАБЛОКИРОВАНА, ВНЕ СЕРВИСА", "en, BLOCKED, OUT OF SERVICE"})
    void aBlockedLicenseSaysSoBeforeItIsSelected(String language, String blocked, String other) {
        business.partners(supplier, distributor);
        jdbc.sql("update license set blocked = true where id = ?").param(business.licenses(distributor, 2).getFirst().value()).update();
        open(language);

        assertThat(List.of(blockedAt(1), statusAt(1), blockedAt(2), statusAt(2))).containsExactly(blocked, other, "", other);
        assertThat(compact(1, "status")).as("not sent where it is not shown").isEmpty();
    }

    @Test
    void onANarrowPageOneColumnTellsAll() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 1).getFirst();
        jdbc.sql("update license set blocked = true, config_version = null where id = ?").param(license.value()).update();
        open("en");

        ((ServicesGrid) grid()).setNarrow(true);

        LicenseRow row = ((ServiceRow.License) test(grid()).getRow(1)).license();
        assertThat(grid().getColumns()).filteredOn(Grid.Column::isVisible).extracting(Grid.Column::getKey).containsExactly(ServiceColumns.COMPACT);
        assertThat(List.of(compact(1, "number"), compact(1, "link"), compact(1, "facts"), compact(1, "device"), compact(1, "status"),
                compact(1, "blocked"))).containsExactly(row.number(), "licenses/" + license,
                        List.of(row.activationCode(), "Агент 0").toString(), String.valueOf(row.mdmId()), "OUT OF SERVICE", "BLOCKED");
        assertThat(List.of(compact(0, "number"), compact(0, "link"), compact(0, "facts"), compact(0, "device"), compact(0, "status"),
                compact(0, "tone"))).containsExactly(supplier.name(), "", "[]", "", "In service: 0", "");
    }

    /** Under each supplier alike. */
    @Test
    void theBlockedOnesAreShownAloneAndCountedAndSelectedOnce() {
        CompanyInfo another = business.supplier("Ясный поставщик");
        business.partners(supplier, distributor);
        business.partners(another, distributor);
        LicenseId license = business.licenses(distributor, 3).getLast();
        jdbc.sql("update license set blocked = true where id = ?").param(license.value()).update();
        signIn("ru");

        UI.getCurrent().navigate("services", QueryParameters.of("show", "blocked"));

        assertThat(statuses()).contains("Лицензий: 1");
        assertThat(test(grid()).size()).isEqualTo(4);
        assertThat(List.of(nameAt(1, "link"), nameAt(3, "link"))).containsOnly("licenses/" + license);
        test(grid()).select(0);
        assertThat(texts()).contains("Выбрано лицензий: 1", "Заблокировано: 1");
        assertThat(grid().getSelectionModel().isSelected(test(grid()).getRow(1))).isTrue();
        assertThat(grid().getSelectionModel().isSelected(test(grid()).getRow(3))).isFalse();
        showAll();
        assertThat(IntStream.range(1, 4).filter(row -> grid().getSelectionModel().isSelected(test(grid()).getRow(row))))
                .as("of all that are shown now, the blocked one").hasSize(1);
    }

    @Test
    void aDownloadTellsWhichAreBlocked() {
        business.partners(supplier, distributor);
        jdbc.sql("update license set blocked = true where id = ?").param(business.licenses(distributor, 2).getFirst().value()).update();
        open("ru");

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("CSV").single()).download(file);

        assertThat(Tables.column(file, 6)).containsExactly("Статус", "ВНЕ СЕРВИСА", "ВНЕ СЕРВИСА");
        assertThat(Tables.column(file, 7)).containsExactly("Блокировка", "Заблокирована", "");
    }

    @Test
    void tellsADistributorWithoutSupplierToAcceptAnInvitation() {
        open("ru");

        assertThat(findInView(EmptyState.class).exists()).isTrue();
        assertThat(findInView(H2.class).single().getText()).isEqualTo("Поставщиков пока нет");
    }

    @Test
    void tellsADistributorWithoutLicensesToAskTheSalesDepartment() {
        business.partners(supplier, distributor);
        open("ru");

        assertThat(findInView(H2.class).single().getText()).isEqualTo("Лицензий пока нет");
    }

    @Test
    void opensOnlyTheSupplierThatTheAddressNames() {
        CompanyInfo another = business.supplier("Ясный поставщик");
        business.partners(supplier, distributor);
        business.partners(another, distributor);
        business.licenses(distributor, 2);
        signIn("ru");

        UI.getCurrent().navigate("services", QueryParameters.of("supplier", another.id().toString()));

        assertThat(test(grid()).size()).isEqualTo(4);
        assertThat(supplierAt(1)).isEqualTo(another.name());
    }

    @Test
    void anAddressWithNonsenseOpensThePageAllTheSame() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 1);
        signIn("ru");

        UI.getCurrent().navigate("services", QueryParameters.of("supplier", "nonsense"));

        assertThat(test(grid()).size()).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private void showAll() {
        Select<Show> show = findInView(Select.class).single();
        show.setValue(Show.ALL);
    }

    /** What the one column of a narrow list has of a row, shown or not. */
    private String compact(int row, String property) {
        LitRenderer<ServiceRow> cell = (LitRenderer<ServiceRow>) grid().getColumnByKey(ServiceColumns.COMPACT).getRenderer();
        return String.valueOf(Objects.requireNonNull(cell.getValueProviders().get(property)).apply(test(grid()).getRow(row)));
    }
}
