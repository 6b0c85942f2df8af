package com.texchange.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** Finds words that a person cannot read as they are: cut off, or broken where no word ends. */
final class CutWords {

    /**
     * What names things and must be read at a glance, in the page and in the components' own trees. A word is what stands
     * between spaces, hyphens and slashes; at those a line may end, but not behind a single letter, as in «Т-Обмен». What a
     * box that can be scrolled holds is not cut, nor is a long name whose title has the whole of it.
     */
    private static final String FIND = """
            () => {
              const styles = new Map();
              const styleOf = box => styles.get(box) ?? styles.set(box, getComputedStyle(box)).get(box);
              const NAMING = 'h1, h2, h3, h4, .badge, vaadin-badge, button, vaadin-button, vaadin-tab, th, vaadin-side-nav-item, '
                + 'label, .button-link, .menu-number, .figure-label, .figure-value, .funnel-name, .progress-name, .header-link, '
                + '.task-title, vaadin-avatar';
              const parent = node => node.assignedSlot ?? node.parentNode ?? node.host;
              const isShown = element => element.checkVisibility({checkVisibilityCSS: true, checkOpacity: true})
                && !element.closest('.for-the-ear, .tasks-status, .skip-link, [slot="sr-label"]');
              const isHead = cell => (cell.assignedSlot?.closest('th')) != null;
              function* elements(root) {
                for (const element of root.querySelectorAll('*')) {
                  yield element;
                  if (element.shadowRoot) yield* elements(element.shadowRoot);
                }
              }
              function* texts(node) {
                if (node.nodeType === Node.TEXT_NODE) { if (node.data.trim()) yield node; return; }
                if (node.nodeType !== Node.ELEMENT_NODE || ['STYLE', 'SCRIPT', 'svg'].includes(node.nodeName)) return;
                // A slot has no box of its own, but what stands in it has.
                if (node.localName !== 'slot' && !isShown(node)) return;
                const children = node.localName === 'slot' && node.assignedNodes().length ? node.assignedNodes()
                  : (node.shadowRoot ?? node).childNodes;
                for (const child of children) yield* texts(child);
              }
              const reaches = (rect, from) => {
                for (let box = parent(from); box && box.nodeType !== Node.DOCUMENT_NODE; box = parent(box)) {
                  if (box.nodeType !== Node.ELEMENT_NODE) continue;
                  const style = styleOf(box);
                  const clips = [style.overflowX, style.overflowY].map(value => value === 'hidden' || value === 'clip');
                  const scrolls = [style.overflowX, style.overflowY].some(value => value === 'auto' || value === 'scroll');
                  const bounds = box.getBoundingClientRect();
                  if (clips[0] && (rect.right > bounds.right + 1.5 || rect.left < bounds.left - 1.5)) return false;
                  if (clips[1] && (rect.bottom > bounds.bottom + 4 || rect.top < bounds.top - 4)) return false;
                  if (scrolls) return true;
                }
                return true;
              };
              const found = new Set();
              for (const element of elements(document)) {
                const names = element.matches(NAMING) || element.localName === 'vaadin-grid-cell-content' && isHead(element);
                if (!names || !isShown(element)) continue;
                for (const text of texts(element)) {
                  const range = document.createRange();
                  for (const word of text.data.matchAll(/(?:(?<!\\p{L})\\p{L}-(?=\\p{L}))?[^\\s\\-\\u2010-\\u2015\\/·@.,_]+/gu)) {
                    range.setStart(text, word.index);
                    range.setEnd(text, word.index + word[0].length);
                    const lines = [...range.getClientRects()].filter(rect => rect.width > 0);
                    if (!lines.length || lines.every(line => line.width < 2)) continue;
                    const where = `${element.localName}.${element.className}: «${text.data.trim()}»`;
                    if (lines.some(line => Math.abs(line.top - lines[0].top) > 3)) found.add(`${where} breaks «${word[0]}»`);
                    else if (!element.matches('.long-name[title]') && !lines.every(line => reaches(line, text))) found.add(`${where} cuts «${word[0]}»`);
                  }
                }
              }
              const pen = document.createElement('canvas').getContext('2d');
              for (const input of document.querySelectorAll('input[placeholder], textarea[placeholder]')) {
                if (!isShown(input) || input.value || !input.clientWidth) continue;
                pen.font = styleOf(input).font;
                if (pen.measureText(input.placeholder).width > input.clientWidth + 1) found.add(`placeholder «${input.placeholder}» is cut`);
              }
              for (const button of document.querySelectorAll(':is(.detail-panel, .card, .frame-page > *) vaadin-button')) {
                const box = button.closest('.detail-panel, .card, .frame-page > *');
                // A page's margin is its padding.
                const edge = box.getBoundingClientRect().right - (box.matches('.frame-page > *') ? parseFloat(styleOf(box).paddingRight) : 0);
                if (isShown(button) && !button.closest('vaadin-grid') && button.getBoundingClientRect().right > edge + 1) {
                  found.add(`button «${button.textContent.trim()}» sticks out`);
                }
              }
              return [...found];
            }""";
    /**
     * A page that was resized draws itself anew, and hears from the server whether its lists have one column now. What is
     * found is looked at again until it has gone or has been there for a while.
     */
    private static final String SETTLED = """
            async () => {
              const find = %s;
              const busy = () => Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.());
              const pause = time => new Promise(next => setTimeout(next, time));
              const frame = () => new Promise(next => requestAnimationFrame(next));
              await frame();
              await frame();
              let found = find();
              for (let look = 0; look < 20 && (busy() || found.length); look++) {
                await pause(100);
                found = find();
              }
              return found;
            }""".formatted(FIND);

    private CutWords() {
    }

    /** Each with where it stands and what becomes of it. */
    @SuppressWarnings("unchecked")
    static List<String> on(Page page) {
        return (List<String>) page.evaluate(SETTLED);
    }
}
