package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.tasks.Tasks;
import com.texchange.testing.Browser;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.TestPeople;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The whole way through in a real browser, as the four roles: from the click on «Пригласить» to «ВКЛ», with the letters
 * read over IMAP. {@code -Dwalk.pictures=<folder>} keeps a picture of each station, as the README shows them.
 */
@IntegrationTest
class OnboardingWalkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "words-for-the-walk";

    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    Tasks tasks;
    @LocalServerPort
    int port;
    /** Other tests' requests may wait in the same inbox. */
    private final String company = "ООО \"Ромашка-%d\"".formatted(ThreadLocalRandom.current().nextInt(10_000));
    private Browser browser;

    @BeforeEach
    void startBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        browser = Browser.start();
    }

    @AfterEach
    void closeBrowser() {
        // Skipped tests have none.
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aNewDistributorIsOnboardedInRussian() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        Page supplierPage = signedIn(supplier, "ru");
        String code = invite(supplierPage, email);
        ReceivedLetter invitation = Mailbox.of(email).await("Приглашение в дистрибьюторскую сеть");
        picture(letterPage(invitation), "walk-03-letter");

        Page newcomerPage = browser.person(baseUrl(), "ru");
        askForRegistration(newcomerPage, invitation);
        registerAndLoadLicenses(email);
        setPassword(newcomerPage, Mailbox.of(email).await("Ваш личный кабинет открыт"));
        signIn(newcomerPage, email);
        accept(newcomerPage, code);
        awaitTask(people.actor(email));
        connectLicenses(newcomerPage);

        assertThat(supplierPage.locator("vaadin-grid").getByText("Подключён")).isVisible();
        Mailbox.of(email).await("Лицензии подключены");
        Mailbox.of(supplier.email().value()).await("Лицензии подключены");
        watchAsProcessManager(code);
    }

    @Test
    void aKnownDistributorIsOnboardedInEnglish() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(3);
        Page supplierPage = signedIn(supplier, "en");
        supplierPage.navigate("/exchange/distributors");
        button(supplierPage, "Invite").first().click();
        supplierPage.getByLabel("Name of the distributor").fill("Sunflower Ltd");
        supplierPage.getByLabel("E-mail").fill(distributor.email().value());
        button(supplierPage, "Send invitation").click();

        Page page = browser.person(baseUrl(), "en");
        // The distributor's account is Russian, and so are its letters.
        page.navigate(path(Mailbox.of(distributor.email().value()).await("Приглашение")));
        accounts.setPassword(distributor.id(), PASSWORD);
        page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).click();
        fillSignIn(page, distributor.email().value());
        button(page, "Continue as").click();
        button(page, "Accept").click();
        button(page, "Licenses").click();
        awaitTask(distributor);
        select(page, 3);
        button(page, "Connect the selected licenses").click();
        button(page, "Confirm").click();
        assertThat(page.getByText("Licenses connected")).isVisible();
        button(page, "OK").click();
        assertThat(page.locator("vaadin-grid").getByText("ON", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(3);
        assertThat(supplierPage.locator("vaadin-grid").getByText("Connected")).isVisible();
    }

    private String invite(Page page, String email) {
        page.navigate("/exchange/distributors");
        button(page, "Пригласить").first().click();
        page.getByLabel("Название дистрибьютора").fill(company);
        page.getByLabel("Электронная почта").fill(email);
        page.getByLabel("Город").fill("Астрахань");
        picture(page, "walk-02-invite");
        button(page, "Отправить приглашение").click();
        assertThat(page.locator("vaadin-grid").getByText("Отправлено")).isVisible();
        String code = Mailbox.of(email).await("Приглашение").text()
                .replaceAll("(?s).*Код дистрибьютора: ([0-9]{5}).*", "$1");
        assertThat(page.locator("vaadin-grid").getByText(code)).isVisible();
        return code;
    }

    private void askForRegistration(Page page, ReceivedLetter invitation) {
        page.navigate(path(invitation));
        page.getByLabel("ИНН").fill(TestPeople.anyTaxId());
        page.getByLabel("ФИО контактного лица").fill("Ольга Ромашкина");
        page.getByLabel("Контактный телефон").fill("+7 999 123-45-67");
        page.getByText("Я здесь впервые").scrollIntoViewIfNeeded();
        picture(page, "walk-04-join");
        button(page, "Отправить заявку").click();
        assertThat(page.getByText("Заявка передана в отдел продаж")).isVisible();
        page.navigate(path(invitation));
        assertThat(page.getByText("Ссылка уже использована")).isVisible();
    }

    private void registerAndLoadLicenses(String email) {
        Page page = signedIn(people.sales(), "ru");
        page.navigate("/tasks");
        page.locator("vaadin-grid").getByText(company).click();
        assertThat(page.getByText(email)).isVisible();
        picture(page, "walk-05-sales-task");
        button(page, "Зарегистрировать").click();
        Mailbox.of(email).await("Ваш личный кабинет открыт");
        page.navigate("/licenses/load");
        String taxId = people.companyOf(email).taxId().value();
        page.getByLabel("Дистрибьютор").fill(taxId);
        page.getByRole(AriaRole.OPTION).first().click();
        page.getByLabel("Таблица лицензий").fill(licenseRows());
        button(page, "Проверить").click();
        button(page, "Загрузить").click();
        assertThat(page.getByText("Загружено лицензий")).isVisible();
    }

    private static String licenseRows() {
        return IntStream.range(0, 5).mapToObj(i -> {
            long number = ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 10_000_000_000_000_000L);
            String digits = String.valueOf(number);
            return "2831%s;%s-%s-%s-%s;Агент %d;1.0.24.0.800;%s".formatted(digits, digits.substring(0, 4),
                    digits.substring(4, 8), digits.substring(8, 12), digits.substring(12), i + 1, UUID.randomUUID());
        }).collect(Collectors.joining("\n"));
    }

    private void setPassword(Page page, ReceivedLetter letter) {
        page.navigate(path(letter));
        page.getByLabel("Новый пароль", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("Новый пароль ещё раз").fill(PASSWORD);
        button(page, "Задать пароль").click();
        assertThat(page.getByText("Пароль задан")).isVisible();
    }

    private void accept(Page page, String code) {
        page.navigate("/exchange/suppliers");
        assertThat(page.getByText(code)).isVisible();
        page.getByLabel("Разрешить управление моими лицензиями в Т-Обмене").check();
        picture(page, "walk-06-supplier-card");
        button(page, "Принять").click();
        button(page, "Лицензии").click();
    }

    private void connectLicenses(Page page) {
        select(page, 3);
        picture(page, "walk-07-licenses");
        button(page, "Подключить выбранные лицензии").click();
        assertThat(page.getByLabel("Подтверждение лицензий").getByText("Выбрано лицензий: 3")).isVisible();
        picture(page, "walk-08-confirm");
        button(page, "Подтвердить").click();
        assertThat(page.getByText("Лицензии подключены")).isVisible();
        picture(page, "walk-09-connected");
        button(page, "ОК").click();
        assertThat(page.locator("vaadin-grid").getByText("ВКЛ", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(3);
    }

    private void watchAsProcessManager(String code) {
        Page page = signedIn(people.processManager(), "ru");
        page.navigate("/onboardings");
        page.getByLabel("Поиск по названию, почте или коду").fill(code);
        page.locator("vaadin-grid").getByText(code).first().click();
        assertThat(page.getByText("Подключено лицензий: 3")).isVisible();
        picture(page, "walk-10-story");
    }

    /** The engine offers the task to connect a moment after the acceptance. */
    private void awaitTask(Actor distributor) {
        await().atMost(PATIENCE).until(() -> tasks.openCount(distributor) == 1);
    }

    /** Licenses from the first one on. */
    private static void select(Page page, int count) {
        Locator rows = page.locator("vaadin-grid vaadin-checkbox");
        for (int i = 0; i < count; i++) {
            rows.nth(i + 2).click();
        }
    }

    private Page signedIn(Actor actor, String language) {
        accounts.setPassword(actor.id(), PASSWORD);
        Page page = browser.person(baseUrl(), language);
        page.navigate("/login");
        assertThat(page.locator("input[name=username]")).isVisible();
        if (actor.has(Role.SUPPLIER)) {
            picture(page, "walk-01-sign-in");
        }
        fillSignIn(page, actor.email().value());
        return page;
    }

    private void signIn(Page page, String email) {
        page.navigate("/login");
        fillSignIn(page, email);
    }

    private static void fillSignIn(Page page, String email) {
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private Page letterPage(ReceivedLetter letter) {
        Page page = browser.person(baseUrl(), "ru");
        page.setContent(letter.html());
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static String path(ReceivedLetter letter) {
        URI link = URI.create(letter.link());
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    private String baseUrl() {
        return "http://localhost:" + port;
    }

    private static void picture(Page page, String name) {
        String folder = System.getProperty("walk.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setAnimations(ScreenshotAnimations.DISABLED).setPath(Path.of(folder, name + ".png")));
        }
    }
}
