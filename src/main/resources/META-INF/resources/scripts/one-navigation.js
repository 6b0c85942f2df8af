/*
 * One navigation at a time. Vaadin's router takes up a second one while the server still answers the first, mixes up the two
 * answers, and may then lead nowhere until the page is loaded anew (vaadin/flow#20404). So links, ways back and the addresses
 * that the server names wait here until the navigation before them has ended, and links and ways back for any answer, as it may
 * lead elsewhere, too.
 */
(() => {
  const LOOKS = 20;
  // Milliseconds without a request: nothing comes of a navigation that the server has answered by a question.
  const QUIET = 250;
  let isUnderWay = false;
  // The address of the link that is being followed.
  let followed = null;
  let watch;
  // What the server wants of the page it has drawn comes first, all of it; then what the person wanted last.
  const answers = [];
  let wish = null;
  // The browser has gone back already, so that its bar names the other page: that wish is not to be dropped.
  let wishesLink = false;
  let hasItsTurn = false;
  // The router goes back on a way back until the server has answered, and then goes it again.
  let ownSteps = 0;

  const go = history.go.bind(history);
  history.go = steps => {
    ownSteps++;
    go(steps);
  };

  const asksTheServer = () => Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.());

  // A question of the server's, as whether to leave what was typed.
  const isAsking = () => [...document.querySelectorAll('vaadin-confirm-dialog')].some(question => question.opened);

  const begin = () => {
    let quiet = 0;
    clearInterval(watch);
    watch = setInterval(() => {
      quiet = asksTheServer() ? 0 : quiet + LOOKS;
      // The router would keep a wish until it is answered, and whoever stays be asked once more.
      if (wishesLink && isAsking()) {
        wish = null;
      }
      if (quiet >= QUIET) end();
    }, LOOKS);
    isUnderWay = true;
  };

  const end = () => {
    clearInterval(watch);
    isUnderWay = false;
    followed = null;
    // Others hear of the end, too, before the next begins.
    setTimeout(next);
  };

  const takeWish = () => {
    const taken = wish;
    wish = null;
    return taken;
  };

  const next = () => {
    if (isUnderWay || !(wish || answers.length)) {
      return;
    }
    if (!answers.length && asksTheServer()) {
      setTimeout(next, LOOKS);
      return;
    }
    const turn = answers.shift() ?? takeWish();
    begin();
    hasItsTurn = true;
    turn();
    hasItsTurn = false;
  };

  // Nobody hears of what must wait before its turn.
  const mustWait = (event, isFree) => {
    if (hasItsTurn) {
      return false;
    }
    if (!isUnderWay && !wish && !answers.length && isFree) {
      begin();
      return false;
    }
    event.stopImmediatePropagation();
    event.preventDefault();
    setTimeout(next);
    return true;
  };

  // The rules are the router's.
  const leadsToAPage = (anchor, click) => click.button === 0
    && !click.shiftKey && !click.ctrlKey && !click.altKey && !click.metaKey
    && anchor.origin === location.origin && (!anchor.target || anchor.target === '_self')
    && !anchor.hasAttribute('download') && !anchor.hasAttribute('router-ignore')
    && !(anchor.hash && anchor.pathname === location.pathname);

  // The page that had the link may be gone by then, or the row of a list with it show another entry.
  const followLater = anchor => {
    const copy = anchor.cloneNode();
    return () => {
      const link = anchor.isConnected && anchor.href === copy.href ? anchor : document.body.appendChild(copy);
      link.click();
      copy.remove();
    };
  };

  window.addEventListener('click', event => {
    const anchor = event.composedPath().find(node => node.localName === 'a' && node.href);
    if (!anchor || !leadsToAPage(anchor, event)) {
      return;
    }
    if (event.detail > 1) {
      // Of a double click: it would meet the page that the first has opened.
      event.stopImmediatePropagation();
      event.preventDefault();
    } else if (!mustWait(event, !asksTheServer())) {
      followed = anchor.href;
    } else {
      wish = anchor.href === followed ? null : followLater(anchor);
      wishesLink = true;
    }
  }, true);

  window.addEventListener('vaadin-navigate', event => {
    // Said within an answer.
    if (mustWait(event, true)) {
      answers.push(() => window.dispatchEvent(new CustomEvent(event.type, {detail: event.detail})));
    }
  }, true);

  // The place in the browser's history, as the router counts.
  const place = () => history.state?.idx ?? 0;

  const goTo = wanted => {
    if (place() === wanted) {
      window.dispatchEvent(new PopStateEvent('popstate', {state: history.state}));
    } else {
      history.go(wanted - place());
    }
  };

  window.addEventListener('popstate', event => {
    if (event.isTrusted && ownSteps > 0) {
      ownSteps--;
    } else if (mustWait(event, !asksTheServer())) {
      const wanted = place();
      wish = () => goTo(wanted);
      wishesLink = false;
    }
  }, true);

  window.addEventListener('vaadin-navigated', end);
})();
