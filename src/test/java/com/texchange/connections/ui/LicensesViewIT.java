package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.ui.EmptyState;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
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
}
