package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.texchange.testing.Accessibility;
import com.texchange.testing.Accessibility.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every page of every role in Chromium, with short names and long ones: axe has nothing grave to say in light and in dark
 * colors, and in either language, from a small phone to a wide screen, nothing has to be scrolled sideways and nothing that
 * names something is cut or broken inside a word; the console stays free of errors. {@link EveryWidthIT} looks at all widths in English
 * too, and with short names.
 */
@SomeOnboardings
class PagesIT extends VisitedPages {

    /** Pixels. */
    private static final int NOTEBOOK = 1366;
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final List<Integer> WIDTHS = List.of(1920, Visitors.WIDE, NOTEBOOK, 768, 390, Visitors.NARROW);
    /** Words are longer in Russian, but for some: those show where there is least room for them. */
    private static final List<Integer> WIDTHS_IN_ENGLISH = List.of(NOTEBOOK, Visitors.NARROW);
    private static final Logger LOG = LoggerFactory.getLogger(PagesIT.class);

    private final Map<Integer, Looks> looks = new TreeMap<>(Map.of(Visitors.NARROW, new Looks(), NOTEBOOK, new Looks()));
    private LongNames names;

    @BeforeAll
    void lengthenNames() {
        names = new LongNames(jdbc);
    }

    @AfterAll
    void shortenNames() {
        // Skipped tests have none.
        if (names != null) {
            names.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> aPageIsAccessibleInBothThemesAndFitsEveryWidthAndAllLookAlike() {
        return Stream.concat(new Pages(jdbc).wanted().map(shown -> DynamicTest.dynamicTest(shown.name(), () -> look(shown))),
                looks.entrySet().stream().map(each -> DynamicTest.dynamicTest("all at %d px".formatted(each.getKey()), () -> checkAlike(each.getValue()))));
    }

    @Test
    void whatIsCutOrBrokenIsFound() {
        Page page = visitors.page(null, "de", Visitors.WIDE);
        page.setContent("""
                <h1 style="width: 3rem; overflow-wrap: anywhere">Unbreakable</h1>
                <span class="badge" style="display: block; width: 2rem; overflow: hidden; white-space: nowrap">Cut off</span>
                <button style="width: 20rem">Whole words</button>
                <label style="display: block; width: 1rem">in T-Exchange</label>
                <label style="display: block; width: 1rem">in <span style="white-space: nowrap">T-Exchange</span></label>
                <h2 style="width: 3rem; overflow-wrap: anywhere"><span class="sorter">Inseparable</span></h2>
                <input style="width: 3rem" placeholder="Search for something long">
                <input style="width: 20rem" placeholder="Search">
                <div class="card" style="width: 3rem"><vaadin-button style="display: block; width: 20rem">Out</vaadin-button></div>
                <div class="frame-page"><div style="padding: 2rem; width: 20rem"><vaadin-button style="display: block; width: 21rem">Over</vaadin-button></div></div>
                """);
        // As the heads of columns that sort.
        page.evaluate("() => document.querySelector('.sorter').attachShadow({mode: 'open'}).innerHTML = '<div><slot></slot></div>'");

        assertThat(CutWords.on(page)).hasSize(7).anyMatch(found -> found.contains("breaks «Inseparable»")).anyMatch(found -> found.contains("breaks «Unbreakable»"))
                .anyMatch(found -> found.contains("cuts «off»"))
                .anyMatch(found -> found.contains("«Search for something long» is cut"))
                .anyMatch(found -> found.contains("«Out» sticks out")).anyMatch(found -> found.contains("«Over» sticks out"))
                .anyMatch(found -> found.contains("breaks «T-Exchange»"));
    }

    @Test
    void anAddressOfTheMailThatIsPartedWithoutNeedOrInsideAWordIsFound() {
        Page page = visitors.page(null, "de", Visitors.WIDE);
        page.setContent("""
                <main>
                <p style="width: 40rem"><span style="display: block; width: 4rem">one@<wbr>example.com</span></p>
                <p style="width: 40rem"><span>two@<wbr>example.com</span></p>
                <p style="width: 3rem; overflow-wrap: anywhere"><span>unbreakable@example.com</span></p>
                <p style="width: 8rem"><span>shipping.department@<wbr>example.com</span></p>
                </main>""");

        assertThat(BrokenAddresses.on(page)).containsExactly("one@example.com", "unbreakable@example.com");
    }

    private void look(ShownPage shown) {
        Page page = visitors.page(shown.person(), "ru", Visitors.WIDE);
        shown.visit(page);
        checkAccessible(shown, page, "light", Accessibility::findings);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        checkAccessible(shown, page, "dark", Accessibility::findingsInColors);
        // In the language whose labels leave less room.
        Fitting.check(shown, page, WIDTHS, width -> {
            if (width == Visitors.WIDE || width == Visitors.NARROW) {
                checkAddresses(shown, page, width);
            }
        });
        Page english = visitors.page(shown.person(), "en", NOTEBOOK);
        shown.visit(english);
        Fitting.check(shown, english, WIDTHS_IN_ENGLISH, width -> looks.get(width).add(shown.name(), english));
        checkAccessible(shown, english, "phone", Accessibility::findings);
    }

    private static void checkAddresses(ShownPage shown, Page page, int width) {
        await().pollInSameThread().atMost(SETTLING).untilAsserted(() -> assertThat(BrokenAddresses.on(page))
                .as("addresses on %s (%s), %d px", shown.name(), shown.path(), width).isEmpty());
    }

    private static void checkAlike(Looks looks) {
        Map<String, Map<String, TreeSet<String>>> kinds = new TreeMap<>(looks.seen());
        if (Pages.ALL_WANTED) {
            assertThat(kinds).containsKeys("margin", "head of a list", "row of a list", "badge");
        }
        kinds.values().removeIf(ways -> ways.size() == 1);
        assertThat(kinds).as("kinds that look in several ways, each with its pages").isEmpty();
    }

    private static void checkAccessible(ShownPage shown, Page page, String how, Function<Page, List<Finding>> look) {
        List<Finding> findings = look.apply(page);
        findings.stream().filter(finding -> !finding.isGrave())
                .forEach(finding -> LOG.info("{}, {}: {}", shown.path(), how, finding));
        if (findings.stream().anyMatch(Finding::isGrave)) {
            // Colors of a scheme that was switched just now may not all be drawn yet.
            await().pollInSameThread().atMost(SETTLING).untilAsserted(() -> assertThat(look.apply(page))
                    .as("what axe finds on %s (%s), %s", shown.name(), shown.path(), how)
                    .filteredOn(Finding::isGrave).isEmpty());
        }
    }
}
