/*
 * Heads of columns that sort have an English name of the component's own, which has no words to be set; they get the page's.
 * The words may come after the heads.
 */
(() => {
  const OWN = 'Sort by ';

  const name = head => {
    const words = document.body?.dataset.sortBy;
    const label = head.getAttribute('aria-label');
    if (words && label?.startsWith(OWN)) {
      head.setAttribute('aria-label', words.replace('*', () => label.slice(OWN.length)));
    }
  };

  const nameWithin = part => {
    if (part.localName === 'vaadin-grid-sorter') {
      name(part);
    } else if (part.getElementsByTagName) {
      [...part.getElementsByTagName('vaadin-grid-sorter')].forEach(name);
    }
  };

  new MutationObserver(changes => changes.forEach(change => change.type === 'attributes'
    ? nameWithin(document) : change.addedNodes.forEach(nameWithin)))
    .observe(document, {attributeFilter: ['data-sort-by'], childList: true, subtree: true});
})();
