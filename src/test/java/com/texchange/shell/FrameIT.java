package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.Role;
import com.texchange.common.ui.MenuCount;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyData;
import com.texchange.partners.CompanyName;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What surrounds every page of people who are signed in. */
@IntegrationTest
class FrameIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    ChangeFeed feed;
    @Autowired
    Companies companies;
    @Autowired
    CompanyData names;

    @ParameterizedTest
    @CsvSource({"SUPPLIER, ''", "SUPPLIER, exchange/distributors", "SUPPLIER, company", "SUPPLIER, no-such-page",
        "SUPPLIER, exchange/reconciliation",
        "SUPPLIER, tasks", "DISTRIBUTOR, ''", "DISTRIBUTOR, tasks", "DISTRIBUTOR, exchange/suppliers",
        "DISTRIBUTOR, services", "DISTRIBUTOR, company", "SALES, ''", "SALES, tasks", "SALES, licenses/load",
        "MANAGER, ''", "MANAGER, onboardings"})
    void everyPageHasOneHeadingOfTheFirstLevelInsideTheFrame(String role, String address) {
        SignedIn.as(person(role), "ru");
        open(address);

        assertThat(find(H1.class).all()).hasSize(1);
        Main page = find(Main.class).single();
        assertThat(find(H1.class, page).exists()).isTrue();
        assertThat(find(NativeButton.class).withText("К содержанию").exists()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Страница не найдена | Лицензионное соглашение | Руководство пользователя",
        "en | Page not found | License agreement | User guide"})
    void anErrorKeepsTheFrameAroundIt(String language, String title, String agreement, String guide) {
        SignedIn.as(people.supplier(), language);
        open("no-such-page");

        assertThat(find(MainLayout.class).exists()).isTrue();
        assertThat(find(H1.class).single().getText()).isEqualTo(title);
        assertThat(find(Anchor.class).withText(agreement).single().getHref()).isEqualTo("agreement");
        assertThat(find(Anchor.class).withText(guide).single().getHref()).isEqualTo("help");
    }

    @Test
    void theFrameIsThereOnceAfterAnError() {
        SignedIn.as(people.supplier(), "ru");
        open("no-such-page");
        open("company");

        assertThat(find(MainLayout.class).all()).hasSize(1);
        assertThat(words()).contains("Контактная почта");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void theHelpIsThatOfThePageWithoutWhatItShows(String end) {
        SignedIn.as(people.supplier(), "ru");
        open("exchange/distributors" + (end.isEmpty() ? "" : end + UUID.randomUUID()));

        assertThat(help()).isIn("help?page=exchange/distributors", "help?page=exchange%2Fdistributors");
        open("company");
        assertThat(help()).isEqualTo("help?page=company");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Вы вошли как Ирина Поставкина | Поставщик | Выйти",
        "en | Signed in as Ирина Поставкина | Supplier | Sign out"})
    void theUserMenuSaysWhoIsSignedIn(String language, String name, String role, String signOut) {
        Actor supplier = people.supplier();
        SignedIn.as(supplier, language);
        open("company");

        UserMenu menu = find(UserMenu.class).single();
        assertThat(menu.getContent().getItems().getFirst().getElement().getAttribute("aria-label")).isEqualTo(name);
        String inside = menu.getContent().getItems().getFirst().getSubMenu().getChildren()
                .map(item -> item.getElement().getTextRecursively()).reduce("", (all, text) -> all + "\n" + text);
        assertThat(inside).contains(supplier.email().value(), role, signOut);
    }

    @Test
    void theHeaderHasTheNameThatTheCompanyIsGivenWhileThePageIsOpen() {
        Actor supplier = people.supplier();
        CompanyId company = Objects.requireNonNull(supplier.companyId());
        SignedIn.as(supplier, "ru");
        open("company");
        assertThat(organization()).isEqualTo(companies.get(company).name());

        names.identify(company, CompanyName.of(companies.get(company)), new CompanyName("ООО «Новая вывеска»", TestPeople.anyTaxId()),
                "Переименована", people.sales());

        until(() -> organization().equals("ООО «Новая вывеска»"));
    }

    @Test
    void aHugeNumberIsCutForTheEyeAndForTheEar() {
        SignedIn.as(people.supplier(), "en");
        open("company");
        MenuNumber number = new MenuNumber(fixed(1234), people.supplier(), feed);

        assertThat(number.getElement().getTextRecursively()).isEqualTo("999+Open tasks: more than 999");
        assertThat(new MenuNumber(fixed(999), people.supplier(), feed).getElement().getTextRecursively()).isEqualTo("999Open tasks: 999");
        assertThat(new MenuNumber(fixed(0), people.supplier(), feed).isVisible()).isFalse();
    }

    private String organization() {
        return find(OrganizationName.class).single().getContent().getText();
    }

    private String help() {
        return find(HelpLink.class).single().getContent().getHref();
    }

    private Actor person(String role) {
        return switch (role) {
            case "SUPPLIER" -> people.supplier();
            case "DISTRIBUTOR" -> people.distributor(1);
            case "SALES" -> people.sales();
            default -> people.processManager();
        };
    }

    private static MenuCount fixed(int number) {
        return MenuCount.of("company", Role.SUPPLIER, actor -> number, "tasks.menuCount", (change, actor) -> false);
    }
}
