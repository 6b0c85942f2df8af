package com.texchange.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.texchange.testing.AppLink;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shares a page with its list: the menu, details, an open task. */
@SomeOnboardings
class MenuAndDetailsIT extends VisitedPages {

    private static final Pattern OPEN = Pattern.compile("true|");
    private static final double ICONS = 80;
    private static final double MENU = 240;
    private static final String UNCOVERED = """
            selector => {
                const element = document.querySelector(selector);
                const box = element.getBoundingClientRect();
                const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return hit != null && (element === hit || element.contains(hit));
            }""";
    private static final String STICKING_OUT = """
            () => {
                const panel = document.querySelector('.detail-panel');
                const edge = panel.getBoundingClientRect().left + panel.clientWidth + 1;
                return [...panel.querySelectorAll('vaadin-button, a, p, h2, h3, dd')].filter(part => part.getBoundingClientRect().right > edge)
                    .map(part => part.textContent.trim());
            }""";
    /** As the arrow keys do: the cell of the grid has the focus, and not what is in it. */
    private static final String FOCUS_CELL = """
            part => [...part.closest('vaadin-grid').shadowRoot.querySelectorAll('#items td')]
                .find(cell => cell._content && cell._content.contains(part)).focus()""";
    private static final String BOX_OF_ITS_ROW = """
            part => {
                const cell = [...part.closest('vaadin-grid').shadowRoot.querySelectorAll('#items td')]
                    .find(cell => cell._content && cell._content.contains(part));
                return [...cell.parentElement.children].map(other => other._content.querySelector('.row-box')).find(Boolean);
            }""";
    private static final String BAR = ".services-information, .selection-bar, .tasks-choice";

    @Test
    void onAPhoneTheMenuClosesWhenOneOfItsEntriesIsOpenedAlsoThatOfThePageItself() {
        Page page = open("tasks-sales", "ru", Visitors.NARROW);
        Locator frame = page.locator("vaadin-app-layout");
        page.locator("vaadin-drawer-toggle").click();
        assertThat(frame).hasAttribute("drawer-opened", OPEN);

        page.locator("vaadin-side-nav-item[path='tasks']").click();

        assertThat(frame).not().hasAttribute("drawer-opened", OPEN);
        page.locator(".task-title").first().click();
        assertThat(page.locator(".task-detail")).isVisible();
        assertThat(frame).not().hasAttribute("drawer-opened", OPEN);
    }

    /** Details that lie over a list on a phone must not lie over the menu, too. */
    @Test
    void onAPhoneTheMenuLiesOverAnOpenTaskAndOverOpenDetails() {
        for (String name : new String[] {"tasks-sales", "distributor-details"}) {
            Page page = open(name, "ru", Visitors.NARROW);
            if (name.equals("tasks-sales")) {
                page.locator(".task-title").first().click();
                assertThat(page.locator(".task-detail")).isVisible();
            }
            page.locator("vaadin-drawer-toggle").click();
            assertThat(page.locator("vaadin-app-layout")).hasAttribute("drawer-opened", OPEN);

            // The browser clicks what is there: an entry that is covered is none.
            page.locator("vaadin-side-nav-item").first().click();

            assertThat(page).hasURL(Pattern.compile(":[0-9]+/$"));
            assertThat(page.locator("vaadin-app-layout")).not().hasAttribute("drawer-opened", OPEN);
        }
    }

    /** The page's header stays above them; what is covered by it cannot be read, nor clicked. */
    @ParameterizedTest
    @ValueSource(ints = {Visitors.NARROW, 768, 1024})
    void theNameOfDetailsOverAListIsReadAndTheyAreClosedByTheButtonAndByEscape(int width) {
        for (String name : new String[] {"distributor-details", "onboarding-details"}) {
            ShownPage shown = shown(name);
            Page page = visitors.page(shown.person(), "ru", width);
            page.setViewportSize(width, 740);
            shown.visit(page);
            Locator panel = page.locator(".detail-panel");
            Locator close = panel.locator("vaadin-button").first();
            assertThat(panel).isVisible();
            await().pollInSameThread().untilAsserted(() -> {
                assertThat(page.evaluate(UNCOVERED, ".detail-panel h2")).as("%s: the name", name).isEqualTo(true);
                assertThat(page.evaluate(UNCOVERED, ".detail-panel vaadin-button")).as("%s: the button", name).isEqualTo(true);
                assertThat(page.evaluate("() => document.activeElement.closest('.detail-panel') != null")).isEqualTo(true);
            });
            assertThat(page.evaluate(STICKING_OUT)).as("%s: what is wider than the panel", name).isEqualTo(List.of());

            page.keyboard().press("Escape");
            assertThat(panel).hasCount(0);

            shown.open(page);
            close.click();
            assertThat(panel).hasCount(0);
        }
    }

    /** The mouse is on the box still when the bar with what is selected changes or appears. */
    @ParameterizedTest
    @CsvSource({"services, .row-box, 1366", "licenses-supplier, .row-box, 1366", "distributors, .row-box, 1366",
        "tasks-sales, .task-grid vaadin-checkbox, 1366", "services, .row-box, 360"})
    void rowsStayUnderThePointerWhenOneIsSelected(String name, String boxes, int width) {
        Page page = open(name, "ru", Visitors.WIDE);
        page.setViewportSize(width, 800);
        Locator box = page.locator(boxes + ":visible").nth(1);
        await().pollInSameThread().untilAsserted(() -> assertThat(box.boundingBox().y).isEqualTo(box.boundingBox().y));
        double before = box.boundingBox().y;

        box.click();

        assertThat(page.locator(BAR).filter(new Locator.FilterOptions().setHasText(Pattern.compile("1|Снять|Сбросить"))).first()).isVisible();
        assertThat(box.boundingBox().y).isEqualTo(before);
    }

    /** In the cell of its box as on the link in another one; the link is opened by the Enter key. */
    @ParameterizedTest
    @CsvSource({"services, services", "licenses-supplier, exchange/licenses", "licenses-all, registry/licenses"})
    void theSpaceBarSelectsALicenseAndNeverLeadsAwayFromTheList(String name, String path) {
        Page page = open(name, "ru", Visitors.WIDE);
        if (name.equals("services")) {
            page.locator("vaadin-grid-tree-toggle:not([leaf])").first().click();
        }
        Locator link = page.locator("vaadin-grid .license-link:visible").nth(1);
        link.waitFor();
        ElementHandle box = link.evaluateHandle(BOX_OF_ITS_ROW).asElement();

        for (ElementHandle pressed : List.of(box, link.elementHandle())) {
            pressed.evaluate(FOCUS_CELL);
            page.keyboard().press("Space");
            assertThat(page.getByText("Выбрано лицензий: 1").first()).isVisible();
            assertThat(box.isChecked()).isTrue();

            page.keyboard().press("Space");
            assertThat(page.getByText("Выбрано лицензий: 0").first()).isVisible();
            assertThat(box.isChecked()).isFalse();
            assertThat(page).hasURL(Pattern.compile("/" + path + "(\\?.*)?$"));
        }
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/licenses/[0-9a-f-]{36}$"));
    }

    @Test
    void theMenuIsNarrowAndHasIconsAloneForWhoWantsItAlsoTheNextTime() {
        Page page = open("home-supplier", "ru", Visitors.WIDE);
        Locator menu = page.locator("vaadin-scroller.menu");
        assertThat(menu.boundingBox().width).isLessThanOrEqualTo(MENU);

        page.locator(".menu-width").click();
        assertThat(page.locator("vaadin-app-layout.menu-icons-alone")).isVisible();
        page.reload();
        assertThat(page.locator("vaadin-app-layout.menu-icons-alone")).isVisible();
        assertThat(menu.boundingBox().width).isLessThan(ICONS);
        for (Locator icon : page.locator("vaadin-side-nav-item > vaadin-icon").all()) {
            assertThat(icon.boundingBox().width).isGreaterThan(16);
        }
        assertThat(page.locator("vaadin-side-nav-item").first().boundingBox().height).isGreaterThan(30);

        page.locator(".menu-width").click();
        assertThat(page.locator("vaadin-app-layout:not(.menu-icons-alone)")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 1920})
    void theDetailsOfAListStandBesideIt(int width) {
        for (String name : new String[] {"distributor-details", "onboarding-details"}) {
            Page page = open(name, "en", Visitors.WIDE);
            page.setViewportSize(width, 900);

            BoundingBox list = page.locator(".onboarding-grid").boundingBox();
            BoundingBox details = page.locator(".detail-panel").boundingBox();
            assertThat(list.x + list.width).as(name).isLessThanOrEqualTo(details.x + 1);
            assertThat(list.width).as(name).isGreaterThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1200, 1440})
    void aListBesideAnOpenTaskKeepsItsWordsWhole(int width) {
        Page page = open("tasks-sales", "ru", Visitors.WIDE);
        page.setViewportSize(width, 900);

        page.locator(".task-title").first().click();

        assertThat(page.locator(".task-detail")).isVisible();
        assertThat(page.locator(".task-title").first()).isVisible();
        assertThat(CutWords.on(page)).isEmpty();
    }

    @Test
    void aListThatIsOpenedInAWindowThatBecameNarrowHasOneColumn() {
        Page page = open("home-sales", "ru", Visitors.WIDE);
        Visitors.resize(page, Visitors.NARROW);

        AppLink.follow(page, "/tasks");

        assertThat(page.locator(".task-title").first()).isVisible();
        assertThat(page.locator("vaadin-grid-cell-content:visible").getByText("Срок", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 1920})
    void aLongNameLeavesRoomForTheDetailsAndAnAddressBreaksWhereItMay(int width) {
        String name = "Общество с ограниченной ответственностью «Торгово-производственное объединение Приволжскнефтепродукт и Партнёры»";
        Page page = open("onboarding-details", "ru", Visitors.WIDE);
        page.setViewportSize(width, 768);
        Locator heading = page.locator(".detail-panel h2").first();
        heading.evaluate("(heading, name) => heading.firstChild.data = name", name);

        assertThat(heading).hasAttribute("title", Pattern.compile(".+"));
        assertThat(heading.boundingBox().height).isLessThan(120);
        assertThat((Integer) page.evaluate("() => document.querySelectorAll('.detail-panel dd wbr').length")).isPositive();
    }

    @Test
    void whatTellsOfASelectionIsAsWideAsItsList() {
        Page page = open("licenses-supplier", "ru", Visitors.WIDE);
        page.setViewportSize(1366, 800);

        assertThat(page.locator(".services-information").boundingBox().width).isEqualTo(page.locator("vaadin-grid").boundingBox().width);
    }

    /** By the header's buttons, and where there is no room for them by the menu under the person's name. */
    @Test
    void aCommentThatIsBeingWrittenOutlivesAnotherLanguage() {
        // Somebody whom no other test knows: the page is left with what was written.
        Page page = open("tasks-sales", "en-GB", Visitors.WIDE);
        page.locator(".task-title").first().click();
        Locator comment = page.locator("#task-comment textarea");
        comment.fill("Звонили, ждём ответа");
        page.locator(".header-bar .language-switch vaadin-button[lang=ru]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
        assertThat(comment).hasValue("Звонили, ждём ответа");

        Visitors.resize(page, Visitors.NARROW);
        comment.fill("Звонили, ответили");
        page.locator(".user-menu vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item [lang=en]").click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(comment).hasValue("Звонили, ответили");
    }
}
