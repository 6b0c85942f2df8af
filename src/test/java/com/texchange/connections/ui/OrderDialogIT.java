package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.OrderResults;
import com.texchange.connections.ServiceCounts;
import com.texchange.connections.SupplierGroup;
import com.texchange.connections.Verdict;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the windows before orders promise is what is asked for, and what is refused is told. */
@WithoutProcess
class OrderDialogIT extends Page {

    @Autowired
    SampleBusiness business;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    OrderResults results;
    @Autowired
    Grants grants;
    private final List<ConnectionOrderInfo> placed = new ArrayList<>();
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor supplierPerson;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        SignedIn.as(supplierPerson, "en");
        open("license-operations");
    }

    @Test
    void ofSeveralOrdersItIsToldWithWhomNoneIsBegunAndWhy() {
        CompanyInfo second = business.distributor("ООО «Второй»");
        business.partners(supplier, second);
        LicenseId held = business.licenses(second, supplier, 1).getFirst();
        OrderRequest underWay = request(second.id(), Set.of(held));
        orders.place(underWay, supplierPerson);

        new OrderDialog(OrderKind.CONNECT, List.of(request(distributor.id(), Set.copyOf(business.licenses(distributor, supplier, 1))), underWay),
                orders, supplierPerson, placed::addAll).open();
        click("Connect", dialog());

        assertThat(placed).hasSize(1);
        assertThat(notices()).singleElement().asString().contains(second.name(), "All selected licenses are connected");
    }

    @Test
    void whatIsNotSeenAnyMoreIsNeitherPromisedNorDone() {
        Actor distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        grants.giveAll(supplier.id(), distributorPerson);
        OrderRequest request = request(distributor.id(), Set.copyOf(business.licenses(distributor, 2)));
        new OrderDialog(OrderKind.CONNECT, List.of(request), orders, supplierPerson, placed::addAll).open();
        grants.withdraw(supplier.id(), distributorPerson);

        click("Connect", dialog());
        assertThat(notices()).singleElement().asString().contains("not open to you, or not any more");
        assertThat(placed).isEmpty();
        assertThat(results.count(null, supplierPerson)).isZero();

        dialog().close();
        new OrderDialog(OrderKind.CONNECT, List.of(request), orders, supplierPerson, placed::addAll).open();
        assertThat(find(Dialog.class).exists()).as("nothing to promise").isFalse();
    }

    /** As many are in the service as before, but another operation has one now. */
    @Test
    void whatTheRecipientsWindowHasToldMustStillBeSo() {
        List<Map<Verdict, Integer>> verdicts = new ArrayList<>(List.of(Map.of(Verdict.CHANGES, 2)));
        SupplierGroup group = new SupplierGroup(supplier.id(), supplier.name(), 0);
        List<SupplierGroup> confirmed = new ArrayList<>();
        ConfirmLicensesDialog window = new ConfirmLicensesDialog(List.of(group), group, chosen -> new ServiceCounts(0, 2, 0),
                chosen -> verdicts.getLast(), chosen -> VerdictList.Rows.of(List.of(), supplierPerson), chosen -> () -> confirmed.add(chosen), false);
        window.open();
        verdicts.add(Map.of(Verdict.CHANGES, 1, Verdict.UNDER_WAY, 1));

        click("Confirm", dialog());
        assertThat(confirmed).isEmpty();
        assertThat(words()).contains("Another operation is under way: 1");
        click("Confirm", dialog());
        assertThat(confirmed).containsExactly(group);
    }

    private OrderRequest request(CompanyId of, Set<LicenseId> licenses) {
        return Requests.of(OrderKind.CONNECT, supplier.id(), of, licenses);
    }

    private Dialog dialog() {
        return find(Dialog.class).single();
    }

    private void click(String label, Dialog in) {
        test(find(Button.class, in).withText(label).single()).click();
    }
}
