package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Journey;
import com.texchange.testing.Browser;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The process diagram in a real browser: drawn, marked, and marked anew while the page is open. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class StoryDiagramIT {

    private static final String PASSWORD = "words-for-the-story";

    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    Journey journey;
    @Autowired
    Acceptance acceptance;
    @LocalServerPort
    int port;
    private Browser browser;
    private Actor supplier;
    private Actor distributor;

    @BeforeEach
    void start(Browser own) {
        browser = own;
        supplier = people.supplier();
        distributor = people.distributor(1);
    }

    @Test
    void thePassedPathAndTheCurrentStepAreMarkedAndFollowTheProcess() {
        OnboardingId id = journey.accepting(supplier, distributor);
        Page page = browser.person("http://localhost:" + port, "ru");
        openStory(page, id);

        assertThat(page.locator("process-diagram[drawn]")).isVisible();
        org.assertj.core.api.Assertions.assertThat(((Number) page.locator("process-diagram .viewport")
                .evaluate("drawing => drawing.getCTM().a")).doubleValue()).as("first zoom").isGreaterThan(0.85);
        assertThat(element(page, "Task_SendInvitation", "process-done")).hasCount(1);
        assertThat(element(page, "Flow_AccountKnown_Yes", "process-taken")).hasCount(1);
        assertThat(element(page, "Task_AcceptInvitation", "process-active")).hasCount(1);
        assertThat(page.locator(".process-badge-active").filter(
                new Locator.FilterOptions().setHasText("сейчас"))).isVisible();
        stepStandsWholeInTheFrame(page);
        markOfBpmnIoIsUncovered(page);

        acceptance.accept(id, false, distributor);

        assertThat(element(page, "Task_AcceptInvitation", "process-done")).hasCount(1);
        assertThat(element(page, "Task_ConnectLicenses", "process-active")).hasCount(1);
    }

    @Test
    void onANarrowDarkScreenTheCurrentStepIsInSightAndTheKeyboardMovesTheDiagram() {
        OnboardingId id = journey.accepting(supplier, distributor);
        Page page = browser.person(new NewContextOptions().setBaseURL("http://localhost:" + port).setLocale("en")
                .setColorScheme(ColorScheme.DARK).setViewportSize(360, 740));
        openStory(page, id);

        assertThat(element(page, "Task_AcceptInvitation", "process-active")).isInViewport();
        stepStandsWholeInTheFrame(page);
        markOfBpmnIoIsUncovered(page);
        page.locator(".process-canvas").focus();
        String before = page.locator("process-diagram .viewport").getAttribute("transform");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("process-diagram .viewport")).not().hasAttribute("transform", before);
        page.getByLabel("Show all of it").click();
        assertThat(element(page, "Start_Invited", "process-done")).isInViewport();
        Object overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        org.assertj.core.api.Assertions.assertThat(overflow).isEqualTo(false);
    }

    /** As they are counted by who reads the date beside them, by the clock of the reader's company. */
    @Test
    void daysAreCountedByTheCalendar() {
        Page page = browser.person("http://localhost:" + port, "ru");
        openStory(page, journey.accepting(supplier, distributor));
        page.clock().setFixedTime("2026-03-01T20:30:00Z");

        assertAgo(page, "2026-03-15T20:59:59Z", "Europe/Moscow", "через 14 дней");
        assertAgo(page, "2026-03-15T20:29:00Z", "Europe/Moscow", "через 14 дней");
        assertAgo(page, "2026-03-15T20:59:59Z", "Asia/Vladivostok", "через 14 дней");
        assertAgo(page, "2026-03-02T20:59:59Z", "Europe/Moscow", "завтра");
        assertAgo(page, "2026-03-02T21:00:00Z", "Europe/Moscow", "послезавтра");
        assertAgo(page, "2026-03-01T20:59:59Z", "Europe/Moscow", "через 29 минут");
        assertAgo(page, "2026-03-02T18:00:00Z", "Europe/Moscow", "через 21 час");
        assertAgo(page, "2026-02-28T20:29:00Z", "Europe/Moscow", "вчера");
        assertAgo(page, "2026-02-27T22:00:00Z", "Europe/Moscow", "вчера");
        assertAgo(page, "2026-02-27T20:00:00Z", "Europe/Moscow", "позавчера");
        assertAgo(page, "2026-05-30T20:59:59Z", "Europe/Moscow", "через 3 месяца");
        assertAgo(page, "2026-03-15T20:59:59Z", "No/Where", "через 14 дней");
    }

    private static void assertAgo(Page page, String at, String zone, String words) {
        Object said = page.evaluate("""
                ([at, zone]) => {
                  const moment = document.createElement('time-ago');
                  moment.lang = 'ru';
                  moment.setAttribute('at', at);
                  moment.setAttribute('zone', zone);
                  document.body.append(moment);
                  const said = moment.textContent;
                  moment.remove();
                  return said;
                }""", List.of(at, zone));
        org.assertj.core.api.Assertions.assertThat(said).as(at + " in " + zone).isEqualTo(words);
    }

    /** As the diagram opens: nothing of the step or of its sign is outside. */
    private static void stepStandsWholeInTheFrame(Page page) {
        Object outside = page.locator("process-diagram").evaluate("""
                diagram => {
                  const frame = diagram.querySelector('.process-canvas').getBoundingClientRect();
                  return [...diagram.querySelectorAll('[data-element-id^="Task_"].process-active > .djs-visual > rect, .process-badge-active')]
                    .map(part => part.getBoundingClientRect())
                    .filter(part => part.left < frame.left || part.right > frame.right || part.top < frame.top || part.bottom > frame.bottom)
                    .length;
                }""");
        org.assertj.core.api.Assertions.assertThat(outside).as("parts of the current step outside the frame").isEqualTo(0);
    }

    /** As bpmn-js is licensed: fully visible, and nothing over it. */
    private static void markOfBpmnIoIsUncovered(Page page) {
        Locator mark = page.locator(".bjs-powered-by");
        assertThat(mark).isVisible();
        Object uncovered = mark.evaluate("""
                mark => {
                  mark.scrollIntoView({block: 'center'});
                  const box = mark.getBoundingClientRect();
                  return [box.left + 5, box.right - 5].every(x => [box.top + 5, box.bottom - 5]
                    .every(y => mark.contains(document.elementFromPoint(x, y))));
                }""");
        org.assertj.core.api.Assertions.assertThat(uncovered).isEqualTo(true);
    }

    private void openStory(Page page, OnboardingId id) {
        Actor manager = people.processManager();
        accounts.setPassword(manager.id(), PASSWORD);
        page.navigate("/login");
        page.locator("input[name=username]").fill(manager.email().value());
        page.locator("input[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.navigate("/onboarding/" + id);
        page.locator("process-diagram").scrollIntoViewIfNeeded();
    }

    private static Locator element(Page page, String id, String mark) {
        return page.locator("process-diagram [data-element-id=" + id + "]." + mark);
    }
}
