package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseField;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.ui.SelectionText;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
        assertThat(iconButton("vaadin:plus").getTooltip().getText()).endsWith("Select licenses in the list first");
        assertThat(words()).contains("Select the licenses to connect, disconnect or move");
        click("Select all");
        assertThat(words()).contains("Licenses selected: 4");
        assertThat(iconButton("vaadin:plus").getTooltip().getText()).isEqualTo(iconButton("vaadin:plus").getAriaLabel().orElseThrow());

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
    void anotherSearchKeepsTheSelectionAndTellsWhatItHides() {
        click("Select all");
        grid().deselect(row(0));
        assertThat(words()).contains("Licenses selected: 3").doesNotContain("not shown");

        search(name + " два");
        assertThat(words()).contains("Licenses selected: 3", "3 selected, 2 of them not shown");
        assertThat(isSelected(row(0))).isTrue();
        search(name + " один");
        assertThat(IntStream.range(0, 3).mapToObj(line -> isSelected(row(line)))).containsExactlyInAnyOrder(false, true, true);
        assertThat(iconButton("vaadin:minus").isEnabled()).isTrue();
        click("Clear selection");
        assertThat(words()).contains("Licenses selected: 0").doesNotContain("not shown");
        assertThat(licenses).hasSize(3);
    }

    @Test
    void whatIsShownIsPutToWhatIsSelectedAndTakenFromIt() {
        search(name + " два");
        click("Select all");
        assertThat(words()).contains("Licenses selected: 1");

        search(name + " один");
        assertThat(IntStream.range(0, 3).mapToObj(line -> isSelected(row(line)))).containsOnly(false);
        grid().select(row(0));
        assertThat(words()).contains("2 selected, 1 of them not shown");
        click("Select all");
        assertThat(words()).contains("4 selected, 1 of them not shown");
        grid().deselect(row(2));
        search(name);
        assertThat(words()).contains("Licenses selected: 3").doesNotContain("not shown");
    }

    /** Of another filter than the one that the address has. */
    @Test
    void theAddressHoldsWhatASearchHides() {
        String found = SelectionText.of(new Selection.Matching<>(new LicenseFilter(name), Set.of(licenses.getFirst())), LicenseFilter.NONE);

        UI.getCurrent().navigate("registry/licenses", QueryParameters.simple(Map.of("search", name + " один", "selected", found)));

        assertThat(words()).contains("3 selected, 1 of them not shown");
        assertThat(IntStream.range(0, 3).mapToObj(line -> isSelected(row(line)))).containsExactlyInAnyOrder(false, true, true);
    }

    /** Distributors have codes in a supplier's list alone. */
    @Test
    void whatAnAddressSelectsByAColumnOfAnotherListIsNothing() {
        LicenseFilter coded = new LicenseFilter("", Map.of(LicenseField.CODE, "12345"), LicenseFilter.Show.ALL, LicenseFilter.Words.LICENSE, null);
        String found = SelectionText.of(new Selection.Matching<>(coded, Set.of()), LicenseFilter.NONE);

        UI.getCurrent().navigate("registry/licenses", QueryParameters.simple(Map.of("search", name, "selected", found)));

        assertThat(words()).contains("Licenses selected: 0", "Licenses: 4");
    }

    @Test
    void theSalesDepartmentSaysFirstWhoseAgentHasLeft() {
        jdbc.sql("update license set user_name = 'Ёлкин Пётр' where id = ?").param(licenses.getFirst().value()).update();
        click("An agent has left");
        click("Choose the destination");
        ComboBox<CompanyInfo> whose = picker("Distributor");
        assertThat(whose.isInvalid()).isTrue();
        assertThat(picker("Who has left").isEnabled()).isFalse();
        assertThat(whose.getItemLabelGenerator().apply(distributor)).isEqualTo(distributor.name() + " · tax ID " + distributor.taxId().value());

        whose.setValue(distributor);
        this.<String>picker("Who has left").setValue("Ёлкин Пётр");
        Grid<?> proposed = find(Grid.class, find(Dialog.class).single()).single();
        assertThat(proposed.getSelectedItems()).hasSize(1);
        click("Choose the destination");
        this.<String>picker("User").setValue("Преемник");
        assertThat(find(ListItem.class, find(Dialog.class).single()).all()).extracting(ListItem::getText).containsExactly("Will be moved: 1");
        click("Move");

        UUID placed = jdbc.sql("select id from connection_order where distributor_id = ? and kind = 'MOVE' and acting_id is null and supplier_id is null")
                .param(distributor.id().value()).query(UUID.class).single();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("license-operations/" + placed);
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

    private void search(String words) {
        find(TextField.class).single().setValue(words);
    }

    private Object row(int line) {
        return test(grid()).getRow(line);
    }

    private boolean isSelected(Object row) {
        return grid().getSelectionModel().isSelected(row);
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> picker(String label) {
        return (ComboBox<T>) find(ComboBox.class, find(Dialog.class).single()).all().stream()
                .filter(picker -> label.equals(picker.getLabel())).findFirst().orElseThrow();
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
