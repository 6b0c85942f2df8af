/* <tx-chart>: bars by ECharts, in the colors of the page. `library` is ECharts' address, `data` is
   {labels: [...], series: [{name, values: [...]}, ...]}. */
(() => {
  if (customElements.get('tx-chart')) {
    return;
  }

  let library;

  /** Loads ECharts once for all charts of the page. */
  function load(address) {
    library ??= new Promise((loaded, failed) => {
      const script = document.createElement('script');
      script.src = new URL(address, document.baseURI).href;
      script.onload = () => loaded(window.echarts);
      script.onerror = () => {
        library = undefined;
        failed(new Error(`No chart library at ${address}`));
      };
      document.head.append(script);
    });
    return library;
  }

  class Chart extends HTMLElement {
    #data;
    #chart;
    #size = new ResizeObserver(() => this.#chart?.resize());
    #colors = new MutationObserver(() => this.#draw());
    #scheme = window.matchMedia('(prefers-color-scheme: dark)');
    #redraw = () => this.#draw();

    connectedCallback() {
      // Set before the script had come.
      if (Object.hasOwn(this, 'data')) {
        const early = this.data;
        delete this.data;
        this.data = early;
      }
      this.#size.observe(this);
      this.#colors.observe(document.documentElement, {attributes: true});
      this.#scheme.addEventListener('change', this.#redraw);
      this.#draw();
    }

    disconnectedCallback() {
      this.#size.disconnect();
      this.#colors.disconnect();
      this.#scheme.removeEventListener('change', this.#redraw);
      this.#chart?.dispose();
      this.#chart = undefined;
    }

    get data() {
      return this.#data;
    }

    set data(data) {
      this.#data = data;
      this.#draw();
    }

    async #draw() {
      if (!this.isConnected || !this.#data) {
        return;
      }
      const echarts = await load(this.getAttribute('library'));
      if (!this.isConnected) {
        return;
      }
      this.#chart ??= echarts.init(this, null, {renderer: 'svg'});
      this.#chart.setOption(this.#option(), true);
    }

    /** What a color token of the page is at the moment, as the browser computes it. */
    #color(token) {
      const probe = document.createElement('span');
      probe.style.color = `var(${token})`;
      this.append(probe);
      const color = getComputedStyle(probe).color;
      probe.remove();
      return color;
    }

    #option() {
      const text = this.#color('--lumo-secondary-text-color');
      const line = this.#color('--tx-border');
      const font = getComputedStyle(this).fontFamily;
      const colors = ['--tx-chart-1', '--tx-chart-2'].map(token => this.#color(token));
      const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      return {
        animation: !still,
        animationDuration: 300,
        color: colors,
        textStyle: {fontFamily: font, color: text},
        grid: {left: 8, right: 8, top: 40, bottom: 8, containLabel: true},
        legend: {top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: {color: text, fontFamily: font}},
        tooltip: {
          trigger: 'axis', axisPointer: {type: 'shadow'}, confine: true,
          backgroundColor: this.#color('--tx-surface'), borderColor: line,
          textStyle: {color: this.#color('--lumo-body-text-color'), fontFamily: font}
        },
        xAxis: {
          type: 'category', data: this.#data.labels, axisTick: {show: false},
          axisLine: {lineStyle: {color: line}}, axisLabel: {color: text, hideOverlap: true}
        },
        yAxis: this.#data.series.map((series, index) => ({
          type: 'value', minInterval: 1, position: index === 0 ? 'left' : 'right',
          axisLabel: {color: colors[index]}, splitLine: {show: index === 0, lineStyle: {color: line}}
        })),
        series: this.#data.series.map((series, index) => ({
          name: series.name, type: 'bar', yAxisIndex: index, data: series.values, barMaxWidth: 18,
          itemStyle: {borderRadius: [4, 4, 0, 0]}
        }))
      };
    }
  }

  customElements.define('tx-chart', Chart);
})();
