/*
 * <time-ago at="2026-01-31T12:00:00Z" lang="ru">: says how long ago or how soon a moment is, and keeps saying it right
 * while the page is open.
 */
(() => {
  const UNITS = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60]];
  const open = new Set();

  class TimeAgo extends HTMLElement {

    static observedAttributes = ['at', 'lang'];

    connectedCallback() {
      open.add(this);
      this.say();
    }

    disconnectedCallback() {
      open.delete(this);
    }

    attributeChangedCallback() {
      this.say();
    }

    say() {
      const at = Date.parse(this.getAttribute('at') ?? '');
      if (this.isConnected && !Number.isNaN(at)) {
        const seconds = (at - Date.now()) / 1000;
        const format = new Intl.RelativeTimeFormat(this.lang || document.documentElement.lang || 'en',
          {numeric: 'auto'});
        const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', Infinity];
        const text = format.format(Math.trunc(seconds / size) || 0, unit);
        if (this.textContent !== text) {
          this.textContent = text;
        }
      }
    }
  }

  if (!customElements.get('time-ago')) {
    customElements.define('time-ago', TimeAgo);
    setInterval(() => open.forEach(element => element.say()), 30000);
  }
})();
