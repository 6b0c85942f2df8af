package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A company that is switched off: its people are kept out, and what is under way waits for them. */
@IntegrationTest
class CompanySwitchIT extends Page {

    private static final String REASON = "Договор расторгнут";
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Acceptance acceptance;
    @Autowired
    CompanySwitch companySwitch;
    @Autowired
    PeopleOfCompanies ofCompanies;
    @Autowired
    ColleagueInvitations invitations;
    @Autowired
    Passwords passwords;
    @Autowired
    Accounts accounts;
    private Actor administrator;
    private Actor sales;
    private CompanyId company;

    @BeforeEach
    void thereIsACompany() {
        administrator = people.distributor(0);
        company = administrator.companyAs(Role.DISTRIBUTOR);
        sales = people.sales();
    }

    @Test
    void itsPeopleAreKeptOutAndComeBackButWhoWasKeptOutAlone() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        Actor alone = people.colleague(administrator, Position.READER);
        ofCompanies.enable(alone.id(), false, REASON, sales);
        String email = TestPeople.anyEmail();
        AccountId invited = invitations.invite(new NewColleague("Ольга", email, Position.READER, Languages.RUSSIAN), administrator);
        String token = Mailbox.of(email).await("Вас приглашают").token();
        companySwitch.turn(company, false, REASON, sales);

        for (Actor person : List.of(administrator, manager, alone)) {
            assertThat(accounts.actor(person.id())).isEmpty();
        }
        assertThat(accounts.ofCompany(company)).isEmpty();
        assertThat(passwords.isUsable(token)).isFalse();
        assertThatThrownBy(() -> companySwitch.turn(company, false, REASON, sales)).hasMessage("accounts.register.isOff");
        assertThatThrownBy(() -> ofCompanies.enable(manager.id(), true, REASON, sales)).hasMessage("accounts.register.companyOff");
        // A registration that was approved before: its person comes in with the others.
        AccountInfo late = accounts.open(new NewAccount(new EmailAddress(TestPeople.anyEmail()), "Пётр Поздний", company,
                Set.of(Role.DISTRIBUTOR), Languages.RUSSIAN));
        assertThat(accounts.actor(late.id())).isEmpty();
        companySwitch.turn(company, true, REASON, sales);

        for (AccountId person : List.of(administrator.id(), manager.id(), late.id())) {
            assertThat(accounts.actor(person)).isPresent();
        }
        assertThat(accounts.actor(administrator.id()).orElseThrow().administers()).isTrue();
        assertThat(accounts.actor(late.id()).orElseThrow().administers()).isFalse();
        assertThat(accounts.actor(alone.id())).isEmpty();
        assertThat(accounts.actor(invited)).isEmpty();
        assertThat(ofCompanies.history(company, sales)).extracting(OperatorChange::kind)
                .startsWith(OperatorChange.Kind.COMPANY_ON, OperatorChange.Kind.COMPANY_OFF);
    }

    @Test
    void whoHoldsALinkIsToldThatNoOtherHelpsAndNobodyElseIs() {
        UI.getCurrent().setLocale(Languages.RUSSIAN);
        String email = TestPeople.anyEmail();
        invitations.invite(new NewColleague("Ольга", email, Position.READER, Languages.RUSSIAN), administrator);
        String before = Mailbox.of(email).await("Вас приглашают").token();
        companySwitch.turn(company, false, REASON, sales);
        AccountInfo late = accounts.open(new NewAccount(new EmailAddress(TestPeople.anyEmail()), "Пётр Поздний", company,
                Set.of(Role.DISTRIBUTOR), Languages.RUSSIAN));
        String since = accounts.passwordLink(late.id()).url().replaceAll(".*token=", "");

        for (String token : List.of(before, since)) {
            assertThat(pageOf(token)).contains("Доступ Вашей компании к сервису отключён", "отдел продаж").doesNotContain("Запросить новую ссылку");
            assertThatThrownBy(() -> passwords.set(token, "тёплый чай с лимоном у окна")).hasMessage("accounts.setPassword.companyOff");
        }
        assertThat(pageOf("x".repeat(before.length()))).contains("Запросить новую ссылку").doesNotContain("отключён");
        companySwitch.turn(company, true, REASON, sales);
        assertThat(pageOf(before)).contains("Запросить новую ссылку").doesNotContain("отключён");
        assertThat(pageOf(since)).contains("Пётр Поздний, придумайте пароль");
    }

    private String pageOf(String token) {
        open("set-password?token=" + token);
        return words();
    }

    @Test
    void whatIsUnderWayWaitsForThem() {
        OnboardingId onboarding = journey.accepting(people.supplier(), administrator);
        companySwitch.turn(company, false, REASON, sales);
        assertThat(journey.stage(onboarding)).isEqualTo(Stage.ACCEPTING);
        companySwitch.turn(company, true, REASON, sales);

        acceptance.decline(onboarding, "Проверено", accounts.actor(administrator.id()).orElseThrow());
    }

    @Test
    void onlyTheSalesDepartmentDoesSo() {
        for (Actor other : List.of(administrator, people.processManager(), people.operatorsAdministrator())) {
            assertThatThrownBy(() -> companySwitch.turn(company, false, REASON, other)).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(accounts.ofCompany(company)).extracting(AccountInfo::id).containsExactly(administrator.id());
    }

    @Test
    void thePageSaysSoAndAsksForAReason() {
        SignedIn.as(sales, "ru");
        open("registry/companies/" + company);
        click("Отключить компанию");
        test(find(TextArea.class).single()).setValue(REASON);
        click("Отключить компанию");

        assertThat(words()).contains("Отключена: её сотрудники не могут войти", "отключил(а) компанию", REASON);
        assertThat(hasButton("Включить компанию")).isTrue();
        assertThat(accounts.ofCompany(company)).isEmpty();
    }
}
