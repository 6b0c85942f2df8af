package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is of one kind looks alike on every page: margins, lists, labels of states. */
@SomeOnboardings
class AlikeIT extends VisitedPages {

    /** Pairs of what something is and how it looks. */
    private static final String LOOKS = """
            () => {
                const looks = [];
                const size = element => getComputedStyle(element).fontSize;
                const frame = document.querySelector('.frame-page');
                const title = frame?.querySelector('.page-title');
                if (title) looks.push(['margin', `${Math.round(title.getBoundingClientRect().left - frame.getBoundingClientRect().left)}px`]);
                for (const grid of document.querySelectorAll('vaadin-grid')) {
                    const cells = selector => [...grid.shadowRoot.querySelectorAll(selector)].filter(cell => cell.offsetHeight);
                    cells('#header [part~="cell"]').forEach(cell => looks.push(['head of a list', size(cell)]));
                    cells('#items [part~="cell"]').filter(cell => !cell.part.contains('digits'))
                        .forEach(cell => looks.push(['row of a list', size(cell)]));
                }
                for (const badge of document.querySelectorAll('.badge, vaadin-badge, [theme~="badge"]')) {
                    if (!badge.checkVisibility()) continue;
                    const style = getComputedStyle(badge);
                    looks.push(['badge', `${badge.localName}, ${style.fontSize}, ${style.padding}, ${style.borderRadius}`]);
                    looks.push([`color of «${badge.textContent.trim()}»`, style.color]);
                }
                return looks;
            }""";

    @ParameterizedTest
    @ValueSource(ints = {Visitors.NARROW, Visitors.WIDE})
    void whatIsOfOneKindLooksAlikeOnAllPages(int width) {
        Map<String, Map<String, TreeSet<String>>> looks = new TreeMap<>();
        for (ShownPage shown : new Pages(jdbc).all()) {
            Page page = visitors.page(shown.person(), "en", width);
            shown.visit(page);
            looks(page).forEach(look -> looks.computeIfAbsent(look.getFirst(), kind -> new TreeMap<>())
                    .computeIfAbsent(look.getLast(), how -> new TreeSet<>()).add(shown.name()));
        }

        assertThat(looks).containsKeys("margin", "head of a list", "row of a list", "badge");
        looks.values().removeIf(ways -> ways.size() == 1);
        assertThat(looks).as("kinds that look in several ways, each with its pages").isEmpty();
    }

    /** What is asked for is chosen above a letter; the letter is what the page is for. */
    @Test
    void aLetterBeginsInTheFirstWindowOfAPhone() {
        Page page = open("letters-sales", "ru", Visitors.NARROW);

        assertThat(page.locator(".letter-frame").boundingBox().y).isLessThan(page.viewportSize().height);
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor-details", "onboarding-details", "story-supplier", "story-distributor"})
    void onAPhoneTwoStepsOfTheWayStandBesideEachOther(String name) {
        Page page = open(name, "ru", Visitors.NARROW);

        await().pollInSameThread().untilAsserted(() -> assertThat(page.locator(".progress-steps > li").nth(1).boundingBox().y)
                .isEqualTo(page.locator(".progress-steps > li").first().boundingBox().y));
        assertThat(CutWords.on(page)).isEmpty();
    }

    /** Once the page stands: the menu comes in beside it after it is drawn first. */
    private static List<List<String>> looks(Page page) {
        AtomicReference<List<List<String>>> before = new AtomicReference<>(List.of());
        return await().pollInSameThread().until(() -> evaluated(page), now -> now.equals(before.getAndSet(now)));
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> evaluated(Page page) {
        return (List<List<String>>) page.evaluate(LOOKS);
    }
}
