package com.texchange.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.SupplierCardFilter;
import com.texchange.partners.Companies;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The card of the customer's instruction (3.2.5). */
@IntegrationTest
class SuppliersViewIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    Joining joining;
    @Autowired
    Companies companies;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ChangeFeed changes;
    @Autowired
    TransactionTemplate transaction;
    private Actor supplier;
    private Actor distributor;

    @BeforeEach
    void people() {
        supplier = people.supplier();
        distributor = people.distributor(1);
    }

    @Test
    void theCardHasTheInstructionsWords() {
        journey.accepting(supplier, distributor);
        open();

        assertThat(find(Term.class).all()).extracting(Term::getText).containsExactly("Код дистрибьютора", "Город",
                "ФИО контактного лица", "Контактный телефон", "Контактная почта");
        assertThat(words()).contains(companies.get(supplier.companyAs(Role.SUPPLIER)).name(), "Астрахань",
                "Пётр Контактов", "+7 999 000-00-00");
        assertThat(delegation().getElement().getTextRecursively()).startsWith("Разрешить управление моими лицензиями в Т-Обмене");
    }

    /** On a phone the address has less than a line. */
    @Test
    void aLongContactAddressIsPartedAtItsSigns() {
        journey.accepting(supplier, distributor);
        open();

        Anchor address = find(Anchor.class).all().stream().filter(link -> link.getHref().startsWith("mailto:"))
                .filter(link -> find(UnbrokenText.class, link).exists()).findFirst().orElseThrow();
        String whole = address.getElement().getTextRecursively();
        assertThat(address.getHref()).isEqualTo("mailto:" + whole);
    }

    @Test
    void acceptingLeadsToTheLicenses() {
        OnboardingId id = journey.accepting(supplier, distributor);
        open();
        assertThat(words()).contains("Ждёт Вашего решения");
        test(delegation()).click();
        click("Принять");

        assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTING);
        assertThat(words()).contains("Выберите лицензии").doesNotContain("Ждёт Вашего решения");
        assertThat(delegation().getValue()).isTrue();
        assertThat(hasButton("Принять")).isFalse();
        Button licenses = button("Лицензии");
        // The engine offers the task a moment later; a click may be on its way.
        awaitWords("Срок: ");
        assertThat(button("Лицензии")).isSameAs(licenses);
    }

    @Test
    void decliningNeedsAReason() {
        OnboardingId id = journey.accepting(supplier, distributor);
        open();
        click("Отказаться");
        click("Отказаться");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        test(find(TextArea.class).single()).setValue("Другой поставщик");
        click("Отказаться");

        assertThat(journey.stage(id)).isEqualTo(Stage.DECLINED);
        assertThat(words()).contains("Вы отказались от этого приглашения.", "Другой поставщик");
    }

    @Test
    void theWindowToDeclineWhatIsRevokedMeanwhileClosesAndTheCardSaysSo() {
        OnboardingId id = journey.accepting(supplier, distributor);
        open();
        click("Отказаться");
        test(find(TextArea.class).single()).setValue("Другой поставщик");
        invitations.revoke(id, "Ошибка", supplier);
        click("Отказаться");

        assertThat(find(FormDialog.class).exists()).isFalse();
        assertThat(notices()).anyMatch(notice -> notice.contains("Приглашение отозвано."));
        assertThat(hasButton("Отказаться")).isFalse();
        assertThat(journey.stage(id)).isEqualTo(Stage.REVOKED);
    }

    @Test
    void theSwitchIsLockedWhereLicensesBelongToTheSupplierAndSaysWhy() {
        people.loadLicenses(distributor.companyAs(Role.DISTRIBUTOR), supplier.companyAs(Role.SUPPLIER), 1);
        journey.accepting(supplier, distributor);
        open();

        assertThat(delegation().getValue()).isTrue();
        assertThat(delegation().isReadOnly()).isTrue();
        assertThat(words()).contains("принадлежат этому поставщику, поэтому флажок нельзя отключить");
    }

    @Test
    void theSwitchTakesEffectAtOnceAfterTheDecision() {
        journey.connecting(supplier, distributor);
        open();
        test(delegation()).click();

        assertThat(notices()).anyMatch(notice -> notice.contains("теперь может управлять Вашими лицензиями"));
        assertThat(delegation().getValue()).isTrue();
    }

    @Test
    void aDecisionNeedsNoTask() {
        OnboardingId id = journey.accepting(supplier, distributor);
        jdbc.sql("delete from user_task where subject_id = ?").param(id.value()).update();
        open();
        click("Принять");

        assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTING);
    }

    @Test
    void theSwitchKeepsItsPlaceWhileThePageCatchesUp() {
        journey.accepting(supplier, distributor);
        open();
        test(delegation()).click();
        jdbc.sql("update company set city = 'Тверь' where id = ?")
                .param(supplier.companyAs(Role.SUPPLIER).value()).update();
        transaction.executeWithoutResult(status -> changes.publish(
                new Change(Change.Topic.ONBOARDING, distributor.companyAs(Role.DISTRIBUTOR).toString())));

        awaitWords("Тверь");
        assertThat(delegation().getValue()).isTrue();
    }

    @Test
    void withoutSuppliersThePageSaysHowToGetOne() {
        open();

        assertThat(words()).contains("Поставщиков пока нет", "откройте ссылку из его письма");
    }

    @Test
    void theSwitchSaysWhatItMeansAsItStands() {
        journey.accepting(supplier, distributor);
        open();
        assertThat(words()).contains("Поставщик не сможет подключать, отключать и переносить");

        test(delegation()).click();

        assertThat(words()).contains("Поставщик сможет подключать, отключать и переносить")
                .doesNotContain("Поставщик не сможет");
    }

    @ParameterizedTest
    @CsvSource({
        "ru, 'Ответьте, пожалуйста, до', Принять, Остался один шаг, Лицензии",
        "en, 'Please answer by', Accept, One step is left, Licenses"})
    void theCardSaysWhatIsToDoAndWhatComesAfter(String language, String answer, String accept, String step,
            String licenses) {
        OnboardingId id = journey.accepting(supplier, distributor);
        SignedIn.as(distributor, language);
        open("exchange/suppliers");
        assertThat(words()).contains(answer);
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("onboarding/" + id);

        click(accept);

        assertThat(words()).contains(step);
        assertThat(hasButton(licenses)).isTrue();
    }

    @Test
    void anInvitationThatIsOverSaysHowToComeBack() {
        OnboardingId id = journey.accepting(supplier, distributor);
        invitations.revoke(id, "Ошиблись адресом", supplier);
        open();

        assertThat(words()).contains("Поставщик отозвал приглашение.", "попросите поставщика пригласить Вас снова",
                "Ошиблись адресом");
        assertThat(find(Checkbox.class).exists()).isFalse();
    }

    @Test
    void whatIsToDoComesFirstAndOfThatWhatEndsSooner() {
        journey.connected(supplier, distributor, 1);
        Actor waiting = people.supplier();
        Actor asking = people.supplier();
        journey.connecting(waiting, distributor);
        journey.accepting(asking, distributor);
        open();

        assertThat(names()).containsExactly(name(waiting), name(asking), name(supplier));
    }

    @Test
    void anAddressLeadsToItsCard() {
        OnboardingId id = journey.connected(supplier, distributor, 1);
        journey.accepting(people.supplier(), distributor);
        SignedIn.as(distributor, "ru");
        open("exchange/suppliers/" + id);

        assertThat(names()).startsWith(name(supplier)).hasSize(2);
        assertThat(find(Article.class).all().getFirst().getElement().getAttribute("aria-current")).isEqualTo("true");
    }

    @Test
    void anInvitationToTheOwnAddressComesAndGoesWithoutReload() {
        open();
        assertThat(words()).contains("Поставщиков пока нет");

        OnboardingId id = journey.invite(supplier, distributor.email().value());
        awaitWords(name(supplier));
        invitations.revoke(id, "Пригласили по ошибке", supplier);

        awaitWords("Поставщиков пока нет");
    }

    @Test
    void anotherDistributorsAddressLeadsToNoCard() {
        OnboardingId id = journey.accepting(supplier, people.distributor(0));
        SignedIn.as(distributor, "ru");
        open("exchange/suppliers/" + id);

        assertThat(words()).contains("Поставщиков пока нет");
    }

    @Test
    void manySuppliersCanBeSearched() {
        List<Actor> suppliers = IntStream.range(0, 6).mapToObj(i -> people.supplier()).toList();
        suppliers.forEach(each -> invited(each, distributor));
        open();
        assertThat(names()).hasSize(6);

        test(find(TextField.class).single()).setValue(name(suppliers.get(3)));
        assertThat(names()).containsExactly(name(suppliers.get(3)));
        test(find(TextField.class).single()).setValue("так никого не зовут");
        assertThat(words()).contains("Таких поставщиков нет");
        click("Показать всех поставщиков");
        assertThat(names()).hasSize(6);
        show().setValue(SupplierCardFilter.Show.WORKING);
        assertThat(words()).contains("Таких поставщиков нет");
    }

    @Test
    void moreSuppliersThanFitAreShownOnDemand() {
        IntStream.range(0, 26).forEach(i -> invited(people.supplier(), distributor));
        open();
        assertThat(names()).hasSize(24);

        click("Показать ещё");

        assertThat(names()).hasSize(26);
        assertThat(hasButton("Показать ещё")).isFalse();
    }

    /** Without waiting for the engine. */
    private void invited(Actor from, Actor to) {
        joining.follow(journey.token(journey.invite(from, to.email().value())), to);
    }

    private List<String> names() {
        return find(H2.class).all().stream().map(H2::getText).toList();
    }

    private String name(Actor of) {
        return companies.get(of.companyAs(Role.SUPPLIER)).name();
    }

    @Test
    void whatIsSearchedForIsInTheAddress() {
        journey.accepting(supplier, distributor);
        SignedIn.as(distributor, "ru");
        open("exchange/suppliers?search=nothing");
        assertThat(words()).contains("Таких поставщиков нет");

        click("Показать всех поставщиков");

        assertThat(writtenAddress()).isEqualTo("exchange/suppliers");
        assertThat(words()).contains("Ждёт Вашего решения");
    }

    private void open() {
        SignedIn.as(distributor, "ru");
        open("exchange/suppliers");
    }

    @SuppressWarnings("unchecked")
    private Select<SupplierCardFilter.Show> show() {
        return find(Select.class).single();
    }

    private Checkbox delegation() {
        return find(Checkbox.class).single();
    }
}
