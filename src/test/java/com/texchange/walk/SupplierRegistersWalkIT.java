package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditKind.Area;
import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supplier's way in, from the request on the public page to its first invitation, and what the operator's journal says of it. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class SupplierRegistersWalkIT extends SignInWalk {

    private static final String OWN_PASSWORD = "umbrella left in a tram";

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"en, 1440", "ru, 360"})
    void aSupplierAsksIsRegisteredAndInvites(String language, int width) {
        int number = ThreadLocalRandom.current().nextInt(100_000_000);
        String company = "ООО \"Производитель-%d\"".formatted(number);
        String email = TestPeople.anyEmail();
        PersonAtBrowser newcomer = atBrowser(language, width);
        ask(newcomer, company, email);
        newcomer.follow(Mailbox.of(email).await(newcomer.word("mail.registration-confirm.subject")));
        newcomer.seeText(company);
        newcomer.see("registrations.kind." + Role.SUPPLIER);
        newcomer.checked();
        newcomer.press("registrations.confirm.send");
        newcomer.see("registrations.confirm.sent", email);
        newcomer.checked();

        PersonAtBrowser atSales = signedIn(people.sales(), language, width);
        new SalesSteps(atSales).register(company, email);
        new NewcomerSteps(newcomer).setPassword(Mailbox.of(email).await(newcomer.word("mail.registration-accepted.subject", company, 0)), OWN_PASSWORD);
        Actor supplier = people.actor(email);
        assertThat(supplier.roles()).containsExactly(Role.SUPPLIER);
        newcomer.see("overview.invite");
        newcomer.checked();
        String invited = TestPeople.anyEmail();
        String reason = "Ошибка в адресе " + number;
        invite(newcomer, "ООО \"Ромашка-%d\"".formatted(number), invited, reason);

        JournalSteps ofOperator = new JournalSteps(atSales);
        ofOperator.find(Area.REGISTRATIONS, company, AuditKind.REGISTRATION_APPROVED, AuditKind.REGISTRATION_REQUESTED);
        ofOperator.open(AuditKind.REGISTRATION_APPROVED, company);
        ofOperator.find(Area.COMPANIES, company, AuditKind.COMPANY_REGISTERED);
        ofOperator.find(Area.ONBOARDING, invited, AuditKind.INVITED);
        ofOperator.find(Area.ONBOARDING, reason, AuditKind.REVOKED);
    }

    private static void ask(PersonAtBrowser person, String company, String email) {
        person.go("/" + Routes.REGISTER);
        person.check("registrations.kind.long." + Role.SUPPLIER);
        person.fill("registrations.companyName", company);
        person.fill("registrations.taxId", TestPeople.anyTaxId());
        person.fill("registrations.city", "Тверь");
        person.fill("registrations.contactName", "Ольга Ромашкина");
        person.fill("registrations.contactPhone", "+7 999 123-45-67");
        person.fill("registrations.email", email);
        person.checked();
        person.press("registrations.send");
        person.see("registrations.sent", email);
        person.checked();
    }

    private static void invite(PersonAtBrowser person, String distributor, String email, String reason) {
        SupplierSteps steps = new SupplierSteps(person);
        steps.invite(distributor, email);
        person.checked();
        steps.revoke(distributor, reason);
    }
}
