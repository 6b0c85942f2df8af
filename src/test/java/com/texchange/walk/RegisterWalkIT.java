package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditKind.Area;
import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.TestPeople;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The sales department looks after a company in the register; its people and the journal show it. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class RegisterWalkIT extends SignInWalk {

    private static final String OWN_PASSWORD = "umbrella left in a tram";
    private static final String REASON = "Письмо директора от 3 марта";
    @Autowired
    SampleBusiness business;

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 1440", "en, 360"})
    void aCompanyIsFoundRenamedGetsAnAdministratorAndIsSwitchedOffAndOn(String language, int width) {
        CompanyInfo company = business.distributor("ООО «Василёк»");
        business.partners(business.supplier("ООО «Поставщик»"), company);
        business.licenses(company, 3);
        String name = "ООО «Лютик-%d»".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        String email = TestPeople.anyEmail();
        Actor sales = people.sales();
        PersonAtBrowser atSales = signedIn(sales, language, width);
        find(atSales, company);
        rename(atSales, name);
        inviteAdministrator(atSales, email);

        PersonAtBrowser administrator = atBrowser(language, width);
        new NewcomerSteps(administrator).setPassword(Mailbox.of(email).await(administrator.word("mail.colleague-invited.subject", name)), OWN_PASSWORD);
        administrator.go("/" + Routes.PEOPLE);
        administrator.see("accounts.people.invite");
        turn(atSales, "companyOff", name, "registry.isOff");
        administrator.seeEnded();
        turn(atSales, "companyOn", name, "registry.isOn");
        administrator.fillSignIn(email, OWN_PASSWORD);
        administrator.see("accounts.people.invite");

        JournalSteps ofOperator = new JournalSteps(atSales);
        ofOperator.find(Area.COMPANIES, name, AuditKind.COMPANY_ON, AuditKind.COMPANY_OFF, AuditKind.COMPANY_CHANGED);
        ofOperator.open(AuditKind.COMPANY_CHANGED, sales.name(), name);
        ofOperator.download(AuditKind.COMPANY_CHANGED, company.name(), atSales.word("journal.kind.COMPANY_OFF"));
        JournalSteps ofCompany = new JournalSteps(administrator);
        ofCompany.find(Area.COMPANIES, "", AuditKind.COMPANY_ON, AuditKind.COMPANY_OFF, AuditKind.COMPANY_CHANGED,
                AuditKind.COMPANY_REGISTERED);
        administrator.seeInGrid("journal.who.operator");
        assertThat(administrator.inGrid(sales.name())).hasCount(0);
        assertThat(administrator.inGrid(people.companyOf(email).name()).first()).isVisible();
    }

    private static void find(PersonAtBrowser person, CompanyInfo company) {
        person.go("/" + Routes.ALL_COMPANIES);
        person.fill("registry.search.whole", String.valueOf(company.taxId()));
        person.seeTextInGrid(company.contactName());
        person.checked();
        person.chooseInGrid(company.name());
        person.seeText(company.contactEmail().value());
        fact(person, "registry.suppliers", "1");
        fact(person, "registry.licenses", "3");
        person.checked();
    }

    private static void fact(PersonAtBrowser person, String key, String value) {
        assertThat(person.page().locator("dt", new Page.LocatorOptions().setHasText(person.word(key)))
                .locator("xpath=following-sibling::dd[1]")).hasText(value);
    }

    private static void rename(PersonAtBrowser person, String name) {
        person.press("registry.rename");
        field(person, "registry.column.name").fill(name);
        field(person, "common.reason").fill(REASON);
        person.checked();
        person.pressInDialog("registry.rename.save");
        person.see("registry.rename.saved");
        assertThat(person.page().locator("h1")).hasText(name);
        person.see("registry.changes");
        person.checked();
    }

    private static void inviteAdministrator(PersonAtBrowser person, String email) {
        person.press("registry.invite");
        field(person, "accounts.people.name").fill("Ольга Новикова");
        field(person, "accounts.people.email").fill(email);
        field(person, "common.reason").fill(REASON);
        person.checked();
        person.pressInDialog("accounts.people.inviteSend");
        person.see("accounts.people.done.resend", "Ольга Новикова");
        person.seeText(email);
    }

    private static void turn(PersonAtBrowser person, String kind, String company, String state) {
        person.press("registry.act." + kind);
        field(person, "common.reason").fill(REASON);
        person.checked();
        person.pressInDialog("registry.act." + kind);
        person.see("registry.done." + kind, company);
        person.see(state);
        person.checked();
    }

    private static Locator field(PersonAtBrowser person, String labelKey) {
        return person.dialog().getByLabel(person.word(labelKey), new Locator.GetByLabelOptions().setExact(true)).first();
    }
}
