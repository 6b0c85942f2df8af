/*
 * <process-diagram>: draws a BPMN process with bpmn-js and marks the way that an instance has gone.
 *
 * Properties, set by the server:
 *   bpmn    the BPMN file
 *   marks   {done, cut, active, taken, stuck}: ids of the file
 *   labels  texts of the buttons and marks
 * When it has been drawn, the attribute "drawn" is set.
 */
(() => {
  const here = document.currentScript?.src || new URL('scripts/process-diagram.js', document.baseURI).href;
  const library = new URL('../libraries/bpmn-js-18.31.1/dist/', here);
  /** Smallest zoom at which the words can be read. */
  const READABLE = 0.9;
  /** Around the drawing, and around shapes, whose signs stand on their edge. */
  const MARGIN = 16;
  const STEP = 80;
  const MARKS = {done: 'process-done', cut: 'process-cut', active: 'process-active', taken: 'process-taken',
    stuck: 'process-stuck'};
  let loading;

  /** Once a page; a failure may be tried again by the next diagram. */
  function load() {
    loading ??= new Promise((resolve, reject) => {
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = new URL('assets/diagram-js.css', library).href;
      const script = document.createElement('script');
      script.src = new URL('bpmn-navigated-viewer.production.min.js', library).href;
      script.onload = () => resolve(window.BpmnJS);
      script.onerror = () => {
        loading = undefined;
        reject(new Error('bpmn-js cannot be loaded'));
      };
      document.head.append(style, script);
    });
    return loading;
  }

  class ProcessDiagram extends HTMLElement {

    #viewer;
    #drawing = 0;
    #values = {};
    #moved = false;
    #marked = [];
    #canvasElement;
    #observer;

    connectedCallback() {
      // Values that were set before this script had come hide the accessors.
      for (const name of ['bpmn', 'marks', 'labels']) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this.#values[name] = value;
        }
      }
      this.#build();
      this.#draw();
    }

    disconnectedCallback() {
      this.#drawing++;
      this.#observer?.disconnect();
      this.#end();
      this.replaceChildren();
    }

    /** The library tells of a changed view a moment later, and would look at a canvas that is gone. */
    #end() {
      if (this.#viewer) {
        this.#viewer.get('canvas').viewbox = () => ({x: 0, y: 0, width: 0, height: 0, scale: 1});
        this.#viewer.destroy();
        this.#viewer = undefined;
      }
    }

    get bpmn() { return this.#values.bpmn; }

    set bpmn(value) {
      if (value !== this.#values.bpmn) {
        this.#values.bpmn = value;
        this.#draw();
      }
    }

    get marks() { return this.#values.marks; }

    set marks(value) {
      this.#values.marks = value;
      this.#mark();
    }

    get labels() { return this.#values.labels ?? {}; }

    set labels(value) {
      this.#values.labels = value;
      if (this.isConnected) {
        this.#label();
      }
    }

    #build() {
      const tools = document.createElement('div');
      tools.className = 'process-tools';
      tools.setAttribute('role', 'group');
      for (const [name, sign, action] of [
        ['zoomIn', '+', () => this.#zoomBy(1.25)],
        ['zoomOut', '−', () => this.#zoomBy(0.8)],
        ['fit', '⤢', () => this.#fit()],
        ['current', '◎', () => this.#toCurrent()]]) {
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset.label = name;
        button.textContent = sign;
        button.addEventListener('click', () => {
          this.#moved = true;
          action();
        });
        tools.append(button);
      }
      this.#canvasElement = document.createElement('div');
      this.#canvasElement.className = 'process-canvas';
      this.#canvasElement.tabIndex = 0;
      this.#canvasElement.setAttribute('role', 'group');
      this.#canvasElement.addEventListener('keydown', event => this.#key(event));
      this.#canvasElement.addEventListener('wheel', event => this.#wheel(event), {passive: false});
      this.#drag();
      this.replaceChildren(tools, this.#canvasElement);
      this.#observer = new ResizeObserver(() => this.#resized());
      this.#observer.observe(this.#canvasElement);
      this.#label();
    }

    #label() {
      this.querySelectorAll('[data-label]').forEach(button => {
        const text = this.labels[button.dataset.label] ?? '';
        button.setAttribute('aria-label', text);
        button.title = text;
      });
      this.querySelector('.process-tools')?.setAttribute('aria-label', this.labels.tools ?? '');
      this.#canvasElement?.setAttribute('aria-label', this.labels.diagram ?? '');
    }

    async #draw() {
      const drawing = ++this.#drawing;
      this.removeAttribute('drawn');
      if (!this.isConnected || !this.bpmn) {
        return;
      }
      try {
        const Viewer = await load();
        if (drawing !== this.#drawing) {
          return;
        }
        this.#end();
        this.#marked = [];
        const viewer = new Viewer({
          container: this.#canvasElement,
          zoomScroll: {enabled: false},
          bpmnRenderer: {defaultFillColor: 'var(--process-fill)', defaultStrokeColor: 'var(--process-line)'},
        });
        this.#viewer = viewer;
        await viewer.importXML(this.bpmn);
        if (drawing !== this.#drawing) {
          return;
        }
        // What is drawn is told in words beside it.
        const picture = this.#canvasElement.querySelector('svg');
        picture?.setAttribute('aria-hidden', 'true');
        // What is hidden from screen readers must not take the focus, which bpmn-js lets it.
        picture?.setAttribute('tabindex', '-1');
        this.#moved = false;
        this.#mark();
        this.#overview();
        this.setAttribute('drawn', '');
      } catch (failure) {
        if (drawing === this.#drawing) {
          this.#failed(failure);
        }
      }
    }

    #failed(failure) {
      const notice = document.createElement('p');
      notice.className = 'process-failed';
      notice.textContent = this.labels.failed ?? '';
      this.#canvasElement.replaceChildren(notice);
      console.warn(failure.message);
    }

    #mark() {
      if (!this.#viewer?.get('elementRegistry').getAll().length) {
        return;
      }
      const canvas = this.#viewer.get('canvas');
      const overlays = this.#viewer.get('overlays');
      const registry = this.#viewer.get('elementRegistry');
      this.#marked.forEach(([id, marker]) => canvas.removeMarker(id, marker));
      this.#marked = [];
      overlays.clear();
      for (const [kind, marker] of Object.entries(MARKS)) {
        for (const id of this.marks?.[kind] ?? []) {
          const element = registry.get(id);
          // A diagram may be younger than the instance whose way it shows.
          if (element) {
            canvas.addMarker(id, marker);
            this.#marked.push([id, marker]);
            this.#badge(overlays, element, kind);
          }
        }
      }
      if (!this.#moved && this.hasAttribute('drawn')) {
        this.#overview();
      }
    }

    /** A sign besides the color, on tasks and on where the instance stands. */
    #badge(overlays, element, kind) {
      const signs = {done: '✓', active: '▶', stuck: '!', cut: '×'};
      const plain = /Gateway|SequenceFlow|StartEvent|Boundary|Intermediate/.test(element.type);
      const container = element.type === 'bpmn:SubProcess';
      if (!signs[kind] || container || plain && kind !== 'active' && kind !== 'stuck') {
        return;
      }
      const active = this.marks?.active ?? [];
      const stuck = this.marks?.stuck ?? [];
      if (kind === 'active' && stuck.includes(element.id)
          || (kind === 'done' || kind === 'cut') && active.includes(element.id)) {
        return;
      }
      const badge = document.createElement('span');
      badge.className = `process-badge process-badge-${kind}`;
      badge.setAttribute('aria-hidden', 'true');
      badge.textContent = kind === 'active' ? `▶ ${this.labels.now ?? ''}`
        : kind === 'stuck' ? `! ${this.labels.stuck ?? ''}` : signs[kind];
      overlays.add(element.id, {position: {top: -13, left: -8}, html: badge});
    }

    /** All of it where there is room for it in a size that can be read, else where the instance stands or ended. */
    #overview() {
      this.#fit();
      if (this.#canvasElement.clientWidth > 0 && this.#viewer.get('canvas').zoom() < READABLE) {
        this.#toCurrent();
      }
    }

    #fit() {
      if (this.#viewer && this.#canvasElement.clientWidth > 0) {
        const canvas = this.#viewer.get('canvas');
        // It remembers how large it and the drawing were when it last looked.
        canvas.resized();
        canvas.zoom('fit-viewport', 'auto');
        // A margin, so that nothing stands on the edge.
        canvas.zoom(Math.min(1, canvas.zoom() * 0.95), 'auto');
      }
    }

    #toCurrent() {
      if (!this.#viewer || this.#canvasElement.clientWidth === 0) {
        return;
      }
      const registry = this.#viewer.get('elementRegistry');
      const candidates = [...(this.marks?.stuck ?? []), ...(this.marks?.active ?? []),
        ...(this.marks?.done ?? []).filter(id => id.startsWith('End_')), ...(this.marks?.done ?? [])]
        .map(id => registry.get(id)).filter(element => element && element.type !== 'bpmn:SubProcess');
      const target = candidates[0] ?? registry.filter(element => element.type === 'bpmn:StartEvent')[0];
      if (target) {
        const canvas = this.#viewer.get('canvas');
        const width = this.#canvasElement.clientWidth / READABLE;
        const height = this.#canvasElement.clientHeight / READABLE;
        const drawing = canvas.viewbox().inner;
        const shapes = registry.filter(element => element.width > 0 && !element.labelTarget && element.type !== 'bpmn:SubProcess'
          && element.parent);
        canvas.viewbox({x: this.#begin('x', 'width', width, target, drawing, shapes),
          y: this.#begin('y', 'height', height, target, drawing, shapes), width, height});
      }
    }

    /**
     * Where the view begins: with the target near its middle, without more emptiness around the drawing than need be, and with as few
     * shapes as may be cut by its edges.
     */
    #begin(at, length, view, target, drawing, shapes) {
      const middle = target[at] + target[length] / 2 - view / 2;
      const first = drawing[at] - MARGIN;
      const last = drawing[at] + drawing[length] + MARGIN - view;
      let best = first > last ? (first + last) / 2 : Math.min(last, Math.max(first, middle));
      const cut = begin => shapes.filter(shape => [begin, begin + view].some(
        edge => edge > shape[at] - MARGIN && edge < shape[at] + shape[length] + MARGIN)).length;
      const lies = begin => begin <= target[at] - MARGIN && begin + view >= target[at] + target[length] + MARGIN;
      const from = best;
      for (let away = 1; away < view / 2 && cut(best) > 0; away++) {
        for (const begin of [from - away, from + away]) {
          if (lies(begin) && cut(begin) < cut(best)) {
            best = begin;
          }
        }
      }
      return best;
    }

    #zoomBy(factor) {
      if (this.#viewer) {
        const canvas = this.#viewer.get('canvas');
        canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * factor)), 'auto');
      }
    }

    #scroll(dx, dy) {
      this.#moved = true;
      this.#viewer?.get('canvas').scroll({dx, dy});
    }

    #key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.#canvasElement) {
        return;
      }
      const action = {
        ArrowLeft: () => this.#scroll(STEP, 0), ArrowRight: () => this.#scroll(-STEP, 0),
        ArrowUp: () => this.#scroll(0, STEP), ArrowDown: () => this.#scroll(0, -STEP),
        '+': () => this.#zoomBy(1.25), '=': () => this.#zoomBy(1.25), '-': () => this.#zoomBy(0.8),
        '0': () => this.#fit(), Home: () => this.#toCurrent(),
      }[event.key];
      if (action) {
        event.preventDefault();
        this.#moved = true;
        action();
      }
    }

    /** The plain wheel scrolls the page, as everywhere on it. */
    #wheel(event) {
      if (event.ctrlKey) {
        event.preventDefault();
        this.#moved = true;
        this.#zoomBy(event.deltaY < 0 ? 1.1 : 0.9);
      }
    }

    /** bpmn-js moves by mouse; a finger moves sideways, while up and down stays the page's. */
    #drag() {
      let last;
      this.#canvasElement.addEventListener('pointerdown', event => {
        last = event.pointerType === 'touch' ? event : undefined;
        this.#moved = true;
      });
      this.#canvasElement.addEventListener('pointermove', event => {
        if (last && event.pointerId === last.pointerId) {
          this.#scroll(event.clientX - last.clientX, event.clientY - last.clientY);
          last = event;
        }
      });
      for (const end of ['pointerup', 'pointercancel']) {
        this.#canvasElement.addEventListener(end, () => last = undefined);
      }
    }

    #resized() {
      if (this.#viewer && this.hasAttribute('drawn') && this.#canvasElement.clientWidth > 0) {
        this.#viewer.get('canvas').resized();
        if (!this.#moved) {
          this.#overview();
        }
      }
    }
  }

  if (!customElements.get('process-diagram')) {
    customElements.define('process-diagram', ProcessDiagram);
  }
})();
