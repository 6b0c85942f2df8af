package com.texchange.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import com.texchange.demo.DemoPerson;
import com.texchange.testing.Accessibility;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the room of a page is used: what is read there whole, on paper too. */
@SomeOnboardings
class LayoutIT extends VisitedPages {

    private static final double MENU = 240;
    private static final String HEADS = """
            () => [...document.querySelector('vaadin-grid').shadowRoot.querySelectorAll('#header [part~="cell"]')]
                .filter(cell => cell.offsetWidth && cell.offsetHeight)
                .map(cell => cell.querySelector('slot').assignedElements()[0])
                .filter(head => head && !head.querySelector('.for-the-ear') && head.textContent.trim()).length""";
    private static final String CUT_FILTERS = """
            () => {
                const pen = document.createElement('canvas').getContext('2d');
                const wide = (text, box) => { pen.font = getComputedStyle(box).font; return pen.measureText(text).width; };
                const inputs = [...document.querySelectorAll('.onboarding-filters input')]
                    .filter(input => wide(input.placeholder, input) > input.clientWidth).map(input => input.placeholder);
                const selects = [...document.querySelectorAll('.onboarding-filters vaadin-select-value-button')].filter(button => {
                    const label = button.querySelector('vaadin-select-item') ?? button;
                    return wide(label.textContent.trim(), label) > label.clientWidth + 1 || label.scrollWidth > label.clientWidth + 1;
                }).map(button => button.textContent.trim());
                const all = document.querySelectorAll('.onboarding-filters :is(input, vaadin-select-value-button)').length;
                return all === 3 ? [...inputs, ...selects] : [`${all} fields`];
            }""";
    private static final String CUT = """
            () => {
                const grid = document.querySelector('vaadin-grid');
                const edge = grid.getBoundingClientRect().right + 1;
                const cells = [...grid.shadowRoot.querySelectorAll('#header [part~="cell"], #items [part~="cell"]')]
                        .filter(cell => cell.offsetWidth && cell.offsetHeight);
                return cells.map(cell => [cell, cell.querySelector('slot').assignedElements()[0]]).filter(([cell, content]) => {
                    const range = document.createRange();
                    const lines = new Set();
                    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
                    while (texts.nextNode()) {
                        range.selectNodeContents(texts.currentNode);
                        [...range.getClientRects()].forEach(line => line.width && lines.add(Math.round(line.top)));
                    }
                    const number = /^([0-9a-f-]{36}|[0-9-]{19,20}|[0-9]+([.][0-9]+)+)$/.test(content.textContent.trim());
                    return cell.getBoundingClientRect().right > edge || content.scrollWidth > content.clientWidth + 1
                            || number && lines.size > 1;
                }).map(([cell, content]) => content.textContent.trim());
            }""";

    /** Numbers, codes and ids of devices that stand on more than one line. */
    private static final String BROKEN_CODES = """
            () => {
                const broken = [];
                const texts = document.createTreeWalker(document.querySelector('vaadin-grid'), NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const range = document.createRange();
                    for (const code of texts.currentNode.data.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{4}(-[0-9]{4}){3}|[0-9]{20}/g)) {
                        range.setStart(texts.currentNode, code.index);
                        range.setEnd(texts.currentNode, code.index + code[0].length);
                        const lines = new Set([...range.getClientRects()].filter(line => line.width).map(line => Math.round(line.top)));
                        if (lines.size > 1) broken.push(code[0]);
                    }
                }
                return broken;
            }""";
    /** Whether it is what the pointer would hit in the middle of it. */
    private static final String STICKING_OUT = """
            () => {
                const panel = document.querySelector('.detail-panel');
                const edge = panel.getBoundingClientRect().left + panel.clientWidth + 1;
                return [...panel.querySelectorAll('vaadin-button, a, p, h2, h3, dd')].filter(part => part.getBoundingClientRect().right > edge)
                    .map(part => part.textContent.trim());
            }""";
    private static final String LOOK = """
            selector => {
                const field = document.querySelector(selector);
                const style = getComputedStyle(field.shadowRoot?.querySelector('vaadin-input-container, [part~="radio"], [part~="checkbox"]') ?? field);
                return [style.backgroundColor, style.opacity].join(' ');
            }""";
    private static final String ARROWS = """
            () => [...document.querySelectorAll('vaadin-grid-sorter')]
                .filter(sorter => sorter.shadowRoot.querySelector('[part="indicators"]').offsetWidth).length""";
    private static final String WHOLE_ROWS = """
            () => {
                const grid = document.querySelector('vaadin-grid');
                const edge = Math.min(grid.getBoundingClientRect().bottom, innerHeight + (innerWidth < 500 ? 400 : 0));
                return [...grid.shadowRoot.querySelectorAll('#items tr')]
                    .filter(row => row.offsetHeight > 0 && row.getBoundingClientRect().bottom <= edge).length;
            }""";
    private static final String LARGE_NUMBERS = """
            () => document.querySelectorAll('main vaadin-button').forEach(button => {
                const words = [...button.childNodes].find(part => part.nodeType === Node.TEXT_NODE && part.data.trim());
                if (words) words.data = words.data.replace(/:? *[0-9]+$/, '') + ': 12345';
            })""";
    private static final String QUOTES_ALONE = """
            () => {
                const alone = [];
                const texts = document.createTreeWalker(document.querySelector('vaadin-grid'), NodeFilter.SHOW_TEXT);
                const range = document.createRange();
                while (texts.nextNode()) {
                    const quote = texts.currentNode.data.lastIndexOf('»');
                    const [before, at] = [quote - 1, quote].map(place => {
                        if (place < 0) return 0;
                        range.setStart(texts.currentNode, place);
                        range.setEnd(texts.currentNode, place + 1);
                        return range.getBoundingClientRect().top;
                    });
                    if (quote > 0 && Math.abs(at - before) > 3) alone.push(texts.currentNode.data);
                }
                return alone;
            }""";
    /** By how many pixels a list has to be scrolled sideways before all of its columns have been seen. */
    private static final String BESIDE = """
            () => {
                const table = document.querySelector('vaadin-grid').shadowRoot.querySelector('#table');
                return table.scrollWidth - table.clientWidth;
            }""";
    private static final String ROWS_OF_HEADS = """
            () => [...document.querySelector('vaadin-grid').shadowRoot.querySelectorAll('#header tr')]
                .filter(row => row.offsetHeight > 0).length""";

    /** What looks grey seems to be switched off. */
    @Test
    void fieldsThatCanBeFilledLookAlike() {
        Page page = open("services", "ru", Visitors.WIDE);
        assertThat(page.evaluate(LOOK, ".column-filter")).isEqualTo(page.evaluate(LOOK, ".services-toolbar vaadin-text-field"));
    }

    @ParameterizedTest
    @CsvSource({"register, vaadin-radio-button:not([checked])", "sign-in, vaadin-checkbox:not([checked])"})
    void aChoiceThatIsNotTakenLooksAsIfItCouldBe(String name, String choice) {
        Page page = open(name, "ru", Visitors.WIDE);
        assertThat(page.evaluate(LOOK, choice)).isEqualTo(page.evaluate(LOOK, "vaadin-text-field"));
    }

    @Test
    void whatIsAskedForAGrantIsReadOnAPhone() {
        Page page = open("distributor-details", "ru", Visitors.NARROW);
        Object field = page.evaluate(LOOK, ".onboarding-filters vaadin-text-field");
        assertThat(page.evaluate(STICKING_OUT)).isEqualTo(List.of());

        page.locator(".grant-section vaadin-button").first().click();

        assertThat(page.locator(".grant-terms")).isVisible();
        assertThat(CutWords.on(page)).isEmpty();
        assertThat(page.evaluate(LOOK, ".grant-terms vaadin-text-field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"services, ru", "services, en", "licenses-supplier, ru", "devices, ru", "devices-supplier, ru", "licenses-all, en",
        "invitations-batch, ru", "invitations-list, ru"})
    void placeholdersAndTablesOfBatchesAreReadAt1366Pixels(String name, String language) {
        Page page = open(name, language, Visitors.WIDE);
        page.setViewportSize(1366, 768);

        assertThat(CutWords.on(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"onboardings, ru", "onboardings, en", "distributors, ru", "distributors, en", "onboarding-details, ru",
        "onboarding-details, en", "distributor-details, ru"})
    void whatFiltersAskForCanBeReadAt1366Pixels(String name, String language) {
        Page page = open(name, language, Visitors.WIDE);
        page.setViewportSize(1366, 768);

        await().pollInSameThread().untilAsserted(() -> assertThat((List<?>) page.evaluate(CUT_FILTERS)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"ru", "en"})
    void whatTheSearchOfAListOfInvitationsAsksForCanBeReadAt1366Pixels(String language) {
        // Of its own: the visitor's page would ask whether to leave what is typed here.
        try (Page page = open("invitations-list", language, Visitors.WIDE).context().newPage()) {
            page.setViewportSize(1366, 768);
            shown("invitations-list").open(page);
            page.locator(".table-input textarea").fill("Name;E-mail\nDaisy;daisy@example.com");
            page.locator(".table-input > vaadin-button").last().click();
            Locator search = page.locator(".list-preview .list-tools input").first();

            assertThat(search).isVisible();
            assertThat(search.evaluate("""
                    input => {
                        const pen = document.createElement('canvas').getContext('2d');
                        pen.font = getComputedStyle(input).font;
                        return pen.measureText(input.placeholder).width <= input.clientWidth;
                    }""")).isEqualTo(true);
        }
    }

    /** Names and headings may stand on several lines, numbers and codes on one. */
    @ParameterizedTest
    @CsvSource({"services, ru", "services, en", "devices, ru", "devices, en"})
    void allColumnsOfLicensesAreReadFrom1280PixelsOn(String name, String language) {
        Page page = open(name, language, Visitors.WIDE);
        page.setViewportSize(1280, 800);
        if (page.locator("vaadin-grid-tree-toggle").count() > 0) {
            page.locator("vaadin-grid-tree-toggle").first().click();
            assertThat(page.locator(".services-grid .badge").first()).isVisible();
        }

        await().pollInSameThread().untilAsserted(() -> {
            assertThat(page.evaluate(HEADS)).isEqualTo(6);
            assertThat((List<?>) page.evaluate(CUT)).isEmpty();
        });
        BoundingBox grid = page.locator("vaadin-grid").boundingBox();
        assertThat(grid.height).isGreaterThan(400);
        assertThat(grid.y + grid.height).as("the page itself needs no scrolling").isLessThanOrEqualTo(800);
    }

    /** What can be scrolled to counts as whole elsewhere, but a badge or a head at the edge is cut all the same. */
    @ParameterizedTest
    @CsvSource({"services, 1280", "devices, 1280", "devices-supplier, 1280", "licenses-supplier, 1280", "licenses-all, 1280",
        "licenses-all, 1366", "licenses-loaded, 1280", "licenses-loaded, 1366", "reconciliation-result, 1280", "operations-supplier, 1280", "operations-sales, 1280",
        "journal, 1366", "companies, 1280"})
    void noListOfAWidePageIsScrolledSideways(String name, int width) {
        for (String language : new String[] {"ru", "en"}) {
            Page page = open(name, language, Visitors.WIDE);
            page.setViewportSize(width, 800);

            await().pollInSameThread().untilAsserted(() -> {
                assertThat((Integer) page.evaluate(HEADS)).as("columns").isGreaterThan(1);
                assertThat((Integer) page.evaluate(BESIDE)).as(language).isLessThanOrEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"licenses-all", "licenses-supplier"})
    void noClosingQuoteOfACompanysNameStandsAloneAt1280Pixels(String name) {
        Page page = open(name, "ru", Visitors.WIDE);
        page.setViewportSize(1280, 800);
        assertThat(page.locator("vaadin-grid-cell-content:visible").filter(new Locator.FilterOptions().setHasText("»")).first()).isVisible();

        await().pollInSameThread().untilAsserted(() -> assertThat((List<?>) page.evaluate(QUOTES_ALONE)).isEmpty());
    }

    /** Else the row below the one that was clicked comes under the pointer. */
    @ParameterizedTest
    @CsvSource({"services, ru, 1024", "services, ru, 1366", "services, en, 1366", "services, ru, 1920", "licenses-supplier, ru, 1280", "licenses-supplier, ru, 1366", "licenses-supplier, en, 1366",
        "licenses-all, ru, 1366", "licenses-all, en, 1366", "licenses-all, ru, 1920"})
    void theBarOfWhatIsSelectedIsAsHighWithASelectionAsWithout(String name, String language, int width) {
        Page page = open(name, language, Visitors.WIDE);
        page.setViewportSize(width, 800);
        Locator bar = page.locator(".services-information");
        Locator counts = page.locator(".license-counts p:visible");
        Locator boxes = page.locator(".row-box:visible");
        assertThat(boxes.nth(1)).isVisible();
        double height = bar.boundingBox().height;
        String before = counts.first().textContent();

        boxes.nth(1).click();

        assertThat(counts.first()).not().hasText(before);
        assertThat(bar.boundingBox().height).isEqualTo(height);
        // As if a blocked license were selected too.
        page.locator(".license-counts p").last().evaluate("""
                said => {
                    said.hidden = false;
                    said.style.display = 'block';
                    said.textContent = document.documentElement.lang === 'ru' ? 'Заблокировано: 1' : 'Blocked: 1';
                }""");
        assertThat(bar.boundingBox().height).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({"licenses-supplier, .devices-tools", "licenses-all, .devices-tools", "devices, .devices-tools",
        "devices-supplier, .devices-tools", "services, .services-toolbar"})
    void toolsStandOnOneLineAt1920Pixels(String name, String tools) {
        Page page = open(name, "ru", Visitors.WIDE);
        page.setViewportSize(1920, 1080);

        await().pollInSameThread().untilAsserted(() -> assertThat(page.locator(tools).boundingBox().height).isLessThan(60));
        assertThat(page.locator(tools).boundingBox().width).isEqualTo(page.locator("vaadin-grid").boundingBox().width);
    }

    @ParameterizedTest
    @CsvSource({"services, ru", "services, en", "licenses-supplier, ru", "licenses-supplier, en"})
    void theTwoBadgesOfABlockedLicenseStandBesideEachOtherAt1920Pixels(String name, String language) {
        Page page = open(name, language, Visitors.WIDE);
        page.setViewportSize(1920, 1080);
        if (page.locator("vaadin-grid-tree-toggle").count() > 0) {
            page.locator("vaadin-grid-tree-toggle").first().click();
        }
        Locator badge = page.locator("vaadin-grid .badge:visible").first();
        assertThat(badge).isVisible();

        // As if its license were blocked, and on its way into service, which is the longest of them.
        assertThat((Boolean) badge.evaluate("""
                badge => {
                    const blocked = document.createElement('span');
                    blocked.className = 'badge';
                    blocked.setAttribute('theme', 'badge error');
                    blocked.textContent = document.documentElement.lang === 'ru' ? 'ЗАБЛОКИРОВАНА' : 'BLOCKED';
                    badge.before(blocked);
                    badge.style.minWidth = '6.375rem';
                    return Math.abs(blocked.getBoundingClientRect().top - badge.getBoundingClientRect().top) < 2;
                }""")).isTrue();
    }

    @Test
    void whatIsEnteredForAnAuthenticatorStandsApartFromTheWordsBeforeIt() {
        Page page = open("profile", "ru", Visitors.WIDE);
        page.locator("vaadin-button").filter(new Locator.FilterOptions().setHasText("Подключить приложение")).click();
        Locator steps = page.locator(".factor-steps");
        Locator password = page.locator("vaadin-dialog input[type=password]");
        assertThat(steps.or(password).first()).isVisible();
        // The visitor may have signed in too long ago for it.
        if (password.isVisible()) {
            password.fill(DemoPerson.PASSWORD);
            password.press("Enter");
        }
        assertThat(steps).isVisible();

        assertThat((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('.factor-steps .factor-key, .factor-steps vaadin-text-field')].map(entered =>
                    entered.getBoundingClientRect().left - entered.previousElementSibling.getBoundingClientRect().right)
                """)).hasSize(2).allSatisfy(gap -> assertThat(((Number) gap).doubleValue()).isGreaterThan(4));
    }

    /** Nobody is kept from a name of two hundred letters in one word. */
    @ParameterizedTest
    @CsvSource({"story-supplier, .story-now, 1366", "story-supplier, .story-now, 360", "company-registered, .card h2, 1366",
        "company-registered, .card h2, 360", "licenses-load, .latest-loads li, 1366", "licenses-load, .latest-loads li, 360"})
    void aWordThatIsLongerThanItsLineGoesOnInTheNext(String name, String place, int width) {
        Page page = open(name, "ru", Visitors.WIDE);
        page.setViewportSize(width, 800);

        assertThat((Boolean) page.locator(place).first().evaluate("""
                place => {
                    place.append('Щ'.repeat(200));
                    const words = document.createRange();
                    words.selectNodeContents(place);
                    return words.getBoundingClientRect().right <= window.innerWidth;
                }""")).isTrue();
    }

    @Test
    void onAPhoneTheListOfServicesScrollsWithItsPageAndHasMostOfTheScreen() {
        Page page = open("services", "ru", Visitors.NARROW);

        assertThat(page.locator(".services-grid").boundingBox().height).isGreaterThan(500);
        assertThat((Integer) page.evaluate("""
                () => {
                    const part = document.querySelector('vaadin-tabsheet').shadowRoot.querySelector('[part~="content"]');
                    return part.scrollHeight - part.clientHeight;
                }""")).as("what scrolls below the tab, but for the shadow of its edge").isLessThan(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "devices", "devices-supplier", "licenses-supplier", "licenses-all", "licenses-loaded",
        "reconciliation-result", "operation"})
    void numbersAndCodesStandOnOneLineAndANarrowListHasOneRowOfHeads(String name) {
        Page page = open(name, "ru", Visitors.WIDE);
        if (page.locator("vaadin-grid-tree-toggle").count() > 0) {
            page.locator("vaadin-grid-tree-toggle").first().click();
            assertThat(page.locator(".services-grid .badge").first()).isVisible();
        }
        for (int width : new int[] {1366, Visitors.NARROW}) {
            page.setViewportSize(width, 800);
            await().pollInSameThread().untilAsserted(() -> {
                assertThat((List<?>) page.evaluate(BROKEN_CODES)).as(width + " px").isEmpty();
                assertThat(width > Visitors.NARROW || page.evaluate(ROWS_OF_HEADS).equals(1)).as("one row of heads").isTrue();
            });
        }
    }

    /** What is searched by comes on demand; the list is what the page is for. */
    @ParameterizedTest
    @CsvSource({"360, ru, 3", "360, en, 3", "1366, ru, 5", "1366, en, 5"})
    void theAuditLogHasRoomForItsEntries(int width, String language, int rows) {
        Page page = open("journal", language, Visitors.WIDE);
        page.setViewportSize(width, width == Visitors.NARROW ? 740 : 800);
        page.reload();
        Locator grid = page.locator(".journal-grid");
        assertThat(grid).isVisible();
        Locator source = page.locator(".journal-filters > vaadin-text-field").last();
        assertThat(source).isHidden();
        assertThat(grid.boundingBox().height).isGreaterThan(400);
        await().pollInSameThread().untilAsserted(() -> assertThat((Integer) page.evaluate(WHOLE_ROWS)).isGreaterThanOrEqualTo(rows));

        page.locator(".journal-filters > vaadin-button[aria-expanded]").click();
        assertThat(source).isVisible();
        assertThat(CutWords.on(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"journal, 1366", "journal, 1920", "journal-company, 1366", "companies, 1366", "companies, 1920"})
    void noWordOfAListOfPeopleAndCompaniesIsCut(String name, int width) {
        Page page = open(name, "ru", Visitors.WIDE);
        page.setViewportSize(width, 900);

        await().pollInSameThread().untilAsserted(() -> assertThat((List<?>) page.evaluate(CUT)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"company-registered, .card .list-tools vaadin-button", "operation, .order-progress .list-tools vaadin-button"})
    void buttonsBesideEachOtherDoNotTouch(String name, String buttons) {
        Page page = open(name, "ru", Visitors.WIDE);
        List<Locator> shown = page.locator(buttons + ":visible").all();
        for (int i = 1; i < shown.size(); i++) {
            BoundingBox before = shown.get(i - 1).boundingBox();
            assertThat(shown.get(i).boundingBox().x).isGreaterThan(before.x + before.width + 8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1366})
    void aNameThatIsOneLongWordStaysInItsBox(int width) {
        Page page = open("company-registered", "ru", Visitors.WIDE);
        page.setViewportSize(width, 800);

        page.locator(".people-list li > span").first().evaluate("line => line.textContent = 'я'.repeat(200) + ', ' + line.textContent");

        assertThat(page.evaluate("() => document.querySelector('.people-list').scrollWidth > document.querySelector('.people-list').clientWidth + 1"))
                .isEqualTo(false);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1366})
    void aNameThatIsOneLongWordStaysInItsSentence(int width) {
        Page page = open("home-distributor", "ru", Visitors.WIDE);
        page.setViewportSize(width, 800);
        Locator sentence = page.locator("p.home-none").first();

        sentence.evaluate("line => line.textContent = 'Щ'.repeat(200) + ' ' + line.textContent");

        assertThat(sentence.evaluate("line => line.scrollWidth > line.clientWidth + 1")).isEqualTo(false);
    }

    /** The invitation is shown first. */
    @ParameterizedTest
    @ValueSource(ints = {360, 800})
    void aNameThatIsOneLongWordStaysInItsLetter(int width) {
        Page letters = open("letters-sales", "ru", Visitors.WIDE);
        try (Page letter = letters.context().newPage()) {
            letter.setViewportSize(width, 800);
            letter.setContent(letters.locator("iframe").getAttribute("srcdoc"));

            letter.locator("h1 + p").evaluate("greeting => greeting.textContent = 'Здравствуйте, ' + 'Щ'.repeat(200) + '!'");

            assertThat((Integer) letter.evaluate("() => document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        }
    }

    /** Numbers in them are short in the demo, and long at a large company. */
    @ParameterizedTest
    @ValueSource(strings = {"reconciliation-result", "services", "devices", "licenses-supplier", "devices-supplier", "distributors",
        "onboardings", "tasks-sales", "operation", "invitations-list", "invitations-batch", "licenses-loaded", "journal", "people-operator",
        "sign-in", "register"})
    void buttonsWithLargeNumbersFitAPhone(String name) {
        Page page = open(name, "ru", Visitors.NARROW);

        page.evaluate(LARGE_NUMBERS);

        assertThat(CutWords.on(page)).isEmpty();
        assertThat(Accessibility.overflow(page)).isEmpty();
    }

    @Test
    void onPaperThePageStandsWithoutTheFrameAndWhatCanOnlyBeClicked() {
        for (String name : new String[] {"story-supplier", "suppliers", "distributors"}) {
            Page page = open(name, "ru", Visitors.WIDE);
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator(".header-bar")).isHidden();
            assertThat(page.locator("vaadin-scroller.menu")).isHidden();
            assertThat(page.locator("main vaadin-button:visible")).hasCount(0);
            assertThat(page.locator("vaadin-grid :is(.row-box, vaadin-checkbox):visible")).hasCount(0);
            assertThat(page.evaluate(ARROWS)).isEqualTo(0);
            assertThat(page.locator("h1").boundingBox().x).as("no room is left for the menu").isLessThan(MENU);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices", "devices-supplier"})
    void onAPhoneARowOfDevicesTellsEachNumber(String name) {
        Page page = open(name, "ru", Visitors.NARROW);

        Locator row = page.locator(".device:visible").first();

        // Number, activation code, MDM ID.
        assertThat(row).containsText(Pattern.compile("[0-9]{20}[^0-9].*[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{4}.*[0-9a-f]{8}-[0-9a-f]{4}-"));
    }
}
