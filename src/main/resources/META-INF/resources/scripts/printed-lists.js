/*
 * A list keeps only the rows in the browser that are on the screen, and a few more. Ctrl+P prints all rows of lists up to
 * MOST: they are fetched first. Where rows are missing all the same, since there are more of them or the browser's menu was
 * used, the paper says so.
 */
(() => {
  const MOST = 500;
  const LONGEST_WAIT = 10_000;
  let opened = [];

  const lists = () => [...document.querySelectorAll('vaadin-grid')].filter(list => list.offsetParent);
  const isWhole = list => list.size <= list.shadowRoot.querySelectorAll('#items > tr:not([hidden])').length;
  const isLoading = list => list.loading || list.shadowRoot.querySelector('#items > tr:not([hidden])[loading]');
  const isComing = list => !isWhole(list) || isLoading(list);
  const nextFrame = () => new Promise(done => setTimeout(done, 100));

  const close = () => {
    opened.forEach(list => {
      list.allRowsVisible = false;
      list.classList.remove('printed-whole');
    });
    opened = [];
    document.body.classList.remove('printed-part');
  };

  // As high as its rows, else it draws no more of them than it has room for.
  const open = wanted => wanted.filter(list => !list.allRowsVisible).forEach(list => {
    list.classList.add('printed-whole');
    list.allRowsVisible = true;
    opened.push(list);
  });

  const print = async shown => {
    open(shown.filter(list => list.size <= MOST));
    const end = Date.now() + LONGEST_WAIT;
    do {
      await nextFrame();
    } while (opened.some(isComing) && Date.now() < end);
    window.print();
  };

  document.addEventListener('keydown', event => {
    const shown = lists();
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.code === 'KeyP' && shown.length) {
      event.preventDefault();
      print(shown);
    }
  });

  // A list that has all its rows is as high as they are, however it came to be printed.
  window.addEventListener('beforeprint', () => {
    open(lists().filter(isWhole));
    document.body.classList.toggle('printed-part', lists().some(list => !isWhole(list)));
  });
  window.addEventListener('afterprint', close);
})();
