package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrders;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Looking for licenses there, and their order. */
@WithoutProcess
class ServicesSearchIT extends ServicesPage {

    @Autowired
    ConnectionOrders orders;

    @Test
    void findsALicenseByItsUser() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 12).getLast();
        jdbc.sql("update license set user_name = 'Ёлкин Пётр' where id = ?").param(license.value()).update();
        open("ru");

        test(findInView(TextField.class).single()).setValue("петр елкин");

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(test(grid()).getCellText(1, 2)).isEqualTo("Ёлкин Пётр");
    }

    @Test
    void theSuppliersOwnAreShownAlone() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 2);
        LicenseId own = business.licenses(distributor, supplier, 1).getFirst();
        signIn("ru");

        UI.getCurrent().navigate("services", QueryParameters.fromString("supplier=" + supplier.id() + "&show=own"));

        assertThat(rows()).singleElement().extracting(row -> ((ServiceRow.License) row).license().licenseId()).isEqualTo(own);
        assertThat(statuses()).contains("Лицензий: 1");
    }

    /** Once from what is kept, once counted, since something is searched for that all have. */
    @ParameterizedTest
    @CsvSource({"all, 3", "connected, 1", "not-connected, 2", "own, 1", "blocked, 1"})
    void asManyAreCountedWhetherTheyAreSearchedOrNot(String shown, int count) {
        business.partners(supplier, distributor);
        LicenseId connected = business.licenses(distributor, 2).getFirst();
        LicenseId own = business.licenses(distributor, supplier, 1).getFirst();
        jdbc.sql("update license set blocked = true where id = ?").param(own.value()).update();
        OrderId order = orders.place(Requests.connect(supplier.id(), Set.of(connected), actor), actor).id();
        jobs.carryOut(order, "connect-licenses", "publish-connections");
        signIn("ru");

        for (String search : List.of("", "агент")) {
            UI.getCurrent().navigate("services", QueryParameters.fromString("show=" + shown + "&search=" + search));
            assertThat(statuses()).as(search).contains("Лицензий: " + count);
        }
    }

    @Test
    void aColumnWithAnArrowSorts() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 3);
        for (int i = 0; i < 3; i++) {
            jdbc.sql("update license set activation_code = :code, user_name = :user, config_version = :user where id = :id")
                    .param("code", (9 - i) + SampleBusiness.activationCode().substring(1)).param("user", "A" + (9 - i))
                    .param("id", licenses.get(i)).update();
            business.onDevice(licenses.get(i), new UUID(9 - i, 0));
        }
        open("en");
        List<Grid.Column<ServiceRow>> sortable = grid().getColumns().stream().filter(Grid.Column::isSortable).toList();
        assertThat(sortable).extracting(Grid.Column::getKey).containsExactly("name", "activationCode", "user", "configVersion", "mdmId");

        for (Grid.Column<ServiceRow> column : sortable) {
            test(grid()).sortByColumn(column.getKey(), SortDirection.ASCENDING);
            List<ServiceRow> up = rows();
            test(grid()).sortByColumn(column.getKey(), SortDirection.DESCENDING);
            assertThat(rows()).as(column.getKey()).containsExactlyElementsOf(up.reversed());
            assertThat(up.getFirst()).extracting(row -> ((ServiceRow.License) row).license().licenseId())
                    .isEqualTo("name".equals(column.getKey()) ? licenses.getFirst() : licenses.getLast());
        }
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 1);
        open("ru");

        search("нетакой");

        assertThat(test(grid()).size()).isZero();
        assertThat(grid().getEmptyStateText()).isEqualTo("Таких лицензий нет. Измените поиск.");
        assertThat(statuses()).contains("Лицензий: 0");
    }

    @Test
    void theAddressHoldsSearchAndOrder() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 12);
        signIn("ru");

        UI.getCurrent().navigate("services", QueryParameters.fromString("search=агент&sort=-user"));

        assertThat(findInView(TextField.class).single().getValue()).isEqualTo("агент");
        assertThat(test(grid()).size()).isEqualTo(13);
        assertThat(rows()).first().extracting(row -> ((ServiceRow.License) row).license().userName()).isEqualTo("Агент 11");
        assertThat(statuses()).contains("Лицензий: 12");
    }

    /** The licenses in the order that the grid asks for. */
    private List<ServiceRow> rows() {
        return grid().getDataProvider().fetchChildren(new HierarchicalQuery<>(0, 50,
                grid().getDataCommunicator().getBackEndSorting(), null, null, test(grid()).getRow(0))).toList();
    }
}
