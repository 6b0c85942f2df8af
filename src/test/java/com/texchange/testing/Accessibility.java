package com.texchange.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** Looks at an open page as axe does: against the rules of WCAG 2.1, levels A and AA, and against good practice. */
public final class Accessibility {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String AXE = read("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    /** What the components' own shadow DOM has, and no page can change. */
    private static final List<LetPass> EXCEPTIONS = List.of(
            new LetPass("aria-valid-attr-value", "vaadin-side-nav-item",
                    "its button controls an id that it does not have; readers pass over such a reference"),
            new LetPass("aria-required-children", "vaadin-grid", "axe does not see the row of cells that are in reserve"),
            new LetPass("aria-required-children", ".devices-grid,#table", "as of every grid; named so where there are two of them"),
            new LetPass("aria-required-children", ".agent-licenses,#table", "as of every grid; named so where there are two of them"),
            new LetPass("aria-required-children", "vaadin-tabs", "axe takes its scroll buttons, hidden from readers, for tabs"));
    /** Colors may be on their way from one theme to the other: they are looked at until two looks see the same. */
    private static final String SETTLED = """
            async () => {
                const colors = () => [...document.querySelectorAll('body *')].map(element => {
                    const style = getComputedStyle(element);
                    return style.color + style.backgroundColor;
                }).join();
                for (let before = '', now = colors(); now !== before; now = colors()) {
                    before = now;
                    await new Promise(next => setTimeout(next, 100));
                }
                return true;
            }
            """;
    private static final String ALL_RULES =
            "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}";
    private static final String RULES_OF_COLORS = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}";
    private static final String RUN = """
            async () => (await axe.run(document, {
                runOnly: %s,
                resultTypes: ['violations']
            })).violations.map(rule => ({
                id: rule.id, impact: rule.impact, help: rule.help, practice: String(rule.tags.includes('best-practice')),
                nodes: rule.nodes.slice(0, 8).map(node => node.target.join(' > ') + '   ' + node.html.slice(0, 250)
                        + '   ' + node.any.concat(node.all).map(check => check.message).join('; ').slice(0, 300))
            }))
            """;
    private static final String OVERFLOW = """
            () => {
                const page = document.scrollingElement;
                if (page.scrollWidth <= window.innerWidth) return [];
                const wide = [...document.querySelectorAll('body *')]
                    .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
                    .slice(0, 5).map(element => element.tagName.toLowerCase() + '.' + element.className);
                return ['page is ' + page.scrollWidth + ' px wide, window ' + window.innerWidth + ': ' + wide.join(', ')];
            }
            """;

    private Accessibility() {
    }

    /** @param reason why it is let pass */
    private record LetPass(String rule, String elements, String reason) {
    }

    /** @param practice whether it breaks a rule of good practice and none of WCAG */
    public record Finding(String rule, String impact, String help, List<String> elements, boolean practice) {

        /** What no page may have. */
        public boolean isGrave() {
            return GRAVE.contains(impact) && !practice && !elements.stream().allMatch(this::isExcepted);
        }

        private boolean isExcepted(String element) {
            return EXCEPTIONS.stream().anyMatch(exception -> exception.rule().equals(rule)
                    && element.startsWith(exception.elements()));
        }

        @Override
        public String toString() {
            return "%s (%s): %s%n      %s".formatted(rule, impact, help, String.join("\n      ", elements));
        }
    }

    /** All that axe finds, also what is not grave. */
    public static List<Finding> findings(Page page) {
        return findings(page, ALL_RULES);
    }

    /** What axe finds in colors, on a page of which nothing else has changed since it was looked at. */
    public static List<Finding> findingsInColors(Page page) {
        return findings(page, RULES_OF_COLORS);
    }

    @SuppressWarnings("unchecked")
    private static List<Finding> findings(Page page, String rules) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        page.evaluate(SETTLED);
        return ((List<Map<String, Object>>) page.evaluate(RUN.formatted(rules))).stream()
                .map(found -> new Finding((String) found.get("id"), (String) found.get("impact"), (String) found.get("help"),
                        (List<String>) found.get("nodes"), Boolean.parseBoolean((String) found.get("practice"))))
                .toList();
    }

    /** Empty unless the page has to be scrolled sideways; then how wide it is, and what reaches out. */
    @SuppressWarnings("unchecked")
    public static List<String> overflow(Page page) {
        return (List<String>) page.evaluate(OVERFLOW);
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
