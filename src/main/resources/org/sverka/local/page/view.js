/** The grid on the screen: Tabulator draws rows, cells and headers; what they hold comes from the model. */
import {
  Tabulator,
  FormatModule,
  FrozenColumnsModule,
  ResizeColumnsModule,
} from '/webjars/tabulator-tables/6.3.1/dist/js/tabulator_esm.min.mjs';
import { columnName } from './a1.js';
import { fillCell, guessHeight } from './cells.js';
import { rowRenderer } from './rows.js';
import { texts } from './messages.js';

Tabulator.registerModule([FormatModule, FrozenColumnsModule, ResizeColumnsModule]);

const GUTTER_PX = 46;
const MIN_COLUMN_PX = 28;
const DEFAULT_COLUMN_PX = 100;

export class GridView {
  #table = null;
  #rows = [];

  /** `handlers`: decorate(row, element) after each drawing, resized(column, width), scrolled(). */
  constructor(element, model, handlers) {
    this.element = element;
    this.model = model;
    this.handlers = handlers;
    new ResizeObserver(() => this.#resized()).observe(element.parentElement);
  }

  /** Builds the grid anew for the model's tab, columns and frozen parts. */
  build() {
    const scroll = this.#holder ? { top: this.#holder.scrollTop, left: this.#holder.scrollLeft } : null;
    this.#table?.destroy();
    this.#rows = this.model().visibleRows();
    this.shape = this.#shapeNow();
    this.#table = new Tabulator(this.element, {
      height: '100%',
      data: this.#data(),
      columns: this.#columns(),
      rowHeader: {
        title: '№',
        width: GUTTER_PX,
        frozen: true,
        resizable: false,
        formatter: () => document.createTextNode(''),
      },
      renderVertical: rowRenderer({
        frozen: () => this.#frozenShown(),
        guess: (index) => guessHeight(this.model(), this.#rows[index]),
        drawn: (index, element) => this.#drawRow(index, element),
      }),
    });
    this.#table.on('columnResized', (column) => {
      this.handlers.resized(Number(column.getField()), Math.round(column.getWidth()));
    });
    return new Promise((resolve) => {
      this.#table.on('tableBuilt', () => {
        this.#finish(scroll);
        resolve();
      });
    });
  }

  get isBuilt() {
    return this.#table?.initialized === true;
  }

  /** The model changed as a whole. */
  async refresh() {
    if (this.shape !== this.#shapeNow()) {
      await this.build();
      return;
    }
    const count = this.#rows.length;
    this.#rows = this.model().visibleRows();
    if (this.#rows.length === count) this.#renderer.refresh();
    else await this.#table.replaceData(this.#data());
    this.#countRows();
  }

  /** The content of one sheet row changed. */
  refreshRow(row) {
    const index = this.#indexOf(row);
    if (index >= 0) this.#renderer.redraw(index);
  }

  cellElement(row, column) {
    return this.element.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  }

  reveal(row, column) {
    const index = this.#indexOf(row);
    if (index < 0) return;
    this.#renderer.reveal(index);
    this.#revealColumn(this.cellElement(row, column));
  }

  scrollToStart() {
    this.#holder.scrollTo(0, 0);
    this.#renderer.draw();
  }

  scrollBy(dx, dy) {
    this.#holder.scrollBy(dx, dy);
  }

  pageSize() {
    return this.#renderer.pageSize();
  }

  /** Calls back for each row now in the document. */
  forEachDrawn(callback) {
    for (const [index, row] of this.#renderer.drawn) callback(this.#rows[index], row.getElement());
  }

  /** Where cells can be seen: below the frozen rows, right of the frozen columns. */
  get viewport() {
    return this.#holder.getBoundingClientRect();
  }

  get #renderer() {
    return this.#table.rowManager.renderer;
  }

  get #holder() {
    return this.element.querySelector('.tabulator-tableholder');
  }

  #indexOf(row) {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.#rows[middle] === row) return middle;
      if (this.#rows[middle] < row) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Tabulator's rows are places on the screen; which sheet row stands there, #rows says. */
  #data() {
    return this.#rows.map((_, index) => ({ id: index }));
  }

  #columns() {
    const frozen = this.#frozenColumns();
    return Array.from({ length: this.model().columnCount }, (_, column) => ({
      title: columnName(column),
      field: String(column),
      width: this.model().columns[column]?.width ?? DEFAULT_COLUMN_PX,
      minWidth: MIN_COLUMN_PX,
      visible: !this.model().isHiddenColumn(column),
      frozen: column < frozen,
      resizable: 'header',
      formatter: () => document.createTextNode(''),
    }));
  }

  /** On a narrow screen frozen columns that would leave no room to read are let go. */
  #frozenColumns() {
    const { frozenColumns, columns } = this.model();
    let width = GUTTER_PX;
    for (let column = 0; column < frozenColumns; column++) {
      if (!this.model().isHiddenColumn(column)) width += columns[column]?.width ?? DEFAULT_COLUMN_PX;
    }
    return width <= this.element.parentElement.clientWidth * 0.6 ? frozenColumns : 0;
  }

  #frozenShown() {
    let count = 0;
    while (count < this.#rows.length && this.#rows[count] < this.model().frozenRows) count++;
    return count;
  }

  #shapeNow() {
    const { sheetId, columnCount, columns, frozenRows } = this.model();
    return JSON.stringify([sheetId, columnCount, columns, frozenRows, this.#frozenColumns()]);
  }

  #drawRow(index, element) {
    const row = this.#rows[index];
    element.setAttribute('aria-rowindex', String(row + 2));
    element.classList.toggle('after-hidden', row > 0 && this.model().isHiddenRow(row - 1));
    const [head, ...cells] = element.querySelectorAll(':scope > .tabulator-cell');
    head.textContent = String(row + 1);
    head.dataset.rowHead = String(row);
    head.setAttribute('role', 'rowheader');
    head.setAttribute('aria-colindex', '1');
    cells.forEach((cell, column) => fillCell(cell, this.model(), row, column));
    this.handlers.decorate(row, element);
  }

  #finish(scroll) {
    const { element } = this;
    element.setAttribute('aria-label', this.model().title);
    element.setAttribute('aria-multiselectable', 'true');
    element.setAttribute('aria-colcount', String(this.model().columnCount + 1));
    this.#countRows();
    element.querySelector('.tabulator-header-contents')?.removeAttribute('role');
    this.#holder.setAttribute('role', 'rowgroup');
    this.#holder.firstElementChild.removeAttribute('role');
    element.querySelectorAll('.tabulator-col').forEach((header, index) => {
      header.removeAttribute('aria-sort');
      header.setAttribute('aria-colindex', String(index + 1));
      if (index === 0) header.dataset.corner = '';
      else header.dataset.columnHead = String(index - 1);
      if (index === 0) header.setAttribute('aria-label', texts.grid.corner);
    });
    this.#holder.addEventListener('scroll', () => this.handlers.scrolled(), { passive: true });
    if (scroll) this.#holder.scrollTo(scroll);
    this.#renderer.draw();
  }

  #countRows() {
    this.element.setAttribute('aria-rowcount', String(this.model().rowCount + 1));
  }

  #revealColumn(cell) {
    if (!cell || cell.classList.contains('tabulator-frozen')) return;
    const holder = this.#holder;
    const view = holder.getBoundingClientRect();
    const frozen = [...cell.parentElement.querySelectorAll('.tabulator-frozen')];
    const left = Math.max(view.left, ...frozen.map((other) => other.getBoundingClientRect().right));
    const box = cell.getBoundingClientRect();
    if (box.left < left) holder.scrollLeft -= left - box.left;
    else if (box.right > view.left + holder.clientWidth) {
      holder.scrollLeft += Math.min(box.right - view.left - holder.clientWidth, box.left - left);
    }
  }

  #resized() {
    if (!this.#table?.initialized) return;
    if (this.shape !== this.#shapeNow()) this.build();
    else this.#renderer.draw();
    this.handlers.scrolled();
  }
}
