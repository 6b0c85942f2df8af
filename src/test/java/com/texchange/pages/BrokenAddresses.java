package com.texchange.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Addresses of the mail that stand on more than one line, though their box has room for them on one, or of which a line ends inside a
 * word.
 */
final class BrokenAddresses {

    private static final String SCRIPT = """
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
                    const top = offset => {
                        const range = document.createRange();
                        range.setStart(...place(offset));
                        range.setEnd(...place(offset + 1));
                        return Math.round(Math.max(...[...range.getClientRects()].map(line => line.top)));
                    };
                    const ends = [...address[0]].map((_, at) => address.index + at)
                        .filter(at => at > address.index && top(at) > top(at - 1) + 3).map(at => leaf.textContent[at - 1]);
                    const box = leaf.closest('dd, li, p, vaadin-grid-cell-content, .composed-cell') ?? leaf.parentElement;
                    const style = getComputedStyle(box);
                    pen.font = getComputedStyle(leaf).font;
                    // A value takes more than half of the room if it needs it, whatever it is called.
                    const room = box.localName === 'dd' ? box.parentElement.clientWidth * 0.6
                        : box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                    return ends.length > 0 && (pen.measureText(address[0]).width < room - 1 || ends.some(end => !'@._-'.includes(end)));
                }).map(leaf => leaf.textContent.trim());
            }""";

    private BrokenAddresses() {
    }

    @SuppressWarnings("unchecked")
    static List<String> on(Page page) {
        return (List<String>) page.evaluate(SCRIPT);
    }
}
