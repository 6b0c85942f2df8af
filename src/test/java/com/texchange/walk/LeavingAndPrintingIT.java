package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.testing.AppLink;
import com.texchange.testing.Browser;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import com.texchange.testing.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** What only a browser does: it asks before a tab with typed text is closed, and prints. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class LeavingAndPrintingIT {

    private static final String PASSWORD = "words-for-the-walk";
    /** One link right after the other, without the focus leaving the field. */
    private static final String FOLLOW = """
            addresses => addresses.forEach(address => {
                const link = document.createElement('a');
                link.href = address;
                document.body.append(link);
                link.click();
                link.remove();
            })""";
    private static final String COUNT_PRINTED = """
            window.print = () => {
                window.dispatchEvent(new Event('beforeprint'));
                window.printed = document.querySelector('vaadin-grid.rows-grid').shadowRoot
                    .querySelectorAll('#items > tr:not([hidden])').length;
                const list = document.querySelector('vaadin-grid.rows-grid');
                const ends = [...list.shadowRoot.querySelectorAll('#items > tr:not([hidden])')].map(row => row.getBoundingClientRect().bottom);
                window.empty = 0.5 + list.getBoundingClientRect().bottom - Math.max(...ends);
                window.part = document.body.classList.contains('printed-part');
                window.dispatchEvent(new Event('afterprint'));
            }""";

    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    MessageSource messages;
    @LocalServerPort
    int port;
    private Browser browser;
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void sitDown(Browser own) {
        browser = own;
    }

    @Test
    void aTabAsksOnlyWhileSomethingIsTyped() {
        Page page = visitor();
        page.navigate("/register");
        Locator field = page.locator("vaadin-text-field input").first();
        field.click();
        assertThat(asks(page)).as("nothing is typed").isFalse();
        field.pressSequentially("Новичок");
        assertThat(asks(page)).as("still being typed").isTrue();
        field.blur();
        page.waitForCondition(() -> asks(page));

        page.locator(".language-switch vaadin-button[lang=en]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(field).hasValue("Новичок");
        assertThat(asked).as("the language switch keeps it").isEmpty();
        page.waitForCondition(() -> asks(page));

        field.fill("");
        field.blur();
        page.locator("vaadin-text-field input").nth(1).click();
        page.evaluate("location.href = '/agreement'");
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).as("something was typed, be it deleted again").containsExactly("beforeunload");
        assertThat(page).hasURL(Pattern.compile("/register$"));
    }

    @Test
    void whatIsDoneIsNotAskedFor() {
        Page page = signedIn(people.supplier());
        page.navigate("/exchange/distributors?invite");
        Locator dialog = page.locator("vaadin-dialog[role=dialog]").last();
        dialog.locator("input").nth(0).fill("ООО «Ромашка»");
        dialog.locator("input").nth(1).fill(TestPeople.anyEmail());
        page.waitForCondition(() -> asks(page));

        dialog.locator("vaadin-button[theme~=primary]").click();
        assertThat(page.locator("vaadin-notification-card").first()).isVisible();

        page.waitForCondition(() -> !asks(page));
    }

    @Test
    void aFormIsLeftWithoutAQuestionOnlyWhileNothingIsTyped() {
        Page page = signedIn(people.supplier());
        page.navigate("/exchange/distributors?invite");
        Locator dialog = page.locator("vaadin-dialog[role=dialog]").last();
        Locator name = dialog.locator("input").first();
        name.pressSequentially("ООО «Ром");
        // The field has the focus still: the server has not heard of it.
        page.keyboard().press("Escape");
        Locator question = page.locator("vaadin-confirm-dialog");
        question.getByText("Продолжить ввод").click();
        assertThat(name).hasValue("ООО «Ром");

        dialog.getByText("Отмена").click();
        assertThat(question.locator("vaadin-button[theme~=primary]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(question).hasCount(0);
        assertThat(name).hasValue("ООО «Ром");

        dialog.getByText("Отмена").click();
        question.locator("vaadin-button[slot=reject-button]").click();
        assertThat(name).hasCount(0);

        page.navigate("/exchange/distributors?invite");
        dialog.getByText("Отмена").click();
        assertThat(name).hasCount(0);
        assertThat(question).hasCount(0);
    }

    @Test
    void theWayBackLeavesNoWindowOverTheOtherPage() {
        Page page = signedIn(people.supplier());
        page.navigate("/company");
        assertThat(page.locator("h1").first()).isVisible();
        AppLink.follow(page, "/exchange/distributors");
        page.locator(".page-tools vaadin-button[theme~=primary]").click();
        Locator window = page.locator("vaadin-dialog[role=dialog]");
        // The way back in the very moment of the way there would be lost in the browser's router.
        assertThat(window.locator("input").first()).isFocused();

        page.goBack();

        assertThat(page).hasURL(Pattern.compile("/company$"));
        assertThat(window).hasCount(0);
    }

    /** The field has the focus still, and the server has not heard of it. */
    @Test
    void theWayBackAsksForWhatIsBeingTypedIntoAWindowAlsoTheSecondTime() {
        Page page = signedIn(people.supplier());
        page.navigate("/company");
        assertThat(page.locator("h1").first()).isVisible();
        AppLink.follow(page, "/exchange/distributors");
        page.locator(".page-tools vaadin-button[theme~=primary]").click();
        Locator name = page.locator("vaadin-dialog[role=dialog]").last().locator("input").first();
        Locator question = page.locator("vaadin-confirm-dialog");
        name.pressSequentially("ООО «Ром");

        page.evaluate("history.back()");
        question.getByText("Продолжить ввод").click();
        assertThat(question).hasCount(0);
        assertThat(name).hasValue("ООО «Ром");
        assertThat(name).isFocused();
        name.pressSequentially("ашка»");

        page.evaluate("history.back()");
        assertThat(question.getByText("Продолжить ввод")).isVisible();
        assertThat(name).hasValue("ООО «Ромашка»");
        question.locator("vaadin-button[slot=reject-button]").click();
        assertThat(page).hasURL(Pattern.compile("/company$"));
        assertThat(name).hasCount(0);
    }

    @Test
    void aLinkThatIsFollowedWithoutBeingFocusedAsksForWhatIsBeingTypedIntoAPage() {
        Page page = visitor();
        page.navigate("/register");
        Locator field = page.locator("vaadin-text-field input").first();
        field.pressSequentially("Новичок");

        page.evaluate(FOLLOW, List.of("login"));

        page.locator("vaadin-confirm-dialog").getByText("Продолжить ввод").click();
        assertThat(page).hasURL(Pattern.compile("/register$"));
        assertThat(field).hasValue("Новичок");
    }

    @Test
    void whoClicksOnTwoLinksAndStaysIsAskedOnce() {
        Page page = visitor();
        page.navigate("/register");
        Locator field = page.locator("vaadin-text-field input").first();
        field.pressSequentially("Новичок");
        Locator question = page.locator("vaadin-confirm-dialog");

        page.evaluate(FOLLOW, List.of("login", "agreement"));
        question.getByText("Продолжить ввод").click();
        assertThat(question).hasCount(0);
        // Longer than a second question would take.
        page.waitForTimeout(1000);

        assertThat(question).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/register$"));
        assertThat(field).hasValue("Новичок");
        page.evaluate(FOLLOW, List.of("login"));
        question.locator("vaadin-button[slot=reject-button]").click();
        assertThat(page).hasURL(Pattern.compile("/login$"));
    }

    /** What was typed is put back into a page that is loaded anew; a file is not. */
    @Test
    void anUploadedTableIsNotLostWithoutAQuestion() {
        Page page = signedIn(people.supplier());
        page.navigate("/exchange/distributors/import");
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("list.csv", "text/csv",
                ("ООО «Ромашка»;" + TestPeople.anyEmail()).getBytes(StandardCharsets.UTF_8)));
        Locator rows = page.locator("vaadin-grid.rows-grid");
        rows.waitFor();
        page.waitForCondition(() -> asks(page));
        Locator question = page.locator("vaadin-confirm-dialog");

        page.locator("vaadin-side-nav-item a:visible").last().click();
        question.getByText("Продолжить ввод").click();
        page.locator(".language-switch vaadin-button[lang=en]").click();
        question.getByText("Остаться").click();
        assertThat(question).hasCount(0);
        assertThat(rows).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "ru");

        page.locator(".language-switch vaadin-button[lang=en]").click();
        question.getByText("Сменить", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(rows).hasCount(0);
        assertThat(asked).as("it was asked for already").isEmpty();
    }

    @Test
    void aListIsPrintedAsAWholeOrThePaperSaysThatMoreIsMissing() {
        Page page = signedIn(people.supplier());
        print(page, 150);
        assertThat(page.evaluate("window.printed")).isEqualTo(150);
        assertThat(page.evaluate("window.part")).isEqualTo(false);
        assertThat(((Number) page.evaluate("window.empty")).doubleValue()).as("room below the last row").isLessThan(20);
        assertThat(page.evaluate("document.querySelector('vaadin-grid.rows-grid').allRowsVisible")).isEqualTo(false);

        Page another = signedIn(people.supplier());
        print(another, 600);
        assertThat((Integer) another.evaluate("window.printed")).isLessThan(600);
        assertThat(another.evaluate("window.part")).isEqualTo(true);
        assertThat((String) another.evaluate("document.body.dataset.printedPart")).contains("500");
    }

    private static void print(Page page, int rows) {
        page.navigate("/exchange/distributors/import");
        page.locator("vaadin-text-area textarea").fill(IntStream.range(0, rows)
                .mapToObj(i -> "ООО «Лютик " + i + "»;lutik" + i + "@example.com").collect(Collectors.joining("\n")));
        page.locator(".table-input vaadin-button[theme~=primary]").click();
        page.locator("vaadin-grid.rows-grid").waitFor();
        page.waitForFunction("rows => document.querySelector('vaadin-grid.rows-grid').size === rows", rows);
        page.evaluate("() => { " + COUNT_PRINTED + " }");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.keyboard().press("Control+p");
        page.waitForFunction("window.printed > 0");
    }

    /** What the browser would do if the tab was closed now. */
    private static boolean asks(Page page) {
        return (Boolean) page.evaluate("() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))");
    }

    private Page signedIn(Actor person) {
        accounts.setPassword(person.id(), PASSWORD);
        Page page = visitor();
        new PersonAtBrowser(page, Words.in("ru", messages), null).signIn(person.email().value(), PASSWORD);
        return page;
    }

    private Page visitor() {
        Page page = browser.person("http://localhost:" + port, "ru");
        page.onDialog(this::stay);
        return page;
    }

    private void stay(Dialog dialog) {
        asked.add(dialog.type());
        dialog.dismiss();
    }
}
