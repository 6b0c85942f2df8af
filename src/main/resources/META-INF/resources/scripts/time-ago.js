/*
 * <time-ago at="2026-01-31T12:00:00Z" lang="ru" zone="Europe/Moscow">: says how long ago or how soon a moment is, and keeps
 * saying it right while the page is open. From a day on it counts days of the calendar, as a person does who reads the date
 * beside it.
 */
(() => {
  const UNITS = [['hour', 3600], ['minute', 60]];
  const DAY = 86400;
  const open = new Set();

  const dayOf = (moment, zone) => {
    const parts = {year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'iso8601', numberingSystem: 'latn'};
    let format;
    try {
      format = new Intl.DateTimeFormat('en', {...parts, timeZone: zone || undefined});
    } catch (unknownZone) {
      format = new Intl.DateTimeFormat('en', parts);
    }
    const part = Object.fromEntries(format.formatToParts(moment).map(({type, value}) => [type, Number(value)]));
    return Date.UTC(part.year, part.month - 1, part.day) / 1000 / DAY;
  };

  const distance = (at, now, zone) => {
    const seconds = (at - now) / 1000;
    if (Math.abs(seconds) < DAY) {
      const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', Infinity];
      return [Math.trunc(seconds / size) || 0, unit];
    }
    const days = dayOf(at, zone) - dayOf(now, zone);
    if (Math.abs(days) < 30) {
      return [days, 'day'];
    }
    const months = Math.round(days / 30.44);
    return Math.abs(months) < 12 ? [months, 'month'] : [Math.round(days / 365.25), 'year'];
  };

  class TimeAgo extends HTMLElement {

    static observedAttributes = ['at', 'lang', 'zone'];

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
        const format = new Intl.RelativeTimeFormat(this.lang || document.documentElement.lang || 'en',
          {numeric: 'auto'});
        const text = format.format(...distance(at, Date.now(), this.getAttribute('zone')));
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
