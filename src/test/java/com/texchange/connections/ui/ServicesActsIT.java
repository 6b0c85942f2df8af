package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.connections.SupplierGroup;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is done with what is selected there. */
@WithoutProcess
class ServicesActsIT extends ServicesPage {

    @Test
    void connectsWhatIsSelectedAndTellsWhenItIsDone() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 3);
        open("ru");

        test(grid()).select(1);
        assertThat(texts()).contains("Выбрано лицензий: 1", "В сервисе: 0", "Вне сервиса: 1");
        test(grid()).select(0);
        assertThat(texts()).contains("Выбрано лицензий: 3");
        test(connect()).click();
        assertThat(recipient().getValue().supplierName()).isEqualTo(supplier.name());
        test(find(Button.class).withText("Подтвердить").single()).click();

        assertThat(statusAt(2)).isEqualTo("ПОДКЛЮЧАЕТСЯ");
        assertThat(connect().isEnabled()).isFalse();
        OrderId order = placedOrder();
        jobs.carryOut(order, "connect-licenses", "publish-connections");
        hearOfChange();

        ConfirmDialog window = find(ConfirmDialog.class).single();
        assertThat(test(window).getHeader()).isEqualTo("Лицензии подключены");
        assertThat(window.getElement().getTextRecursively()).contains("«Т-Обмен»: " + licenses.size());
        test(window).confirm();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(statusAt(1)).isEqualTo("ВКЛ");
        assertThat(statusAt(0)).isEqualTo("В сервисе: 3");
    }

    @Test
    void tellsThatATaskWaitsWhenLicensesWereRefused() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 1).getFirst();
        open("en");
        test(grid()).select(1);
        test(connect()).click();
        test(find(Button.class).withText("Confirm").single()).click();
        jdbc.sql("update license set blocked = true where id = :id").param("id", license.value()).update();

        jobs.run("connect-licenses", Map.of("orderId", placedOrder().toString()));
        hearOfChange();

        ConfirmDialog window = find(ConfirmDialog.class).single();
        assertThat(find(Paragraph.class, window).all()).extracting(Paragraph::getText).hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("Licenses refused: 1", "A task waits"));
    }

    @Test
    void disconnectsWhatIsSelectedOnceTheDryRunIsConfirmed() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 2).getFirst();
        open("en");
        assertThat(disconnect().getTooltip().getText()).endsWith("Select licenses in the list first");
        test(grid()).select(1);
        assertThat(disconnect().isEnabled()).isFalse();
        assertThat(disconnect().getTooltip().getText()).endsWith("None of the licenses that you have selected is connected");
        assertThat(connect().getTooltip().getText()).isEqualTo(connect().getAriaLabel().orElseThrow());
        test(connect()).click();
        test(find(Button.class).withText("Confirm").single()).click();
        jobs.carryOut(placedOrder(), "connect-licenses", "publish-connections");
        hearOfChange();
        test(find(ConfirmDialog.class).single()).confirm();

        test(grid()).select(1);
        test(disconnect()).click();
        assertThat(find(ListItem.class).all()).extracting(ListItem::getText).containsExactly("Will be disconnected: 1");
        test(find(Button.class).withText("Disconnect").single()).click();

        OrderId order = jdbc.sql("select id from connection_order where kind = 'DISCONNECT' and distributor_id = ?")
                .param(distributor.id().value()).query(UUID.class).list().stream().map(OrderId::new).toList().getFirst();
        jobs.carryOut(order, "disconnect-licenses", "confirm-disconnection");
        hearOfChange();

        assertThat(find(ConfirmDialog.class).single().getElement().getTextRecursively()).contains("Disconnected", ": 1");
        assertThat(statusAt(1)).isEqualTo("OUT OF SERVICE");
        assertThat(jdbc.sql("select count(*) from connection where license_id = ?").param(license.value())
                .query(Integer.class).single()).isZero();
    }

    @Test
    void asksForTheRecipientWhenItIsNotObvious() {
        CompanyInfo another = business.supplier("Ясный поставщик");
        business.partners(supplier, distributor);
        business.partners(another, distributor);
        business.licenses(distributor, 1);
        open("ru");
        assertThat(test(grid()).size()).isEqualTo(4);

        test(grid()).select(1);
        test(grid()).select(3);
        test(connect()).click();
        assertThat(recipient().getValue()).isNull();
        test(find(Button.class).withText("Подтвердить").single()).click();

        assertThat(recipient().isInvalid()).isTrue();
        test(recipient()).selectItem(another.name());
        assertThat(recipient().isInvalid()).isFalse();
        test(find(Button.class).withText("Отмена").single()).click();
        assertThat(placedOrders()).isEmpty();
    }

    @Test
    void whatChangesWhileTheWindowIsOpenIsShownBeforeAnythingIsDone() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 2).getFirst();
        open("ru");
        test(grid()).select(0);
        test(connect()).click();
        jdbc.sql("update license set blocked = true where id = ?").param(license.value()).update();

        test(find(Button.class).withText("Подтвердить").single()).click();

        assertThat(placedOrders()).isEmpty();
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Пока окно было открыто")).contains("Заблокировано: 1");
        test(find(Button.class).withText("Подтвердить").single()).click();
        assertThat(placedOrders()).hasSize(1);
    }

    private Button disconnect() {
        return iconButton("vaadin:minus");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<SupplierGroup> recipient() {
        return find(ComboBox.class).single();
    }

    private OrderId placedOrder() {
        assertThat(placedOrders()).hasSize(1);
        return placedOrders().getFirst();
    }

    private List<OrderId> placedOrders() {
        return jdbc.sql("select id from connection_order where distributor_id = ?").param(distributor.id().value())
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class))).list();
    }

    private void hearOfChange() {
        tellOfChange();
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> {
            roundTrip();
            return find(ConfirmDialog.class).exists();
        });
    }
}
