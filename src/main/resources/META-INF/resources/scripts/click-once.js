/*
 * A button acts once for a double click. The second click of one would otherwise meet what the first has put under the
 * pointer: the same button of the next task, or another one in its place. Buttons that are meant to be clicked in quick
 * succession say so by the attribute data-repeat.
 */
(() => {
  const isRepeated = event => event.detail > 1
    && event.composedPath().some(node => node.localName === 'vaadin-button' && !node.hasAttribute('data-repeat'));

  document.addEventListener('click', event => {
    if (isRepeated(event)) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
  }, {capture: true});
})();
