package com.texchange.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.partners.Companies;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        assertThat(delegation().getLabel()).isEqualTo("Разрешить управление моими лицензиями в Т-Обмене");
    }

    @Test
    void acceptingLeadsToTheLicenses() {
        OnboardingId id = journey.accepting(supplier, distributor);
        open();
        test(delegation()).click();
        click("Принять");

        assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTING);
        assertThat(delegation().getValue()).isTrue();
        assertThat(hasButton("Лицензии")).isTrue();
        assertThat(hasButton("Принять")).isFalse();
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

    private void open() {
        SignedIn.as(distributor, "ru");
        open("exchange/suppliers");
    }

    private Checkbox delegation() {
        return find(Checkbox.class).single();
    }
}
