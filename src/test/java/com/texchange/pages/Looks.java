package com.texchange.pages;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** How what is of one kind looks, on which pages: margins, lists, labels of states. */
final class Looks {

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

    private final Map<String, Map<String, TreeSet<String>>> seen = new TreeMap<>();

    /** Adds those of a page that stands as it was drawn. */
    void add(String name, Page page) {
        evaluated(page).forEach(look -> seen.computeIfAbsent(look.getFirst(), kind -> new TreeMap<>())
                .computeIfAbsent(look.getLast(), how -> new TreeSet<>()).add(name));
    }

    /** The kinds that were seen, by the ways in which each looks, by the pages on which it looks so. */
    Map<String, Map<String, TreeSet<String>>> seen() {
        return seen;
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> evaluated(Page page) {
        return (List<List<String>>) page.evaluate(LOOKS);
    }
}
