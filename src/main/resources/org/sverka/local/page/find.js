/** Finding text in the shown tab. */
import { texts } from './messages.js';

export class Find {
  #hits = [];
  #at = -1;

  /** `app`: model, selection, painted(), refocus(). */
  constructor(elements, app) {
    Object.assign(this, elements);
    this.app = app;
    this.input.addEventListener('input', () => this.#search());
    this.bar.addEventListener('keydown', (event) => this.#key(event));
    this.next.addEventListener('click', () => this.#go(1));
    this.previous.addEventListener('click', () => this.#go(-1));
    this.close.addEventListener('click', () => this.#close());
  }

  open() {
    this.bar.hidden = false;
    this.input.focus();
    this.input.select();
    this.#search();
  }

  isHit(row, column) {
    return !this.bar.hidden && this.keys?.has(`${row},${column}`) === true;
  }

  #close() {
    this.bar.hidden = true;
    this.keys = null;
    this.app.painted();
    this.app.refocus();
  }

  #search() {
    const { model } = this.app;
    const needle = this.input.value.toLowerCase();
    this.#hits = [];
    if (needle !== '') {
      for (const row of model.visibleRows()) {
        for (let column = 0; column < model.columnCount; column++) {
          if (model.isHiddenColumn(column)) continue;
          if (model.text(row, column).toLowerCase().includes(needle)) this.#hits.push({ row, column });
        }
      }
    }
    this.keys = new Set(this.#hits.map(({ row, column }) => `${row},${column}`));
    const { anchor } = this.app.selection;
    const first = this.#hits.findIndex(({ row, column }) => row > anchor.row || (row === anchor.row && column >= anchor.column));
    this.#show(first >= 0 ? first : 0);
  }

  #go(by) {
    if (this.#hits.length > 0) this.#show((this.#at + by + this.#hits.length) % this.#hits.length);
  }

  #show(index) {
    this.#at = index;
    const hit = this.#hits[index];
    this.count.textContent = hit
      ? texts.find.count(index + 1, this.#hits.length)
      : this.input.value === '' ? '' : texts.find.none;
    if (hit) this.app.selection.select(hit.row, hit.column);
    else this.app.painted();
  }

  #key(event) {
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && event.target === this.input) this.#go(event.shiftKey ? -1 : 1);
    else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyF') this.input.select();
    else return;
    event.preventDefault();
  }
}
