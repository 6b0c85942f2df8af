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
import com.vaadin.browserless.MetaKeys;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.internal.JacksonUtils;
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
import tools.jackson.databind.node.ObjectNode;

@WithoutProcess
class LicensesViewIT extends SpringBrowserlessTest {

    private static final MetaKeys SHIFT = new MetaKeys().shift();

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

        assertThat(grid().getColumns()).filteredOn(Grid.Column::isVisible).extracting(column -> grid().getHeaderRows().getFirst().getCell(column).getText()).hasSize(6)
                .startsWith(first).endsWith(last);
        assertThat(test(grid()).size()).isEqualTo(3);
        assertThat(supplierAt(0)).isEqualTo(supplier.name());
        assertThat(statusAt(1)).isEqualTo(status);
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
        test(grid()).select(1);
        assertThat(disconnect().isEnabled()).isFalse();
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

    @Test
    void whatIsSelectedBeforeASearchIsToldAndCanBeTakenBack() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 4);
        jdbc.sql("update license set user_name = 'Ёлкин' where id = ?").param(licenses.getLast().value()).update();
        open("ru");
        test(grid()).select(1);
        test(grid()).select(2);

        search("елкин");
        assertThat(hidden()).isEqualTo("Выбрано 2, из них 2 не показано");
        assertThat(box(0)).isEqualTo("SOME");
        test(grid()).select(1);
        assertThat(hidden()).isEqualTo("Выбрано 3, из них 2 не показано");
        assertThat(box(0)).isEqualTo("ALL");

        test(find(Button.class).withText("Снять выделение").single()).click();
        assertThat(hidden()).isEmpty();
        assertThat(texts()).contains("Выбрано лицензий: 0");
        assertThat(connect().isEnabled()).isFalse();
        assertThat(box(0)).isEqualTo("NONE");
    }

    @Test
    void theBoxOfASupplierIsAsThoseOfItsLicensesAre() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 3);
        open("en");
        assertThat(box(0)).isEqualTo("NONE");

        test(grid()).select(0);
        assertThat(box(0)).isEqualTo("ALL");
        assertThat(List.of(isSelected(1), isSelected(2), isSelected(3))).containsOnly(true);
        grid().deselect(test(grid()).getRow(2));
        assertThat(box(0)).isEqualTo("SOME");
        assertThat(isSelected(2)).isFalse();
        assertThat(texts()).contains("Licenses selected: 2");
        test(grid()).select(2);
        assertThat(box(0)).isEqualTo("ALL");
        grid().deselect(test(grid()).getRow(0));
        assertThat(box(0)).isEqualTo("NONE");
    }

    @Test
    void aSearchLaterTakesItsRowsOutOfAllThatIsSelectedOrPutsThemBack() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 5);
        jdbc.sql("update license set user_name = 'Ёлкин' where id = any(:ids::uuid[])").param("ids",
                licenses.subList(0, 2).stream().map(LicenseId::toString).toArray(String[]::new)).update();
        open("ru");
        test(grid()).select(0);
        search("елкин");
        assertThat(hidden()).isEqualTo("Выбрано 5, из них 3 не показано");

        grid().deselect(test(grid()).getRow(0));
        assertThat(hidden()).isEqualTo("Выбрано 3, из них 3 не показано");
        test(grid()).select(0);
        assertThat(hidden()).isEqualTo("Выбрано 5, из них 3 не показано");
        grid().deselect(test(grid()).getRow(1));
        search("");

        assertThat(texts()).contains("Выбрано лицензий: 4");
        assertThat(List.of(isSelected(1), isSelected(2), isSelected(3))).containsExactly(false, true, true);
        search("агент");
        test(grid()).select(0);
        assertThat(hidden()).isEqualTo("Выбрано 4, из них 1 не показано");
    }

    @Test
    void allThatASearchFoundAndARowOfAnotherAreSelectedTogether() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 4);
        jdbc.sql("update license set user_name = 'Ёлкин' where id = ?").param(licenses.getLast().value()).update();
        open("ru");
        search("агент");
        test(grid()).select(0);
        assertThat(texts()).contains("Выбрано лицензий: 3");

        search("елкин");
        test(grid()).select(1);
        search("");

        assertThat(texts()).contains("Выбрано лицензий: 4");
        assertThat(box(0)).isEqualTo("ALL");
    }

    @Test
    void aClickOnARowSelectsItAndWithShiftAllFromTheOneBefore() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 5);
        open("en");

        test(grid()).clickRow(2);
        assertThat(texts()).contains("Licenses selected: 1");
        test(grid()).clickRow(4, SHIFT);
        assertThat(texts()).contains("Licenses selected: 3");
        test(grid()).clickRow(3);
        assertThat(List.of(isSelected(1), isSelected(2), isSelected(3), isSelected(4))).containsExactly(false, true, false, true);
        test(grid()).clickRow(0);
        assertThat(test(grid()).size()).isEqualTo(1);
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
        assertThat(statuses()).contains("Ничего не найдено");
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

    @Test
    void aSelectedLicenseThatGoesToAnotherCompanyIsSelectedNoLonger() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 2).getFirst();
        open("ru");
        test(grid()).select(1);
        test(grid()).select(2);
        jdbc.sql("update license set distributor_id = :to where id = :id").param("to", business.distributor("Другой").id())
                .param("id", license).update();

        tellOfChange();
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> {
            roundTrip();
            return find(Notification.class).exists();
        });

        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("Из выбранных лицензий 1 больше не");
        assertThat(texts()).contains("Выбрано лицензий: 1");
    }

    @Test
    void aLicenseThatIsGoneWhenItsPageIsReadLeavesTheListWithoutAnError() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 2).getFirst();
        open("ru");
        jdbc.sql("update license set distributor_id = :to where id = :id").param("to", business.distributor("Другой").id())
                .param("id", license).update();

        test(grid()).select(0);
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(statuses()).contains("Лицензий: 1");
        });

        assertThat(find(Notification.class).exists()).isFalse();
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(texts()).contains("Выбрано лицензий: 1");
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

    private void search(String text) {
        test(findInView(TextField.class).single()).setValue(text);
    }

    private String statusAt(int row) {
        return test(grid()).getLitRendererPropertyValue(row, "status", "text", String.class);
    }

    /** How the supplier's box is drawn. */
    private String box(int row) {
        ObjectNode data = JacksonUtils.createObjectNode();
        ((ServiceSelection) grid().getSelectionModel()).generateData(test(grid()).getRow(row), data);
        return data.path("box").asString();
    }

    private boolean isSelected(int row) {
        return grid().getSelectionModel().isSelected(test(grid()).getRow(row));
    }

    /** The licenses in the order that the grid asks for. */
    private List<ServiceRow> rows() {
        return grid().getDataProvider().fetchChildren(new HierarchicalQuery<>(0, 50,
                grid().getDataCommunicator().getBackEndSorting(), null, null, test(grid()).getRow(0))).toList();
    }

    private String hidden() {
        return findInView(Span.class).withClassName("selection-hidden").single().getText();
    }

    private List<String> statuses() {
        return findInView(Span.class).withAttribute("role", "status").all().stream().map(Span::getText).toList();
    }

    private String supplierAt(int row) {
        return ((ServiceRow.Supplier) test(grid()).getRow(row)).group().supplierName();
    }

    private Button connect() {
        return iconButton("vaadin:plus");
    }

    private Button disconnect() {
        return iconButton("vaadin:minus");
    }

    private Button iconButton(String icon) {
        return findInView(Button.class).withCondition(button -> button.getIcon() != null
                && icon.equals(button.getIcon().getElement().getAttribute("icon"))).single();
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

    private void tellOfChange() {
        ArgumentCaptor<Consumer<Change>> listener = ArgumentCaptor.captor();
        verify(feed, atLeastOnce()).subscribe(listener.capture());
        listener.getAllValues().forEach(heard ->
                heard.accept(new Change(Change.Topic.LICENSES, distributor.id().toString())));
    }

    private void hearOfChange() {
        tellOfChange();
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> {
            roundTrip();
            return find(ConfirmDialog.class).exists();
        });
    }
}
