package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderKind;
import com.texchange.grants.Grants;
import com.texchange.licenselists.SupplierLicense;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.WithoutProcess;
import com.vaadin.browserless.MetaKeys;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supplier's licenses, over all its distributors, and the operations that begin there. */
@WithoutProcess
class SupplierLicensesViewIT extends SpringBrowserlessTest {

    @Autowired
    SampleBusiness business;
    @Autowired
    Grants grants;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    EngineJobs jobs;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo generous;
    private CompanyInfo careful;
    private Actor supplierPerson;
    private Actor carefulPerson;
    private List<LicenseId> opened;
    private List<LicenseId> closed;

    @BeforeEach
    void companies() {
        supplier = business.supplier("ООО «Поставщик»");
        generous = business.distributor("АО «Альфа»");
        careful = business.distributor("АО «Бета»");
        business.partners(supplier, generous);
        business.partners(supplier, careful);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        carefulPerson = business.person(careful, Role.DISTRIBUTOR);
        opened = business.licenses(generous, 2);
        closed = business.licenses(careful, 2);
        grants.giveAll(supplier.id(), business.person(generous, Role.DISTRIBUTOR));
    }

    @Test
    void showsWhatIsOpenConnectedOrItsOwnAndNothingElse() {
        connect(closed.subList(0, 1));
        LicenseId own = business.licenses(careful, supplier, 1).getFirst();

        open();

        assertThat(shown()).containsExactlyInAnyOrder(opened.get(0), opened.get(1), closed.get(0), own);
        assertThat(words()).contains("Licenses: 4");
        find(TextField.class).single().setValue("Альфа");
        assertThat(shown()).containsExactlyElementsOf(opened);
        find(TextField.class).single().setValue("нет такой");
        assertThat(shown()).isEmpty();
    }

    @Test
    void aSelectionOverDistributorsBecomesAnOperationForEachAndWhatIsNotAllowedStays() {
        connect(closed);
        open();
        test(find(Button.class).withText("Select all").single()).click();
        assertThat(button("vaadin:minus").isEnabled()).isTrue();

        test(button("vaadin:plus")).click();
        assertThat(verdicts()).containsExactly("Will be connected: 2", "Already as wanted: 2");
        find(Dialog.class).single().close();
        test(button("vaadin:minus")).click();
        assertThat(verdicts()).containsExactly("Will be disconnected: 0", "Already as wanted: 2",
                "The distributor has not allowed this: 2");
        find(Dialog.class).single().close();
        test(button("vaadin:plus")).click();
        test(find(Button.class).withText("Connect").single()).click();

        List<UUID> placed = jdbc.sql("select id from connection_order where acting_id = ?").param(supplier.id().value())
                .query(UUID.class).list();
        assertThat(placed).as("nothing is to be changed for the other one").hasSize(1);
        assertThat(location()).isEqualTo("license-operations/" + placed.getFirst());
        jobs.run("connect-licenses", Map.of("orderId", placed.getFirst().toString()));
        jobs.run("publish-connections", Map.of("orderId", placed.getFirst().toString()));
        UI.getCurrent().navigate("license-operations");
        assertThat(grid().getDataCommunicator().getItemCount()).isEqualTo(2);
    }

    @Test
    void withTheShiftKeyAllFromTheRowBeforeAreSelected() {
        open();

        test(grid()).clickRow(0);
        assertThat(selected()).isEqualTo("Licenses selected: 1");
        test(grid()).clickRow(1, new MetaKeys().shift());
        assertThat(selected()).isEqualTo("Licenses selected: 2");
        test(grid()).clickRow(0);
        assertThat(selected()).isEqualTo("Licenses selected: 1");
        test(find(Button.class).withText("Select all").single()).click();
        test(grid()).clickRow(0);
        test(grid()).clickRow(1, new MetaKeys().shift());
        assertThat(selected()).as("a row that was left out is put back with the rest").isEqualTo("Licenses selected: 2");
        test(find(Button.class).withText("Clear selection").single()).click();
        assertThat(selected()).isEqualTo("Licenses selected: 0");
    }

    private String selected() {
        return findInView(Paragraph.class).all().getFirst().getText();
    }

    private void connect(List<LicenseId> licenses) {
        String order = orders.place(Requests.connect(supplier.id(), Set.copyOf(licenses), carefulPerson), carefulPerson)
                .id().toString();
        jobs.run("connect-licenses", Map.of("orderId", order));
        jobs.run("publish-connections", Map.of("orderId", order));
        assertThat(jdbc.sql("select kind from connection_order where id = ?::uuid").param(order).query(String.class).single())
                .isEqualTo(OrderKind.CONNECT.name());
    }

    private void open() {
        SignedIn.as(supplierPerson, "en");
        UI.getCurrent().navigate("exchange/licenses");
    }

    private Button button(String icon) {
        return find(Button.class).withCondition(button -> button.getIcon() != null
                && icon.equals(button.getIcon().getElement().getAttribute("icon"))).single();
    }

    private List<String> verdicts() {
        return find(ListItem.class).all().stream().map(ListItem::getText).toList();
    }

    private String words() {
        return String.join(" ", findInView(Span.class).all().stream().map(Span::getText).toList());
    }

    private Grid<?> grid() {
        return findInView(Grid.class).single();
    }

    private List<LicenseId> shown() {
        Grid<?> grid = grid();
        return IntStream.range(0, test(grid).size())
                .mapToObj(i -> ((SupplierLicense) test(grid).getRow(i)).licenseId()).toList();
    }

    private static String location() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }
}
