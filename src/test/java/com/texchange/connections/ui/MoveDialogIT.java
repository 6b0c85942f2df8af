package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.SearchPicker;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.MoveApprovals;
import com.texchange.connections.MoveTarget;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.OrderResults;
import com.texchange.connections.OrderSummary;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moving licenses from the screen: an agent who left, a new device, a supplier that asks. */
@WithoutProcess
class MoveDialogIT extends Page {

    @Autowired
    SampleBusiness business;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    OrderResults results;
    @Autowired
    Grants grants;
    @Autowired
    EngineJobs jobs;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor distributorPerson;
    private Actor supplierPerson;
    private List<LicenseId> licenses;

    @BeforeEach
    void anAgentHasTwoLicenses() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        licenses = business.licenses(distributor, 3);
        jdbc.sql("update license set user_name = 'Ёлкин Пётр' where id = any(:ids)")
                .param("ids", licenses.subList(0, 2).stream().map(LicenseId::value).toArray(UUID[]::new)).update();
    }

    @Test
    void allLicensesOfWhoHasLeftAreProposedAndMovedForThatReason() {
        SignedIn.as(distributorPerson, "ru");
        open("devices");
        click("Агент уволился");
        click("Выбрать, куда");
        assertThat(picker("Кто уволился").isInvalid()).isTrue();

        picker("Кто уволился").setValue("Ёлкин Пётр");
        Grid<?> proposed = find(Grid.class, find(Dialog.class).single()).single();
        assertThat(proposed.getSelectedItems()).hasSize(2);
        click("Выбрать, куда");
        picker("Пользователь").setValue("Преемник");
        assertThat(verdicts()).containsExactly("Будут перенесены: 2");
        assertThat(find(TextField.class, find(Dialog.class).single()).single().getValue()).isEqualTo("Ёлкин Пётр: увольнение");
        click("Перенести");

        OrderSummary order = only();
        assertThat(order.toAgent()).isEqualTo("Преемник");
        assertThat(order.open()).isEqualTo(2);
        assertThat(words()).contains("Перенос лицензий");
    }

    /** Its own licenses are moved at once; nobody has opened the others to it. */
    @Test
    void aSupplierSaysFirstWhoseAgentHasLeft() {
        CompanyInfo closed = business.distributor("АО «Закрыто»");
        business.partners(supplier, closed);
        business.licenses(closed, 1);
        List<LicenseId> own = business.licenses(distributor, supplier, 2);
        jdbc.sql("update license set user_name = 'Ёлкин Пётр' where id = ?").param(own.getFirst().value()).update();
        SignedIn.as(supplierPerson, "ru");
        open("exchange/devices");
        click("Агент уволился");
        click("Выбрать, куда");
        SearchPicker<MoveTargets.OfSupplier> whose = picker("Дистрибьютор");
        assertThat(whose.isInvalid()).isTrue();
        assertThat(picker("Кто уволился").isEnabled()).isFalse();
        assertThat(whose.getDataProvider().fetch(new Query<>())).extracting(MoveTargets.OfSupplier::id).containsExactly(distributor.id());

        whose.setValue(whose.getDataProvider().fetch(new Query<>()).findFirst().orElseThrow());
        picker("Кто уволился").setValue("Ёлкин Пётр");
        assertThat(proposed().getSelectedItems()).hasSize(1);
        whose.clear();
        assertThat(this.<String>picker("Кто уволился").getValue()).as("agents are a distributor's").isNull();
        whose.setValue(whose.getDataProvider().fetch(new Query<>()).findFirst().orElseThrow());
        picker("Кто уволился").setValue("Ёлкин Пётр");
        click("Выбрать, куда");
        picker("Пользователь").setValue("Преемник");
        assertThat(verdicts()).containsExactly("Будут перенесены: 1");
        click("Перенести");

        OrderSummary order = results.page(null, 0, 10, supplierPerson).getFirst();
        assertThat(order.toAgent()).isEqualTo("Преемник");
        assertThat(order.open()).isEqualTo(1);
    }

    /** The page of the order says so; nothing says that anything is being moved. */
    @Test
    void whereTheDistributorIsAskedFirstNothingIsToldToHaveBegun() {
        OrderId connected = orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses)), distributorPerson).id();
        jobs.carryOut(connected, "connect-licenses", "publish-connections");
        SignedIn.as(supplierPerson, "ru");
        open("exchange/devices");
        click("Агент уволился");
        SearchPicker<MoveTargets.OfSupplier> whose = picker("Дистрибьютор");
        whose.setValue(whose.getDataProvider().fetch(new Query<>()).findFirst().orElseThrow());
        picker("Кто уволился").setValue("Ёлкин Пётр");
        click("Выбрать, куда");
        picker("Пользователь").setValue("Преемник");
        click("Перенести");

        assertThat(words()).contains("Ждёт согласия дистрибьютора", "Отозвать запрос");
        assertThat(notices()).isEmpty();
    }

    @Test
    void howManyLicensesAreNotProposedIsSaid() {
        int most = MoveTargets.MOST_OF_AGENT;
        business.licenses(distributor, most);
        jdbc.sql("update license set user_name = 'Ёлкин Пётр' where distributor_id = ?").param(distributor.id().value()).update();
        SignedIn.as(distributorPerson, "en");
        open("devices");
        click("An agent has left");
        picker("Who has left").setValue("Ёлкин Пётр");

        assertThat(proposed().getSelectedItems()).hasSize(most);
        assertThat(find(Paragraph.class, find(Dialog.class).single()).all()).extracting(Paragraph::getText)
                .contains("This agent has 1,003 licenses. The first 1,000 by number are proposed; move these, then do the same for the rest.");
    }

    @Test
    void whatCannotBeIsSaidAndChangesNothing() {
        SignedIn.as(distributorPerson, "ru");
        open("licenses/" + licenses.getFirst());
        click("Перенести");
        click("Перенести", find(Dialog.class).single());
        assertThat(notices()).contains("Выберите другое устройство или другого пользователя.");

        picker("Устройство (MDM ID)").setValue("это не MDM ID");
        assertThat(picker("Устройство (MDM ID)").isInvalid()).isTrue();
        UUID foreign = UUID.randomUUID();
        business.onDevice(business.licenses(business.distributor("Другой"), 1).getFirst(), foreign);
        picker("Устройство (MDM ID)").setValue(foreign.toString());
        assertThat(picker("Устройство (MDM ID)").getErrorMessage()).contains("другой компании");
        picker("Устройство (MDM ID)").setValue(UUID.randomUUID().toString());
        find(TextField.class, find(Dialog.class).single()).single().clear();
        click("Перенести", find(Dialog.class).single());
        assertThat(find(TextField.class, find(Dialog.class).single()).single().isInvalid()).isTrue();

        assertThat(results.count(null, distributorPerson)).isZero();
    }

    /** Typed by mistake: who uses the licenses goes on to do so. */
    @Test
    void blanksAreNotNobody() {
        SignedIn.as(distributorPerson, "ru");
        open("licenses/" + licenses.getFirst());
        click("Перенести");
        SearchPicker<String> agent = picker("Пользователь");
        ComponentUtil.fireEvent(agent, new ComboBoxBase.CustomValueSetEvent<>(agent, true, " \u00a0"));
        assertThat(verdicts()).isEmpty();
        test(find(TextField.class, find(Dialog.class).single()).single()).setValue("Причина");
        click("Перенести", find(Dialog.class).single());

        assertThat(notices()).contains("Выберите другое устройство или другого пользователя.");
        assertThat(results.count(null, distributorPerson)).isZero();
        ComponentUtil.fireEvent(agent, new ComboBoxBase.CustomValueSetEvent<>(agent, true, " Новый  агент"));
        assertThat(agent.getValue()).isEqualTo("Новый агент");
        assertThat(verdicts()).containsExactly("Будут перенесены: 1");
    }

    @Test
    void anMdmIdIsFoundAndReadHoweverItIsWritten() {
        UUID device = UUID.fromString("6f9619ff-8b86-d011-b42d-" + UUID.randomUUID().toString().substring(24));
        business.onDevice(licenses.getLast(), device);
        SignedIn.as(distributorPerson, "ru");
        open("licenses/" + licenses.getFirst());
        click("Перенести");
        SearchPicker<String> picker = picker("Устройство (MDM ID)");
        String help = picker.getHelperText();

        assertThat(help).contains("MDM ID нового устройства");
        assertThat(test(picker).getSuggestionItems()).contains(device.toString()).hasSizeGreaterThan(1);
        test(picker).setFilter("6F9619FF8B86");
        assertThat(test(picker).getSuggestionItems()).containsExactly(device.toString());
        test(picker).setFilter("xyz");
        assertThat(test(picker).getSuggestionItems()).isEmpty();
        assertThat(picker.getHelperText()).isEqualTo("Ничего не найдено");
        picker.setValue("{" + device.toString().toUpperCase(Locale.ROOT) + "}");
        assertThat(picker.isInvalid()).isFalse();
        assertThat(picker.getHelperText()).isEqualTo(help);
        assertThat(verdicts()).containsExactly("Будут перенесены: 1");
    }

    @Test
    void nobodyNeedUseALicense() {
        SignedIn.as(distributorPerson, "en");
        open("licenses/" + licenses.getFirst());
        click("Move");
        test(find(Checkbox.class, find(Dialog.class).single()).single()).click();
        test(find(TextField.class, find(Dialog.class).single()).single()).setValue("On leave");
        click("Move", find(Dialog.class).single());

        assertThat(only().toAgent()).isEmpty();
    }

    @Test
    void aSupplierAsksAndTheDistributorAnswersItsTask() {
        OrderId connected = orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses)), distributorPerson).id();
        jobs.carryOut(connected, "connect-licenses", "publish-connections");
        SignedIn.as(supplierPerson, "ru");
        open("licenses/" + licenses.getFirst());
        click("Перенести");
        picker("Пользователь").setValue("Преемник");
        assertThat(verdicts()).contains("Нужно согласие дистрибьютора: 1");
        test(find(TextField.class, find(Dialog.class).single()).single()).setValue("Увольнение");
        click("Перенести", find(Dialog.class).single());
        assertThat(words()).contains("Ждёт согласия дистрибьютора", "Отозвать запрос");

        OrderId move = results.page(null, 0, 1, supplierPerson).getFirst().id();
        long task = jobs.offer(MoveApprovals.TASK, "orderId", move.value(), distributorPerson);
        SignedIn.as(distributorPerson, "ru");
        open("tasks/" + task);
        assertThat(words()).contains("хочет перенести Ваши лицензии", "Преемник", "Увольнение");
        click("Согласиться");

        assertThat(words()).contains("Дистрибьютор согласился на перенос.");
        jobs.carryOut(move, "move-licenses", "confirm-move");
        assertThat(results.find(move, supplierPerson).orElseThrow().done()).isEqualTo(1);
        open("licenses/" + licenses.getFirst());
        assertThat(words()).contains("Преемник, MDM ID", "Ёлкин Пётр, MDM ID");
    }

    /** It names neither device nor agent: each license goes back to where it was. */
    @Test
    void whoIsAskedReadsThatAMoveIsTakenBack() {
        OrderId connected = orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses)), distributorPerson).id();
        jobs.carryOut(connected, "connect-licenses", "publish-connections");
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId move = orders.place(new OrderRequest(OrderKind.MOVE, supplier.id(), distributor.id(), new Selection.Chosen<>(Set.copyOf(licenses)),
                new MoveTarget(null, "Преемник"), "Увольнение"), supplierPerson).id();
        jobs.carryOut(move, "move-licenses", "confirm-move");
        grants.withdraw(supplier.id(), distributorPerson);

        OrderId undo = orders.undo(move, supplierPerson).id();
        long task = jobs.offer(MoveApprovals.TASK, "orderId", undo.value(), distributorPerson);
        SignedIn.as(distributorPerson, "ru");
        open("tasks/" + task);

        assertThat(words()).contains("хочет перенести Ваши лицензии", "Отменяет");
        assertThat(find(Anchor.class).withText("прежнюю операцию").single().getHref()).isEqualTo(Routes.of(Routes.LICENSE_ORDERS, move));
    }

    private Grid<?> proposed() {
        return find(Grid.class, find(Dialog.class).single()).single();
    }

    private OrderSummary only() {
        return results.page(null, 0, 10, distributorPerson).getFirst();
    }

    @SuppressWarnings("unchecked")
    private <T> SearchPicker<T> picker(String label) {
        return (SearchPicker<T>) find(SearchPicker.class, find(Dialog.class).single()).all().stream()
                .filter(picker -> label.equals(picker.getLabel())).findFirst().orElseThrow();
    }

    private List<String> verdicts() {
        return find(ListItem.class, find(Dialog.class).single()).all().stream().map(ListItem::getText).toList();
    }

    private void click(String label, com.vaadin.flow.component.Component in) {
        test(find(Button.class, in).withText(label).single()).click();
    }
}
