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
import com.texchange.common.ui.EmptyState;
import com.texchange.connections.SupplierGroup;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.WithoutProcess;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithoutProcess
class LicensesViewIT extends SpringBrowserlessTest {

    @Autowired
    SampleBusiness business;
    @Autowired
    EngineJobs jobs;
    @Autowired
    ChangeFeed feed;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor actor;

    @BeforeEach
    void companies() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        actor = business.person(distributor, Role.DISTRIBUTOR);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Сервисы и баланс, Название/Лицензия, Статус, ВНЕ СЕРВИСА, Выбрано лицензий: 0",
        "en, Services and balance, Name/License, Status, OUT OF SERVICE, Licenses selected: 0"})
    void showsTheLicensesUnderTheSupplier(String language, String title, String first, String last, String status,
            String none) {
        business.partners(supplier, distributor);
        business.licenses(distributor, 2);

        assertThat(open(language).getPageTitle()).isEqualTo(title);

        assertThat(grid().getColumns()).filteredOn(Grid.Column::isVisible).extracting(Grid.Column::getHeaderText).hasSize(6)
                .startsWith(first).endsWith(last);
        assertThat(test(grid()).size()).isEqualTo(3);
        assertThat(supplierAt(0)).isEqualTo(supplier.name());
        assertThat(test(grid()).getCellText(1, 5)).isEqualTo(status);
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

        assertThat(test(grid()).getCellText(2, 5)).isEqualTo("ПОДКЛЮЧАЕТСЯ");
        assertThat(connect().isEnabled()).isFalse();
        OrderId order = placedOrder();
        jobs.run("connect-licenses", Map.of("orderId", order.toString()));
        jobs.run("publish-connections", Map.of("orderId", order.toString()));
        hearOfChange();

        ConfirmDialog window = find(ConfirmDialog.class).single();
        assertThat(test(window).getHeader()).isEqualTo("Лицензии подключены");
        assertThat(find(Paragraph.class, window).single().getText()).contains("«Т-Обмен»: " + licenses.size());
        test(window).confirm();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(test(grid()).getCellText(1, 5)).isEqualTo("ВКЛ");
        assertThat(test(grid()).getCellText(0, 5)).isEqualTo("В сервисе: 3");
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
        assertThat(find(Paragraph.class, window).single().getText()).contains("Licenses refused: 1", "A task waits");
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

    private LicensesView open(String language) {
        signIn(language);
        return navigate(LicensesView.class);
    }

    private void signIn(String language) {
        SignedIn.as(actor, language);
    }

    @SuppressWarnings("unchecked")
    private TreeGrid<ServiceRow> grid() {
        return findInView(TreeGrid.class).single();
    }

    private String supplierAt(int row) {
        return ((ServiceRow.Supplier) test(grid()).getRow(row)).group().supplierName();
    }

    private Button connect() {
        return findInView(Button.class).withCondition(button -> button.getAriaLabel().isPresent())
                .single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<SupplierGroup> recipient() {
        return find(ComboBox.class).single();
    }

    private List<String> texts() {
        return findInView(Paragraph.class).all().stream().map(Paragraph::getText).toList();
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
        ArgumentCaptor<Consumer<Change>> listener = ArgumentCaptor.captor();
        verify(feed, atLeastOnce()).subscribe(listener.capture());
        listener.getAllValues().forEach(heard ->
                heard.accept(new Change(Change.Topic.LICENSES, distributor.id().toString())));
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> {
            roundTrip();
            return find(ConfirmDialog.class).exists();
        });
    }
}
