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
