package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.testing.Requests;
import com.texchange.testing.SignedIn;
import com.texchange.testing.SupplierPage;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders about many licenses are looked at and placed while the page goes on. */
@WithoutProcess
class LongOrdersIT extends SupplierPage {

    private static final int MANY = 1_000_000;
    @Autowired
    MoveTargets targets;
    private final List<ConnectionOrderInfo> placed = new ArrayList<>();
    private List<LicenseId> licenses;

    @BeforeEach
    void atAPage() {
        licenses = business.licenses(distributor, 2);
        SignedIn.as(supplierPerson, "en");
        open("company");
    }

    @Test
    void anOrderIsLookedAtAndPlaced() {
        OrderRequest request = Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses));
        new OrderDialog(OrderKind.CONNECT, List.of(request), orders, supplierPerson, placed::addAll).of(MANY).open();
        awaitWords("Will be connected: 2");

        click("Connect");
        assertThat(find(ProgressBar.class, find(Dialog.class).single()).exists()).isTrue();
        until(() -> !placed.isEmpty());

        assertThat(placed).hasSize(1);
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void whatOthersHaveChangedMeanwhileIsShownFirst() {
        OrderRequest request = Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses));
        new OrderDialog(OrderKind.CONNECT, List.of(request), orders, supplierPerson, placed::addAll).of(MANY).open();
        awaitWords("Will be connected: 2");
        connect(licenses.subList(0, 1), distributorPerson);

        click("Connect");
        awaitWords("Will be connected: 1");

        assertThat(placed).isEmpty();
        assertThat(button("Connect").isEnabled()).isTrue();
    }

    @Test
    void aMoveIsLookedAtAndPlaced() {
        new MoveDialog(targets, orders, null, distributor.id(), new Selection.Chosen<LicenseId, LicenseFilter>(Set.copyOf(licenses)),
                distributorPerson, placed::add).of(MANY).open();
        agent().setValue("Преемник");
        awaitWords("Will be moved: 2");
        find(TextField.class, find(Dialog.class).single()).single().setValue("Left");

        click("Move");
        until(() -> !placed.isEmpty());

        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> agent() {
        return (ComboBox<String>) find(ComboBox.class, find(Dialog.class).single()).all().getLast();
    }
}
