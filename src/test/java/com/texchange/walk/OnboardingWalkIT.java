package com.texchange.walk;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.partners.Companies;
import com.texchange.tasks.Tasks;
import com.texchange.testing.Browser;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.TestPeople;
import com.texchange.testing.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/**
 * Each role's main walk in Chromium, by the words on the screen: from the click on «Пригласить» to «ВКЛ», with the letters
 * read over IMAP. {@code -Dwalk.pictures=<folder>} keeps a picture of each station, as the README shows them.
 */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class OnboardingWalkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "words-for-the-walk";
    private static final String PICTURES = System.getProperty("walk.pictures");
    private static final int LICENSES = 5;

    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    Companies companies;
    @Autowired
    Tasks tasks;
    @Autowired
    MessageSource messages;
    @LocalServerPort
    int port;
    private Browser browser;

    @BeforeEach
    void sitDown(Browser own) {
        browser = own;
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 1440", "en, 360"})
    void aNewDistributorIsOnboarded(String language, int width) {
        Actor supplier = people.supplier();
        String company = anyCompany();
        String email = TestPeople.anyEmail();
        SupplierSteps atSupplier = new SupplierSteps(signedIn(supplier, language, width));
        atSupplier.invite(company, email);
        PersonAtBrowser newcomer = visitor(language, width);
        ReceivedLetter invitation = SupplierSteps.invitationFor(email, newcomer);
        picture(invitation, language);
        String code = atSupplier.code(invitation);

        NewcomerSteps atJoining = new NewcomerSteps(newcomer);
        atJoining.askForRegistration(invitation);
        atJoining.seeThatTheLinkIsUsed(invitation);
        SalesSteps atSales = new SalesSteps(signedIn(people.sales(), language, width));
        atSales.register(company, email);
        ReceivedLetter opened = Mailbox.of(email).await(newcomer.word("mail.registration-accepted.subject", company, 0));
        atSales.loadLicenses(people.companyOf(email).taxId().value(), LICENSES);
        atJoining.setPassword(opened, PASSWORD);
        DistributorSteps atDistributor = new DistributorSteps(newcomer);
        atDistributor.accept(code, true);
        awaitTask(people.actor(email));
        atDistributor.connectLicenses(3);

        atSupplier.seeConnected();
        Mailbox.of(email).await(newcomer.word("mail.connected.subject", companyOf(supplier)));
        new ManagerSteps(signedIn(people.processManager(), language, width)).watch(code, company, 3);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"en, 1440", "ru, 360"})
    void aKnownDistributorIsRemindedAndDeclines(String language, int width) {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(3);
        String email = distributor.email().value();
        SupplierSteps atSupplier = new SupplierSteps(signedIn(supplier, language, width));
        atSupplier.invite("Sunflower Ltd", email);
        atSupplier.resend("Sunflower Ltd", email);

        PersonAtBrowser person = visitor(language, width);
        // The distributor's account is Russian, and so are its letters.
        person.follow(Mailbox.of(email).awaitNth("Приглашение", 2));
        accounts.setPassword(distributor.id(), PASSWORD);
        person.page().getByText(person.word("onboarding.join.signIn"), new Page.GetByTextOptions().setExact(true)).click();
        person.fillSignIn(email, PASSWORD);
        person.station(null);
        person.press("onboarding.join.continueAs", companyOf(distributor));
        new DistributorSteps(person).decline("Не наш товар", companyOf(supplier));
        Mailbox.of(supplier.email().value()).await("Отказ от приглашения");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 360", "en, 1440"})
    void anInvitationIsRevokedAndANewcomerRejected(String language, int width) {
        String revoked = anyCompany();
        String rejected = anyCompany();
        String email = TestPeople.anyEmail();
        SupplierSteps atSupplier = new SupplierSteps(signedIn(people.supplier(), language, width));
        atSupplier.invite(revoked, TestPeople.anyEmail());
        atSupplier.revoke(revoked, "Ошибка в адресе");
        atSupplier.invite(rejected, email);

        PersonAtBrowser newcomer = visitor(language, width);
        new NewcomerSteps(newcomer).askForRegistration(SupplierSteps.invitationFor(email, newcomer));
        new SalesSteps(signedIn(people.sales(), language, width)).reject(rejected, "ИНН не найден");
        Mailbox.of(email).await(newcomer.word("mail.registration-rejected.subject"));
        atSupplier.seeRejected(rejected, "ИНН не найден");
    }

    /** The engine offers the task to connect a moment after the acceptance. */
    private void awaitTask(Actor distributor) {
        await().atMost(PATIENCE).until(() -> tasks.openCount(distributor) == 1);
    }

    private PersonAtBrowser signedIn(Actor actor, String language, int width) {
        accounts.setPassword(actor.id(), PASSWORD);
        PersonAtBrowser person = visitor(language, width);
        person.go("/login");
        person.page().locator("input[name=username]").waitFor();
        person.station("walk-01-sign-in");
        person.fillSignIn(actor.email().value(), PASSWORD);
        return person;
    }

    /** Pictures are of one walk only. */
    private PersonAtBrowser visitor(String language, int width) {
        Page page = browser.person(new NewContextOptions().setBaseURL("http://localhost:" + port).setLocale(language)
                .setTimezoneId("Europe/Moscow").setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, width < 800 ? 740 : 900));
        boolean pictured = PICTURES != null && language.equals("ru") && width > 800;
        return new PersonAtBrowser(page, Words.in(language, messages), pictured ? Path.of(PICTURES) : null);
    }

    private void picture(ReceivedLetter letter, String language) {
        PersonAtBrowser reader = visitor(language, 1440);
        reader.page().setContent(letter.html());
        reader.station("walk-03-letter");
        reader.page().context().close();
    }

    private String companyOf(Actor actor) {
        return companies.get(actor.companyId()).name();
    }

    /** Other tests' requests may wait in the same inbox. */
    private static String anyCompany() {
        return "ООО «Ромашка-%d»".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
