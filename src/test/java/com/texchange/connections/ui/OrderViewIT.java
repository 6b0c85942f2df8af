package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.ui.SearchField;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRow;
import com.texchange.connections.WaitingLicenses;
import com.texchange.testing.Requests;
import com.texchange.testing.SignedIn;
import com.texchange.testing.SupplierPage;
import com.texchange.testing.Tables;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of an operation, while it is carried out and after it was taken back. */
@WithoutProcess
class OrderViewIT extends SupplierPage {

    @Autowired
    ChangeFeed feed;
    @Autowired
    WaitingLicenses waiting;

    @Test
    void underWhichGrantItIsDoneIsSaidAsSoonAsItIsUsed() {
        OrderId order = place();
        SignedIn.as(supplierPerson, "ru");
        open("license-operations/" + order);
        assertThat(words()).doesNotContain("по разрешению");

        jobs.carryOut(order, "connect-licenses");
        tell();

        awaitWords("по разрешению от");
    }

    @ParameterizedTest
    @CsvSource({"ru, Отменить операцию, Отменена, Отменяет её, Завершена", "en, Undo the operation, Undone, Undone by, Finished"})
    void whatIsTakenBackSaysSoAndIsNotOfferedToBeTakenBackAgain(String language, String undo, String undone, String by, String finished) {
        OrderId order = place();
        jobs.carryOut(order, "connect-licenses", "publish-connections");
        SignedIn.as(supplierPerson, language);
        open("license-operations/" + order);
        assertThat(button(undo).isVisible()).isTrue();
        ConnectionOrderInfo back = orders.undo(order, supplierPerson);
        tell();

        awaitWords(by);
        assertThat(hasButton(undo)).as("while it is being taken back").isFalse();
        jobs.carryOut(back.id(), "disconnect-licenses", "confirm-disconnection");
        tell();

        awaitWords("\n" + undone + "\n");
        assertThat(words()).doesNotContain(finished);
        jobs.carryOut(orders.undo(back.id(), supplierPerson).id(), "connect-licenses", "publish-connections");
        open("license-operations/" + order);
        assertThat(words()).as("what took it back is taken back").contains(finished).doesNotContain("\n" + undone + "\n");
    }

    @ParameterizedTest
    @CsvSource({"ru, Ждут: 2, 'Изменено: 0. Остались как были: 0. Ждут, пока причина не исчезнет: 2.', Ничего не изменено, Завершена",
        "en, Waiting: 2, Changed: 0. Left as they were: 0. Waiting, Nothing changed, Finished"})
    void whatWaitsIsNotFinishedAndWhatHasChangedNothingIsNotDoneInPart(String language, String waits, String figures, String nothing, String finished) {
        List<LicenseId> licenses = business.licenses(distributor, 2);
        connect(licenses, distributorPerson);
        grants.withdraw(supplier.id(), distributorPerson);
        OrderId order = orders.place(Requests.of(OrderKind.DISCONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses)), supplierPerson).id();
        jobs.carryOut(order, "disconnect-licenses", "confirm-disconnection");
        SignedIn.as(supplierPerson, language);

        open("license-operations/" + order);
        assertThat(words()).contains("\n" + waits + "\n", figures).doesNotContain("\n" + finished);
        waiting.stop(order, supplierPerson);
        tell();

        awaitWords("\n" + nothing + "\n");
        assertThat(words()).doesNotContain("\n" + finished);
    }

    @Test
    void anAddressThatNamesNoGrantDoesNotListWhatWasDoneUnderOthers() {
        place();
        SignedIn.as(supplierPerson, "en");

        open("license-operations?grant=7");

        assertThat(words()).contains("There is nothing at this link", "Show all operations").doesNotContain("Only what was done under this permission");
    }

    @Test
    void whatWaitsOfAnOrderOfOthersIsNotTheSuppliersToStop() {
        LicenseId license = business.licenses(distributor, 1).getFirst();
        jdbc.sql("update license set blocked = true where id = ?").param(license.value()).update();
        OrderId ofSales = waits(license, business.person(null, Role.SALES));
        OrderId own = waits(license, supplierPerson);

        SignedIn.as(supplierPerson, "en");
        open("license-operations/" + ofSales);
        assertThat(words()).contains("Waiting until the reason is gone: 1");
        assertThat(hasButton("Stop waiting")).isFalse();
        open("license-operations/" + own);
        assertThat(hasButton("Stop waiting")).isTrue();

        SignedIn.as(distributorPerson, "en");
        open("license-operations");
        for (OrderId order : List.of(ofSales, own)) {
            open("license-operations/" + order);
            assertThat(hasButton("Stop waiting")).isTrue();
        }
    }

    private OrderId waits(LicenseId license, Actor by) {
        OrderId order = orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.of(license)), by).id();
        jobs.carryOut(order, "connect-licenses", "publish-connections");
        return order;
    }

    @ParameterizedTest
    @CsvSource({"ru, Изменено: 0. Остались как были: 0. В работе или ждут решения: 2.",
        "en, Changed: 0. Left as they were: 0. Under way or waiting for a decision: 2."})
    void whatIsUnderWayIsCountedAsLongAsThereIsAny(String language, String figures) {
        OrderId order = place();
        SignedIn.as(supplierPerson, language);

        open("license-operations/" + order);

        assertThat(words()).contains(figures);
    }

    @Test
    void whatTakingItBackWouldDoIsToldFirstAndMustStillBeSo() {
        OrderId order = place();
        jobs.carryOut(order, "connect-licenses", "publish-connections");
        SignedIn.as(supplierPerson, "ru");
        open("license-operations/" + order);
        click("Отменить операцию");
        assertThat(verdicts()).containsExactly("Будут отключены: 2");
        assertThat(find(Button.class, find(Dialog.class).single()).all()).extracting(Button::getText).contains("Закрыть").doesNotContain("Отмена");
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        test(find(Anchor.class, find(Dialog.class).single()).withText("CSV").single()).download(rows);
        assertThat(Tables.column(rows, 3)).containsExactly("Результат", "Будут отключены", "Будут отключены");

        LicenseId one = licenses(order).iterator().next();
        jobs.carryOut(orders.place(Requests.of(OrderKind.DISCONNECT, supplier.id(), distributor.id(), Set.of(one)), distributorPerson).id(),
                "disconnect-licenses", "confirm-disconnection");
        confirm();
        assertThat(verdicts()).containsExactly("Будут отключены: 1", "С тех пор изменена другой операцией: 1");
        confirm();

        assertThat(words()).contains("Отмена подключения");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void whatTryingAgainWouldDoIsToldFirst() {
        List<LicenseId> licenses = business.licenses(distributor, 2);
        connect(licenses.subList(0, 1), distributorPerson);
        OrderId order = orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses)), supplierPerson).id();
        jobs.carryOut(order, "connect-licenses", "publish-connections");
        SignedIn.as(supplierPerson, "en");
        open("license-operations/" + order);
        click("Try again for the rest");

        assertThat(verdicts()).containsExactly("Will be connected: 0", "Already as wanted: 1");
        test(find(Button.class, find(Dialog.class).single()).withText("Try again for the rest").single()).click();
        assertThat(find(Dialog.class).exists()).as("it was not begun").isTrue();
    }

    @Test
    void whatIsNotAllowedWaitsOnlyWhereNothingIsTakenBack() {
        OrderId order = place();
        jobs.carryOut(order, "connect-licenses", "publish-connections");
        grants.withdraw(supplier.id(), distributorPerson);
        SignedIn.as(supplierPerson, "en");
        open("license-operations/" + order);
        click("Undo the operation");

        assertThat(verdicts()).containsExactly("Will be disconnected: 0", "The distributor has not allowed this: 2");
        assertThat(words()).doesNotContain("is done by itself once it is allowed");
        find(Dialog.class).single().close();
        new OrderDialog(OrderKind.DISCONNECT, List.of(Requests.of(OrderKind.DISCONNECT, supplier.id(), distributor.id(), licenses(order))), orders,
                supplierPerson, placed -> { }).open();
        assertThat(words()).contains("is done by itself once it is allowed");
    }

    private Set<LicenseId> licenses(OrderId order) {
        return jdbc.sql("select license_id from connection_order_item where order_id = ?").param(order.value()).query(UUID.class).stream()
                .map(LicenseId::new).collect(Collectors.toSet());
    }

    private void confirm() {
        test(find(Button.class, find(Dialog.class).single()).withText("Отменить операцию").single()).click();
    }

    @Test
    void whichRowsAreShownIsInTheAddress() {
        OrderId order = place();
        SignedIn.as(supplierPerson, "en");
        open("license-operations/" + order + "?search=28&state=left-out");
        Grid<?> rows = find(Grid.class).single();

        assertThat(find(SearchField.class).single().getValue()).isEqualTo("28");
        assertThat(find(Select.class).single().getValue()).isEqualTo(OrderRow.State.LEFT_OUT);
        assertThat(test(rows).size()).isZero();
        test(find(SearchField.class).single()).setValue("nothing");
        assertThat(writtenAddress()).isEqualTo("license-operations/" + order + "?search=nothing&state=left-out");
    }

    @Test
    void operationsOfOneDayAreToldApartByTheirTime() {
        place();
        SignedIn.as(supplierPerson, "ru");
        open("license-operations");

        Grid<?> list = find(Grid.class).single();
        assertThat(test(list).getCellText(0, 1)).matches(".*, \\d\\d:\\d\\d");
    }

    private OrderId place() {
        return orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(business.licenses(distributor, 2))),
                supplierPerson).id();
    }

    /** As the feed does when licenses were changed. */
    private void tell() {
        ArgumentCaptor<Consumer<Change>> pages = ArgumentCaptor.captor();
        verify(feed, atLeastOnce()).subscribe(pages.capture());
        pages.getAllValues().forEach(page -> page.accept(new Change(Change.Topic.LICENSES, Change.ALL)));
    }
}
