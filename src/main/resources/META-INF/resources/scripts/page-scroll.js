/*
 * Another page begins at its top: what scrolls is the frame, which stays. Who goes back finds a page where it was left, as
 * soon as it is high enough again, unless the reader moves first.
 */
(() => {
  const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
  const LONGEST_GROWTH = 5000;
  const left = new Map();
  let path;
  let goesBack = false;
  let stop = () => {};

  const scrolled = () => document.querySelector('vaadin-app-layout')?.shadowRoot?.querySelector('[part~=content]')
    ?? document.scrollingElement;

  // The event of the document's own scrolling comes at the document, not at the element that scrolls.
  const follow = box => {
    (box === document.scrollingElement ? document : box).onscroll = () => left.set(path, box.scrollTop);
  };

  const find = (box, place) => {
    const go = () => {
      box.scrollTop = place;
      if (box.scrollTop >= place - 1) end();
    };
    const growth = new ResizeObserver(go);
    const end = () => {
      growth.disconnect();
      ACTS.forEach(act => window.removeEventListener(act, end));
    };
    stop = end;
    ACTS.forEach(act => window.addEventListener(act, end, {passive: true}));
    setTimeout(end, LONGEST_GROWTH);
    [...document.querySelectorAll('main, main > *')].forEach(part => growth.observe(part));
    go();
  };

  // The router's own events of this kind are not the browser's. A click leads on, unless the browser then goes back all the same.
  window.addEventListener('popstate', event => { goesBack ||= event.isTrusted; });
  window.addEventListener('click', () => { goesBack = false; }, {capture: true});

  // Called when the server has drawn what an address shows, which may be before the browser's bar has that address.
  window.pageScroll = (now, another) => {
    const box = scrolled();
    const place = goesBack ? left.get(now) ?? 0 : 0;
    stop();
    path = now;
    goesBack = false;
    if (another) {
      find(box, place);
    }
    follow(box);
  };
})();
