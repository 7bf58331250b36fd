/** Shows the selection, the cell that has the keyboard, what is copied and what was found, on the rows now drawn. */

export class Marks {
  /** `app`: selection, view, clipboard, find, people, model. */
  constructor(element, app) {
    this.element = element;
    this.app = app;
  }

  paint() {
    this.app.view.forEachDrawn((row, element) => this.decorate(row, element));
    this.#headers();
  }

  decorate(row, element) {
    const { selection, clipboard, find, people } = this.app;
    const { range, anchor, kind } = selection;
    const copied = clipboard.range;
    const inRow = row >= range.top && row <= range.bottom;
    const [head, ...cells] = element.children;
    head.classList.toggle('in-range', inRow);
    head.classList.toggle('whole', inRow && (kind === 'rows' || kind === 'all'));
    cells.forEach((cell, column) => {
      const inside = inRow && column >= range.left && column <= range.right;
      const active = row === anchor.row && column === anchor.column;
      const { classList } = cell;
      classList.toggle('selected', inside && !selection.isSingle);
      classList.toggle('active', active);
      classList.toggle('edge-top', inside && row === range.top);
      classList.toggle('edge-bottom', inside && row === range.bottom);
      classList.toggle('edge-left', inside && column === range.left);
      classList.toggle('edge-right', inside && column === range.right);
      classList.toggle('copied', copied !== null && within(copied, row, column));
      classList.toggle('found', find.isHit(row, column));
      cell.setAttribute('aria-selected', String(inside));
      people.decorate(row, column, cell);
    });
  }

  #headers() {
    const { range, kind } = this.app.selection;
    this.element.querySelectorAll('[data-column-head]').forEach((header, column) => {
      const inside = column >= range.left && column <= range.right;
      header.classList.toggle('in-range', inside);
      header.classList.toggle('whole', inside && (kind === 'columns' || kind === 'all'));
    });
  }
}

const within = ({ top, bottom, left, right }, row, column) =>
  row >= top && row <= bottom && column >= left && column <= right;
