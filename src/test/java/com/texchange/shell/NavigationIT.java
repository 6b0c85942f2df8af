package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who finds what in the menu, and what happens to who goes elsewhere. */
@IntegrationTest
class NavigationIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SUPPLIER        | ru | Главная, Задачи, Т-Обмен, Дистрибьюторы, Лицензии, Устройства, Сверка, Операции, Компания, Сотрудники, Единый вход, Журнал действий | Пригласите первого дистрибьютора",
        "SUPPLIER        | en | Home, Tasks, T-Exchange, Distributors, Licenses, Devices, Reconciliation, Operations, Company, People, Single sign-on, Audit log | Invite your first distributor",
        "DISTRIBUTOR     | ru | Главная, Задачи, Устройства, Т-Обмен, Поставщики, Сервисы и баланс, Операции, Компания, Сотрудники, Единый вход, Журнал действий"
            + " | Сейчас от Вас ничего не требуется",
        "DISTRIBUTOR     | en | Home, Tasks, Devices, T-Exchange, Suppliers, Services and balance, Operations, Company, People, Single sign-on, Audit log"
            + " | Nothing is asked of you",
         "SALES           | ru | Главная, Задачи, Операции, Лицензии, Компании, Загрузка лицензий, Письма, Журнал действий | Здравствуйте, Марина Продажина",
         "ADMINISTRATOR   | ru | Главная, Сотрудники, Журнал действий | Здравствуйте, Алла",
         "PROCESS_MANAGER | ru | Главная, Операции, Подключения, Процессы, Письма, Проверка данных, Журнал действий | Здравствуйте, Пётр"})
    void theMenuAndTheHomePageAreThoseOfTheRole(String role, String language, String menu, String sentence) {
        SignedIn.as(person(role), language);
        open("");

        assertThat(menu()).containsExactlyInAnyOrder(menu.strip().split(", "));
        assertThat(words()).contains(sentence.strip());
    }

    @ParameterizedTest
    @CsvSource({"SUPPLIER, exchange/suppliers", "SUPPLIER, services", "SUPPLIER, onboardings", "SUPPLIER, licenses/load", "SUPPLIER, letters",
        "DISTRIBUTOR, exchange/distributors", "DISTRIBUTOR, onboardings", "DISTRIBUTOR, letters", "SALES, exchange/distributors",
        "SALES, exchange/reconciliation", "DISTRIBUTOR, exchange/reconciliation",
        "SALES, onboardings", "SUPPLIER, registry/licenses", "SUPPLIER, registry/companies", "PROCESS_MANAGER, registry/companies", "DISTRIBUTOR, registry/licenses", "DISTRIBUTOR, exchange/devices", "SUPPLIER, devices",
        "PROCESS_MANAGER, registry/licenses", "PROCESS_MANAGER, licenses/load", "PROCESS_MANAGER, services", "SALES, registry/people", "PROCESS_MANAGER, registry/people", "SUPPLIER, registry/people",
        "ADMINISTRATOR, registry/companies", "ADMINISTRATOR, processes", "ADMINISTRATOR, people"})
    void aPageOfAnotherRoleIsNotShown(String role, String address) {
        SignedIn.as(person(role), "ru");
        open(address);

        assertThat(getCurrentView()).isInstanceOf(ErrorPage.class);
    }

    @Test
    void thatAPageWasDeniedIsRecorded() {
        Actor supplier = people.supplier();
        SignedIn.as(supplier, "ru");
        comingFrom("203.0.113.81", () -> open("registry/companies"));

        await().untilAsserted(() -> assertThat(jdbc.sql("select kind || ' ' || subject from audit_entry where actor_id = ?").param(supplier.id().value())
                .query(String.class).list()).contains("PAGE_DENIED /registry/companies"));
    }

    @Test
    void anUnknownAddressIsExplainedInBothLanguages() {
        SignedIn.as(people.supplier(), "ru");
        open("no-such-page");
        assertThat(words()).contains("Страница не найдена");

        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("another-such-page");
        assertThat(words()).contains("Page not found", "To the home page");
    }

    @ParameterizedTest
    @CsvSource({"SUPPLIER, Дистрибьюторы", "DISTRIBUTOR, Поставщики"})
    void theExchangeLeadsToItsFirstPage(String role, String title) {
        SignedIn.as(person(role), "ru");
        open("");
        SideNavItem exchange = find(SideNavItem.class).all().stream().filter(item -> item.getLabel().equals("Т-Обмен"))
                .findFirst().orElseThrow();

        open(exchange.getPath());

        assertThat(find(H1.class).single().getText()).isEqualTo(title);
    }

    /** A page can have an entry of its own below another one's. */
    @Test
    void eachPageOfTheMenuMarksItsOwnEntryAlone() {
        for (String role : List.of("SUPPLIER", "DISTRIBUTOR", "SALES", "PROCESS_MANAGER", "ADMINISTRATOR")) {
            SignedIn.as(person(role), "ru");
            open("");
            List<SideNavItem> items = find(SideNavItem.class).all().stream().filter(item -> !item.getPath().equals(Routes.EXCHANGE_ENTRY)).toList();
            for (SideNavItem page : items) {
                assertThat(items).as(role + " at " + page.getPath()).filteredOn(item -> item.getPath().equals(page.getPath())
                        || item.isMatchNested() && page.getPath().startsWith(item.getPath() + "/")).containsExactly(page);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ADMINISTRATOR, ru, даёт его администратор", "SALES, en, The operator’s administrator gives", "SUPPLIER, ru, обратитесь к оператору"})
    void whoMayNotSeeAPageReadsWhomToAsk(String role, String language, String whom) {
        SignedIn.as(person(role), language);
        open("processes");

        assertThat(words()).contains(whom);
    }

    private Actor person(String role) {
        return switch (role) {
            case "SUPPLIER" -> people.supplier();
            case "DISTRIBUTOR" -> people.distributor(0);
            case "SALES" -> people.sales();
            case "ADMINISTRATOR" -> people.operatorsAdministrator();
            default -> people.processManager();
        };
    }

    private List<String> menu() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }
}
