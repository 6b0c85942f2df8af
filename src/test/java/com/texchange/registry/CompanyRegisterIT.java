package com.texchange.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.Accounts;
import com.texchange.accounts.Colleague;
import com.texchange.accounts.CompanySwitch;
import com.texchange.accounts.NewColleague;
import com.texchange.accounts.OperatorChange;
import com.texchange.accounts.OwnProfile;
import com.texchange.accounts.Passwords;
import com.texchange.accounts.PeopleOfCompanies;
import com.texchange.accounts.PersonalData;
import com.texchange.accounts.TestSessions;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.SearchField;
import com.texchange.partners.CompanyInfo;
import com.texchange.registry.CompanyRegister.Listed;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.PeopleWithPasswords;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The operator's register: found, read, and a company given a new administrator. */
@IntegrationTest
class CompanyRegisterIT extends Page {

    private static final String REASON = "Письмо директора от 3 марта";
    @Autowired
    TestPeople people;
    @Autowired
    CompanyRegister register;
    @Autowired
    PeopleOfCompanies ofCompanies;
    @Autowired
    Accounts accounts;
    @Autowired
    CompanySwitch companySwitch;
    @Autowired
    OwnProfile profile;
    @Autowired
    PersonalData personalData;
    @Autowired
    Passwords passwords;
    @Autowired
    TestSessions sessions;
    private Actor administrator;
    private Actor sales;
    private CompanyInfo company;

    @BeforeEach
    void thereIsACompany() {
        administrator = people.distributor(3);
        sales = people.sales();
        company = people.companyOf(administrator.email().value());
    }

    @Test
    void aCompanyIsFoundByNameAndTaxIdWithItsFigures() {
        assertThat(register.page(company.taxId().value(), 0, 10, sales)).extracting(Listed::company).containsExactly(company);
        assertThat(register.count(company.taxId().value(), sales)).isEqualTo(1);
        assertThat(register.page(company.name(), 0, 10, sales)).extracting(Listed::company).contains(company);
        assertThat(register.figures(company.id(), sales)).isEqualTo(new CompanyRegister.Figures(0, 0, 3));
    }

    @Test
    void aCompanyIsFoundByTheNameAndTheAddressOfAnyOfItsPeople() {
        String number = administrator.id().toString().substring(0, 8);
        profile.rename("Ёлкина-%s Ольга".formatted(number), administrator);
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        String email = manager.email().value();

        for (String typed : List.of("ёлкина" + number, "ольга Елкина-" + number, company.name() + " Ёлкина-" + number)) {
            assertThat(register.page(typed, 0, 10, sales)).as(typed).extracting(Listed::company).containsExactly(company);
            assertThat(register.count(typed, sales)).as(typed).isEqualTo(1);
        }
        assertThat(register.page(email, 0, 10, sales)).flatExtracting(Listed::matchingPeople).containsExactly(manager.name() + ", " + email);
        assertThat(register.page(company.taxId().value(), 0, 10, sales)).flatExtracting(Listed::matchingPeople).isEmpty();
        assertThat(register.page("Ёлкина-" + number + " нигде", 0, 10, sales)).isEmpty();
    }

    @Test
    void whoIsErasedIsFoundNoMore() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        ofCompanies.enable(manager.id(), false, REASON, sales);
        assertThat(register.count(manager.email().value(), sales)).isEqualTo(1);

        personalData.erase(manager.id(), REASON, sales);

        assertThat(register.count(manager.email().value(), sales)).isZero();
        assertThat(register.count(manager.id().toString(), sales)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ru, 'Сотрудник: '", "en, 'Person: '"})
    void theListShowsWhoWasFound(String language, String found) {
        SignedIn.as(sales, language);

        open("registry/companies?search=" + administrator.email());

        Grid<?> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getCellComponent(0, "name").getElement().getTextRecursively())
                .isEqualTo(company.name() + found + administrator.name() + ", " + administrator.email());
    }

    @Test
    void theNumberOfItsLicensesLeadsToThem() {
        SignedIn.as(sales, "ru");
        open("registry/companies/" + company.id());
        Anchor licenses = find(Anchor.class).all().stream().filter(link -> link.getHref().startsWith("registry/licenses?")).findFirst().orElseThrow();
        assertThat(licenses.getText()).isEqualTo("3");

        open(licenses.getHref());

        Grid<?> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(3);
    }

    @Test
    void onlyTheSalesDepartmentReadsAndActs() {
        for (Actor other : List.of(administrator, people.supplier(), people.processManager())) {
            for (Runnable act : List.<Runnable>of(() -> register.page("", 0, 1, other), () -> register.count("", other),
                    () -> register.find(company.id(), other), () -> register.figures(company.id(), other),
                    () -> ofCompanies.of(company.id(), other), () -> ofCompanies.history(company.id(), other),
                    () -> ofCompanies.appoint(administrator.id(), REASON, other),
                    () -> ofCompanies.enable(administrator.id(), false, REASON, other),
                    () -> ofCompanies.invite(company.id(), colleague(), REASON, other))) {
                assertThatThrownBy(act::run).isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void aCompanyWhoseAdministratorIsKeptOutGetsAnotherOneWithAReason() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        assertThatThrownBy(() -> ofCompanies.enable(administrator.id(), false, " ", sales)).isInstanceOf(ConstraintViolationException.class);
        ofCompanies.enable(administrator.id(), false, "Почту взломали", sales);
        assertThat(accounts.actor(administrator.id())).isEmpty();
        assertThatThrownBy(() -> ofCompanies.appoint(administrator.id(), REASON, sales)).hasMessage("accounts.register.notIn");
        ofCompanies.appoint(manager.id(), REASON, sales);

        assertThat(accounts.actor(manager.id()).orElseThrow().administers()).isTrue();
        assertThat(Mailbox.of(manager.email().value()).await("Новый администратор компании " + company.name()).text()).contains(REASON);
        assertThat(ofCompanies.history(company.id(), sales)).extracting(OperatorChange::reason).containsExactly(REASON, "Почту взломали");
    }

    /** Two of the sales department read the same letter of the director. */
    @Test
    void whatAColleagueHasDoneAlreadyIsNeitherToldNorKeptTwice() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        Actor other = people.sales();
        ofCompanies.appoint(manager.id(), REASON, sales);
        assertThatThrownBy(() -> ofCompanies.appoint(manager.id(), REASON, other)).hasMessage("accounts.register.already");
        ofCompanies.enable(administrator.id(), false, REASON, sales);
        assertThatThrownBy(() -> ofCompanies.enable(administrator.id(), false, REASON, other)).hasMessage("accounts.register.already");
        ofCompanies.enable(administrator.id(), true, REASON, sales);
        assertThatThrownBy(() -> ofCompanies.enable(administrator.id(), true, REASON, other)).hasMessage("accounts.register.already");

        assertThat(ofCompanies.history(company.id(), sales)).extracting(OperatorChange::kind).containsExactly(OperatorChange.Kind.SWITCHED_ON,
                OperatorChange.Kind.SWITCHED_OFF, OperatorChange.Kind.APPOINTED);
    }

    @Test
    void thePageShowsWhatAColleagueDoes() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        SignedIn.as(sales, "ru");
        open("registry/companies/" + company.id());
        assertThat(hasButton("Сделать администратором")).isTrue();

        ofCompanies.appoint(manager.id(), REASON, people.sales());

        awaitWords("назначил(а) администратором: " + manager.name());
        assertThat(hasButton("Сделать администратором")).isFalse();
    }

    @Test
    void aNewAdministratorIsInvitedByLetter() {
        NewColleague invited = colleague();
        ofCompanies.invite(company.id(), invited, REASON, sales);

        var letter = Mailbox.of(invited.email()).await("Вас приглашают в кабинет компании " + company.name());
        assertThat(letter.link()).contains("token=");
        assertThat(letter.text().replaceAll("\\s+", " ")).contains("Отдел продаж приглашает Вас")
                .doesNotContain(sales.name(), "коллегу", "этого человека");
        assertThat(ofCompanies.of(company.id(), sales)).extracting(Colleague::state)
                .containsExactlyInAnyOrder(Colleague.State.IN, Colleague.State.INVITED);
    }

    /** Nobody of the company may be left who could, and the link would make whoever has it an administrator. */
    @Test
    void anInvitationToAMistypedAddressIsTakenBackAndOneThatIsLostIsSentAgain() {
        NewColleague mistyped = colleague();
        ofCompanies.invite(company.id(), mistyped, REASON, sales);
        String token = Mailbox.of(mistyped.email()).await("Вас приглашают").token();
        assertThatThrownBy(() -> ofCompanies.invite(company.id(), mistyped, REASON, sales)).hasMessage("accounts.people.known");
        Colleague invited = ofCompanies.of(company.id(), sales).stream().filter(person -> person.state() == Colleague.State.INVITED).findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> ofCompanies.resend(invited.id(), sales)).hasMessage("accounts.people.justSent");
        SignedIn.as(sales, "ru");
        open("registry/companies/" + company.id());
        assertThat(hasButton("Отправить снова")).isTrue();
        click("Отозвать приглашение");
        test(find(TextArea.class).single()).setValue("Опечатка в адресе");
        click("Отозвать приглашение");

        assertThat(passwords.isUsable(token)).isFalse();
        assertThat(ofCompanies.of(company.id(), sales)).extracting(Colleague::id).containsExactly(administrator.id());
        assertThat(words()).contains("отозвал(а) приглашение: " + mistyped.name() + ". Причина: Опечатка в адресе");
        assertThatThrownBy(() -> ofCompanies.withdraw(administrator.id(), REASON, sales)).hasMessage("accounts.people.in");
        assertThatThrownBy(() -> ofCompanies.resend(administrator.id(), sales)).hasMessage("accounts.people.in");
    }

    @Test
    void whatCompaniesAreSearchedForIsInTheAddress() {
        SignedIn.as(sales, "ru");
        open("registry/companies");
        test(find(SearchField.class).single()).setValue(company.taxId().value());
        String address = writtenAddress();
        open("help");

        open(address);

        assertThat(address).isEqualTo("registry/companies?search=" + company.taxId().value());
        assertThat(find(SearchField.class).single().getValue()).isEqualTo(company.taxId().value());
        Grid<?> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(grid.getEmptyStateText()).isEqualTo("Ничего не найдено");
        test(find(SearchField.class).single()).setValue("");
        assertThat(writtenAddress()).isEqualTo("registry/companies");
    }

    @Test
    void theSalesDepartmentActsOnThePageAndGivesAReason() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        SignedIn.as(sales, "ru");
        open("registry/companies/" + company.id());
        assertThat(words()).contains(company.name(), manager.email().value(), "Менеджер лицензий");
        click("Сделать администратором");
        test(find(TextArea.class).single()).setValue(REASON);
        click("Сделать администратором");

        assertThat(accounts.actor(manager.id()).orElseThrow().administers()).isTrue();
        assertThat(words()).contains(REASON, "Что делал оператор", "назначил(а) администратором: " + manager.name());
        assertThat(notices()).anyMatch(notice -> notice.contains("Администратор назначен: " + manager.name()));
    }

    /** The window may have been open for long: nothing that was typed is lost. */
    @Test
    void whoHasSignedInLongAgoIsAskedForThePasswordWhenTheReasonIsTyped() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        SignedIn.as(sales, "ru");
        sessions.beginHereLongAgo(sales);
        open("registry/companies/" + company.id());
        click("Сделать администратором");
        assertThat(find(PasswordField.class).exists()).isFalse();
        test(find(TextArea.class).single()).setValue(REASON);
        click("Сделать администратором");
        assertThat(accounts.actor(manager.id()).orElseThrow().administers()).isFalse();
        showPassword();

        assertThat(accounts.actor(manager.id()).orElseThrow().administers()).isTrue();
        assertThat(words()).contains(REASON);
        assertThat(find(FormDialog.class).exists()).isFalse();
        click("Отключить компанию");
        test(find(TextArea.class).single()).setValue(REASON);
        click("Отключить компанию");
        assertThat(register.find(company.id(), sales)).get().matches(Listed::off, "is off at once: who it is was shown just now");
    }

    @Test
    void whoHasSignedInLongAgoIsAskedForThePasswordWhenAnAdministratorIsInvited() {
        SignedIn.as(sales, "ru");
        sessions.beginHereLongAgo(sales);
        open("registry/companies/" + company.id());
        click("Пригласить администратора");
        assertThat(find(PasswordField.class).exists()).isFalse();
        test(field("Имя и фамилия")).setValue("Ольга Новикова");
        test(find(EmailInput.class).single()).setValue(TestPeople.anyEmail());
        test(field("Причина")).setValue(REASON);
        click("Отправить приглашение");
        assertThat(ofCompanies.of(company.id(), sales)).extracting(Colleague::name).doesNotContain("Ольга Новикова");
        showPassword();

        assertThat(ofCompanies.of(company.id(), sales)).extracting(Colleague::name).contains("Ольга Новикова");
        assertThat(find(FormDialog.class).exists()).isFalse();
    }

    private void showPassword() {
        assertThat(words()).contains("Чтобы продолжить, введите пароль.");
        find(PasswordField.class).single().setValue(PeopleWithPasswords.PASSWORD);
        click("Продолжить");
    }

    @Test
    void whoIsOutWithTheCompanyAloneIsNotErasedNorLetIn() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        ofCompanies.enable(manager.id(), false, REASON, sales);
        SignedIn.as(sales, "ru");
        open("registry/companies/" + company.id());
        assertThat(hasButton("Удалить данные")).isTrue();
        assertThat(hasButton("Включить")).isTrue();
        companySwitch.turn(company.id(), false, REASON, sales);
        open("registry/companies/" + company.id());
        assertThat(find(Button.class).withText("Удалить данные").all()).as("of whom is out alone").hasSize(1);
        assertThat(hasButton("Включить")).isFalse();

        click("Не включать вместе с компанией");
        test(find(TextArea.class).single()).setValue(REASON);
        click("Не включать вместе с компанией");

        assertThat(notices()).anyMatch(notice -> notice.contains("Доступ останется отключённым: " + administrator.name()));
        assertThat(find(Button.class).withText("Удалить данные").all()).hasSize(2);
        companySwitch.turn(company.id(), true, REASON, sales);
        assertThat(accounts.actor(administrator.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ru, Удалить данные, без возврата, Причина сохранится", "en, Erase the data, for good, The reason is kept"})
    void whoErasesReadsThatItIsForGood(String language, String erase, String forGood, String reason) {
        ofCompanies.enable(administrator.id(), false, REASON, sales);
        SignedIn.as(sales, language);
        open("registry/companies/" + company.id());

        click(erase);
        assertThat(words()).contains(forGood, reason);
        test(find(TextArea.class).single()).setValue(REASON);
        click(erase);

        assertThat(ofCompanies.of(company.id(), sales)).extracting(Colleague::id).doesNotContain(administrator.id());
        assertThat(notices()).anyMatch(notice -> notice.contains(administrator.name()));
    }

    @Test
    void aTaxIdThatAnotherCompanyHasIsToldAtItsField() {
        CompanyInfo other = people.companyOf(people.distributor(0).email().value());
        SignedIn.as(sales, "ru");
        open("registry/companies/" + company.id());
        click("Изменить название и ИНН");
        TextField taxId = field("ИНН");
        test(taxId).setValue(other.taxId().value());
        test(field("Причина")).setValue("я".repeat(1001));
        click("Сохранить");
        assertThat(field("Причина").getErrorMessage()).contains("Не больше").containsPattern("1.?001");
        test(field("Причина")).setValue(REASON);
        click("Сохранить");

        assertThat(taxId.isInvalid()).isTrue();
        assertThat(taxId.getErrorMessage()).contains(other.name());
        assertThat(register.find(company.id(), sales).orElseThrow().taxId()).isEqualTo(company.taxId());
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream().filter(field -> label.equals(field.getLabel())).findFirst().orElseThrow();
    }

    private static NewColleague colleague() {
        return new NewColleague("Ольга Новикова", TestPeople.anyEmail(), Position.ADMINISTRATOR, Languages.RUSSIAN);
    }
}
