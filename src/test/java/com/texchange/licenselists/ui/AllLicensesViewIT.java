package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sales department's list of all licenses, and what it does from there for anybody. */
@IntegrationTest
class AllLicensesViewIT extends Page {

    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private String name;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private List<LicenseId> licenses;

    @BeforeEach
    void licenses() {
        name = "Сосна" + UUID.randomUUID().toString().replace("-", "");
        supplier = business.supplier("ООО «" + name + "»");
        distributor = business.distributor("АО «" + name + " один»");
        business.partners(supplier, distributor);
        licenses = business.licenses(distributor, 3);
        business.licenses(business.distributor("АО «" + name + " два»"), 1);
        SignedIn.as(business.person(null, Role.SALES), "en");
        open("registry/licenses");
        find(TextField.class).single().setValue(name);
    }

    @Test
    void whatIsSelectedIsConnectedForTheDistributorsThatWorkWithTheSupplier() {
        assertThat(words()).contains("Licenses: 4");
        assertThat(iconButton("vaadin:plus").isEnabled()).isFalse();
        click("Select all");
        assertThat(words()).contains("Licenses selected: 4");

        test(iconButton("vaadin:plus")).click();
        click("Next");
        assertThat(supplierField().isInvalid()).isTrue();
        test(supplierField()).selectItem(supplier.name());
        assertThat(words()).contains("work with this supplier: 1 of 2");
        click("Next");
        assertThat(find(ListItem.class).all()).extracting(ListItem::getText).containsExactly("Will be connected: 3");
        click("Connect");

        List<UUID> placed = jdbc.sql("select id from connection_order where distributor_id = ? and acting_id is null")
                .param(distributor.id().value()).query(UUID.class).list();
        assertThat(placed).hasSize(1);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("license-operations/" + placed.getFirst());
    }

    @Test
    void anotherSearchTakesTheSelectionBack() {
        click("Select all");
        grid().deselect(test(grid()).getRow(0));
        assertThat(words()).contains("Licenses selected: 3");

        find(TextField.class).single().setValue(name + " два");

        assertThat(words()).contains("Licenses selected: 0");
        assertThat(iconButton("vaadin:minus").isEnabled()).isFalse();
        assertThat(test(grid()).size()).isOne();
        assertThat(licenses).hasSize(3);
    }

    @Test
    void aClickOnARowLeadsToTheLicense() {
        test(grid()).clickRow(0);

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith("licenses/");
    }

    private Button iconButton(String icon) {
        return find(Button.class).withCondition(button -> button.getIcon() != null
                && icon.equals(button.getIcon().getElement().getAttribute("icon"))).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CompanyInfo> supplierField() {
        return find(ComboBox.class).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<Object> grid() {
        return find(Grid.class).single();
    }
}
