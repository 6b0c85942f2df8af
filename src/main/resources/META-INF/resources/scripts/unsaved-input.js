/*
 * The browser asks before a tab is closed, or a link leads out of the application, while something that was typed would be
 * lost. The server knows of each field that was left, and says so; the field that still has the focus is looked at here.
 */
(() => {
  let typed = false;
  let field = null;
  let before = '';

  const remember = element => {
    field = element && element.closest && element.closest('[data-unsaved]') ? element : null;
    before = field ? field.value : '';
  };

  document.addEventListener('focusin', event => remember(event.target));

  // Escape leaves a form while the field still has the focus, and the server has not heard of what is in it.
  window.addEventListener('keydown', event => {
    if (event.key === 'Escape' && field && field.value !== before) {
      before = field.value;
      field.dispatchEvent(new CustomEvent('change', {bubbles: true}));
    }
  }, true);

  // So do the browser's way back and a link that was followed without being focused. The field is left and entered again, which
  // hands over what a picker holds, too; this comes before the router hears of it, so that the server first knows what it asks for.
  const handOver = () => {
    if (field && field === document.activeElement && field.value !== before) {
      const left = field;
      left.blur();
      left.focus({preventScroll: true});
    }
  };
  window.addEventListener('popstate', handOver, true);
  window.addEventListener('click', event => {
    if (event.composedPath().some(node => node.localName === 'a' && node.href)) {
      handOver();
    }
  }, true);

  window.unsavedInput = state => {
    typed = state;
    if (!state) {
      remember(document.activeElement);
    }
  };

  window.addEventListener('beforeunload', event => {
    const isBeingTyped = field && field === document.activeElement && field.value !== before;
    if (typed || isBeingTyped) {
      event.preventDefault();
    }
  });
})();
