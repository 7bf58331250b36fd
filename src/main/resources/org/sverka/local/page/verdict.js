/**
 * What Sverka says of the row with the cell: its columns stand far to the right, the eyes and the keyboard are elsewhere.
 * They are known by the developer metadata that Sverka puts on them; a sheet without them has no such line.
 */
import { fillWith } from './cells.js';
import { button } from './dom.js';
import { texts } from './messages.js';

const TAG = 'sverka.column';
const KEYS = ['check', 'site'];
const MOST_WATCHED = 5;

export class Verdict {
  #watched = new Map();

  /** `app`: model, selection, notices, goTo(sheetId, row, column), announce(text). */
  constructor(element, app) {
    this.element = element;
    this.app = app;
    element.setAttribute('aria-label', texts.verdict.label);
  }

  /** Shows the verdict on the selected row. */
  show() {
    const { model, selection } = this.app;
    const { row } = selection.anchor;
    this.element.hidden = this.#columns.length === 0;
    const said = this.of(row);
    if (row === this.row && said === this.said) return;
    const isNews = row === this.row && model === this.model;
    this.element.replaceChildren(...this.#columns.map((column) => this.#part(row, column)));
    [this.row, this.said, this.model] = [row, said, model];
    if (isNews && said !== '') this.app.announce(said);
  }

  /** The verdict as one text; empty where there is none. */
  of(row) {
    const { model } = this.app;
    if (row < Math.max(1, model.frozenRows)) return '';
    return this.#columns
      .filter((column) => model.text(row, column) !== '')
      .map((column) => texts.verdict.part(model.text(0, column), model.text(row, column).replace(/\.$/, '')))
      .join('.\n');
  }

  /** A person edited these rows: what Sverka thinks of it is told, although the cell is in another row by then. */
  watch(rows) {
    if (this.#columns.length === 0 || rows.size > MOST_WATCHED) return;
    for (const row of rows) {
      this.#watched.delete(this.#name(row));
      this.#watched.set(this.#name(row), this.of(row));
    }
    while (this.#watched.size > MOST_WATCHED) this.#watched.delete(this.#watched.keys().next().value);
  }

  rowChanged(row) {
    const name = this.#name(row);
    const before = this.#watched.get(name);
    const said = this.of(row);
    if (before !== undefined && said !== '' && said !== before) {
      this.#watched.delete(name);
      if (row !== this.app.selection.anchor.row) this.app.notices.tell(texts.verdict.news(name, said));
    }
  }

  forget() {
    this.#watched.clear();
    this.row = undefined;
  }

  get #columns() {
    const { columns } = this.app.model;
    return KEYS.map((key) => columns.findIndex(({ metadata }) => metadata?.[TAG] === key)).filter((column) => column >= 0);
  }

  #name(row) {
    return this.app.model.text(row, 0);
  }

  #part(row, column) {
    const { model } = this.app;
    const said = row < Math.max(1, model.frozenRows) ? '' : model.text(row, column);
    const [head, line] = [document.createElement('b'), document.createElement('span')];
    head.textContent = model.text(0, column);
    line.append(head, ` ${said || texts.verdict.none}`);
    const part = button('', 'part', () => this.app.goTo(model.sheetId, row, column));
    part.title = said || texts.verdict.none;
    part.append(line);
    fillWith(part, model.cell(row, column).bg);
    return part;
  }
}
