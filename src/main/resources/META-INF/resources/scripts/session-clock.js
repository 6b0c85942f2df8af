// Tells the server that somebody is there, at most once a minute: a page that is merely open keeps no session.
(() => {
  const PAUSE = 60000;
  let told = Date.now();
  const tell = () => {
    if (Date.now() - told >= PAUSE) {
      told = Date.now();
      fetch(new URL('session/active', document.baseURI), { method: 'POST', keepalive: true }).catch(() => undefined);
    }
  };
  ['pointerdown', 'keydown', 'wheel'].forEach(event => window.addEventListener(event, tell, { passive: true, capture: true }));
})();
