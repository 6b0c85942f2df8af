package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of the mail are read at a glance. */
@SomeOnboardings
class ContactsIT extends VisitedPages {

    /** Addresses of the mail that stand on more than one line, though their box has room for them on one. */
    private static final String BROKEN_ADDRESSES = """
            () => {
                const pen = document.createElement('canvas').getContext('2d');
                const leaves = [...document.querySelectorAll('main *')].filter(box => box.checkVisibility() && box.textContent.includes('@')
                    && [...box.children].every(child => child.localName === 'wbr'));
                return leaves.filter(leaf => {
                    const texts = [...leaf.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.data);
                    const address = leaf.textContent.match(/[^\\s@(]+@[^\\s@,)]+/);
                    if (!address) return false;
                    const place = offset => {
                        for (const text of texts) {
                            if (offset <= text.length) return [text, offset];
                            offset -= text.length;
                        }
                    };
                    const range = document.createRange();
                    range.setStart(...place(address.index));
                    range.setEnd(...place(address.index + address[0].length));
                    const box = leaf.closest('dd, li, p, vaadin-grid-cell-content, .composed-cell') ?? leaf.parentElement;
                    const style = getComputedStyle(box);
                    pen.font = getComputedStyle(leaf).font;
                    // A value takes more than half of the room if it needs it, whatever it is called.
                    const room = box.localName === 'dd' ? box.parentElement.clientWidth * 0.6
                        : box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                    return pen.measureText(address[0]).width < room - 1
                        && new Set([...range.getClientRects()].filter(line => line.width).map(line => Math.round(line.top))).size > 1;
                }).map(leaf => leaf.textContent.trim());
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"sign-in", "companies", "company-registered", "people", "people-operator", "single-sign-on", "suppliers"})
    void anAddressOfTheMailStandsOnOneLine(String name) {
        // The language whose labels leave less room.
        Page page = open(name, "ru", Visitors.WIDE);
        page.setViewportSize(1440, 900);

        await().pollInSameThread().untilAsserted(() -> assertThat((List<?>) page.evaluate(BROKEN_ADDRESSES)).isEmpty());
    }
}
