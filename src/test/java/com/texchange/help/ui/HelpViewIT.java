package com.texchange.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Role;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class HelpViewIT extends Page {

    @Autowired
    TestPeople people;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SUPPLIER        | ru | Руководство пользователя | Пригласить дистрибьютора",
        "SUPPLIER        | en | User guide | Invite a distributor",
        "DISTRIBUTOR     | ru | Руководство пользователя | Подключить лицензии",
        "DISTRIBUTOR     | en | User guide | Connect licenses",
        "SALES           | ru | Руководство пользователя | Рассмотреть заявку",
        "SALES           | en | User guide | Decide on a request",
        "PROCESS_MANAGER | ru | Руководство пользователя | Найти подключение",
        "PROCESS_MANAGER | en | User guide | Find an onboarding"})
    void everyRoleFindsItsOwnGuide(Role role, String language, String title, String heading) {
        signIn(language, role);
        open("help");

        assertThat(find(H1.class).single().getText()).isEqualTo(title);
        assertThat(find(H2.class).all()).extracting(H2::getText).contains(heading);
        assertThat(contents()).contains(heading);
        List<String> pictures = find(Image.class).all().stream().map(Image::getSrc).toList();
        assertThat(pictures).isNotEmpty().allMatch(picture -> picture.startsWith("pictures/help/") && picture.endsWith("-" + language + ".png"));
        assertThat(find(Anchor.class).withClassName("picture").all()).as("each leads to its file, to be enlarged on a phone")
                .extracting(Anchor::getHref).isEqualTo(pictures);
    }

    @Test
    void theContentsLeadToSectionsOfTheOpenPage() {
        signIn("en", Role.SUPPLIER);
        navigate("help", "page=company");

        Anchor link = find(Anchor.class).withText("If something goes wrong").single();
        assertThat(link.getHref()).isEqualTo("help?page=company#trouble");
        assertThat(find(Section.class).withId("trouble").exists()).isTrue();
    }

    @Test
    void aPageOfASecondRoleOpensThatRolesGuide() {
        signIn("en", Role.SUPPLIER, Role.DISTRIBUTOR);
        navigate("help", "page=services");

        assertThat(find(RouterLink.class).withAttribute("aria-current", "page").single().getText()).isEqualTo("Distributor");
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Connect licenses");
    }

    @ParameterizedTest
    @CsvSource({"page=no-such-page", "page=", "other=1"})
    void anUnknownPageOpensTheGuideAtItsTop(String query) {
        signIn("en", Role.SALES);
        navigate("help", query);

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Load licenses");
    }

    @Test
    void aGuideOfAnotherRoleIsForTheOperatorsPeopleOnly() {
        signIn("en", Role.SUPPLIER);
        open("help/sales");
        assertThat(words()).contains("No access").doesNotContain("Load licenses");

        signIn("en", Role.SALES);
        open("help/supplier");
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Invite a distributor");
    }

    @Test
    void anUnknownRoleIsNotFound() {
        signIn("ru", Role.SALES);
        open("help/astronaut");

        assertThat(words()).contains("Страница не найдена");
    }

    private void signIn(String language, Role... roles) {
        boolean operator = List.of(roles).contains(Role.SALES) || List.of(roles).contains(Role.PROCESS_MANAGER);
        SignedIn.as(people.person(operator ? null : people.supplier().companyId(), roles), language);
    }

    private void navigate(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private List<String> contents() {
        return find(Nav.class).withClassName("guide-contents").single().getElement().getChild(0).getChildren()
                .map(item -> item.getTextRecursively()).toList();
    }
}
