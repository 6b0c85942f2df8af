package com.texchange.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.TestSessions;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.grants.GrantInfo;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.grants.Grants;
import com.texchange.onboarding.Activities;
import com.texchange.onboarding.Activity;
import com.texchange.onboarding.ActivityKind;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.PeopleWithPasswords;
import com.texchange.testing.Requests;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** «Что разрешено»: the grant behind the switch on the supplier's card, and what the story tells of it. */
@IntegrationTest
class WhatIsGrantedIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    TestSessions sessions;
    @Autowired
    Journey journey;
    @Autowired
    Grants grants;
    @Autowired
    Activities activities;
    private Actor distributor;
    private CompanyId supplier;
    private OnboardingId id;

    @BeforeEach
    void connecting() {
        Actor inviter = people.supplier();
        supplier = inviter.companyAs(Role.SUPPLIER);
        distributor = people.distributor(2);
        id = journey.connecting(inviter, distributor);
    }

    @Test
    void theSwitchGrantsAllAndItsDialogNarrowsIt() {
        open();
        test(findInView(Checkbox.class).single()).click();
        click("Что разрешено");
        assertThat(words()).contains("Олег Дистрибьюторов", "ещё не использовалось");
        assertThat(acts().getValue()).hasSize(3);

        acts().setValue(Set.of(GrantedAct.CONNECT));
        test(find(DatePicker.class).single()).setValue(LocalDate.now().plusDays(9));
        click("Сохранить");

        assertThat(given().acts()).containsExactly(GrantedAct.CONNECT);
        assertThat(words()).contains("Поставщику разрешено: подключать; до ");
        assertThat(activities.of(id)).extracting(Activity::kind)
                .endsWith(ActivityKind.DELEGATED, ActivityKind.DELEGATION_CHANGED);
        open("onboarding/" + id);
        assertThat(words()).contains("изменено, что поставщику разрешено делать с лицензиями: подключать; до ");
    }

    @Test
    void whereNothingIsGrantedTheDialogGrants() {
        open();
        click("Что разрешено");
        click("Сохранить");

        assertThat(given().acts()).hasSize(3);
        assertThat(findInView(Checkbox.class).single().getValue()).isTrue();
    }

    @Test
    void itIsWithdrawnFromTheDialogToo() {
        grants.giveAll(supplier, distributor);
        open();
        click("Что разрешено");
        click("Отозвать разрешение");
        assertThat(grants.given(supplier, distributor)).as("before the question is answered").isPresent();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(grants.given(supplier, distributor)).isEmpty();
        assertThat(activities.of(id)).extracting(Activity::kind).endsWith(ActivityKind.DELEGATION_WITHDRAWN);
    }

    @Test
    void whatAColleagueHasNarrowedMeanwhileIsShownBeforeItIsReplaced() {
        grants.giveAll(supplier, distributor);
        open();
        click("Что разрешено");
        acts().setValue(Set.of(GrantedAct.MOVE));
        Requests.allow(grants, supplier, new GrantTerms(Set.of(GrantedAct.CONNECT), null, "Сезон"), people.colleague(distributor));

        click("Сохранить");
        assertThat(given().acts()).containsExactly(GrantedAct.CONNECT);
        assertThat(words()).contains("это изменили. Сейчас разрешено: подключать; без срока. Причина: Сезон. Чтобы заменить");
        assertThat(acts().getValue()).as("what was typed stays").containsExactly(GrantedAct.MOVE);
        click("Сохранить");

        assertThat(given().acts()).containsExactly(GrantedAct.MOVE);
    }

    /** Nothing that was typed is lost, and who only reads is asked for nothing. */
    @Test
    void whoHasSignedInLongAgoIsAskedForThePasswordWhenItIsSaved() {
        grants.giveAll(supplier, distributor);
        SignedIn.as(distributor, "ru");
        sessions.beginHereLongAgo(distributor);
        open("exchange/suppliers/" + id);
        click("Что разрешено");
        assertThat(find(PasswordField.class).exists()).isFalse();
        acts().setValue(Set.of(GrantedAct.MOVE));

        click("Сохранить");
        assertThat(words()).contains("Чтобы продолжить, введите пароль.");
        assertThat(given().acts()).hasSize(3);
        find(PasswordField.class).single().setValue(PeopleWithPasswords.PASSWORD);
        click("Продолжить");

        assertThat(given().acts()).containsExactly(GrantedAct.MOVE);
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void aLockedSwitchSaysWhoseTheLicensesAreAndLeavesTheOthersToTheDialog() {
        people.loadLicenses(distributor.companyAs(Role.DISTRIBUTOR), supplier, 1);
        open();
        assertThat(words()).contains("Поставщику принадлежит лицензий: 1 из 3.");
        assertThat(find(Anchor.class).withText("Показать лицензии поставщика").single().getHref()).isEqualTo("services?supplier=" + supplier + "&show=own");

        click("Что разрешено");
        acts().setValue(Set.of(GrantedAct.MOVE));
        click("Сохранить");

        assertThat(given().acts()).containsExactly(GrantedAct.MOVE);
        assertThat(words()).contains("С остальными разрешено: переносить на другие устройства; без срока.");
    }

    private void open() {
        SignedIn.as(distributor, "ru");
        open("exchange/suppliers/" + id);
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<GrantedAct> acts() {
        return find(CheckboxGroup.class).single();
    }

    private GrantInfo given() {
        return grants.given(supplier, distributor).orElseThrow();
    }
}
