/** Which cells are selected: an anchor where the selection began and a focus where it ends, in sheet coordinates. */

export class Selection {
  /** `model`: () => SheetModel. `changed` is called after each change. */
  constructor(model, changed) {
    this.model = model;
    this.changed = changed;
    this.anchor = { row: 0, column: 0 };
    this.focus = { row: 0, column: 0 };
    this.kind = 'cells';
  }

  /** The selected rectangle, ends included; whole rows and columns reach to the edge of the sheet. */
  get range() {
    const { anchor, focus, kind } = this;
    const lastRow = this.model().rowCount - 1;
    const lastColumn = this.model().columnCount - 1;
    const wide = kind === 'rows' || kind === 'all';
    const high = kind === 'columns' || kind === 'all';
    return {
      top: high ? 0 : Math.min(anchor.row, focus.row),
      bottom: high ? lastRow : Math.max(anchor.row, focus.row),
      left: wide ? 0 : Math.min(anchor.column, focus.column),
      right: wide ? lastColumn : Math.max(anchor.column, focus.column),
    };
  }

  get isSingle() {
    const { top, bottom, left, right } = this.range;
    return top === bottom && left === right;
  }

  contains(row, column) {
    const { top, bottom, left, right } = this.range;
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  select(row, column, kind = 'cells') {
    this.anchor = this.#inside(row, column);
    this.focus = this.anchor;
    this.kind = kind;
    this.changed();
  }

  selectRange({ top, left, bottom, right }) {
    this.anchor = this.#inside(top, left);
    this.focus = this.#inside(bottom, right);
    this.kind = 'cells';
    this.changed();
  }

  extend(row, column) {
    this.focus = this.#inside(row, column);
    this.changed();
  }

  setKind(kind) {
    this.kind = kind;
    this.changed();
  }

  /** Steps over hidden rows and columns. `far` goes to the edge of the data, as Ctrl+arrow does. */
  move(rows, columns, { extend = false, far = false } = {}) {
    const from = extend ? this.focus : this.anchor;
    const step = far ? this.#edge(from, rows, columns) : this.#step(from, rows, columns);
    if (extend) return this.extend(step.row, step.column);
    return this.select(step.row, step.column);
  }

  /** Keeps the selection on the sheet after rows or columns went away. */
  clamp() {
    this.anchor = this.#inside(this.anchor.row, this.anchor.column);
    this.focus = this.#inside(this.focus.row, this.focus.column);
    this.changed();
  }

  #inside(row, column) {
    const model = this.model();
    return {
      row: Math.max(0, Math.min(row, model.rowCount - 1)),
      column: Math.max(0, Math.min(column, model.columnCount - 1)),
    };
  }

  #step({ row, column }, rows, columns) {
    const model = this.model();
    return {
      row: walk(row, rows, model.rowCount, (r) => model.isHiddenRow(r)),
      column: walk(column, columns, model.columnCount, (c) => model.isHiddenColumn(c)),
    };
  }

  #edge(from, rows, columns) {
    const model = this.model();
    const filled = (at) => model.text(at.row, at.column) !== '';
    const next = (at) => this.#step(at, Math.sign(rows), Math.sign(columns));
    const same = (a, b) => a.row === b.row && a.column === b.column;
    let at = next(from);
    const alongData = filled(from) && filled(at);
    while (!same(next(at), at) && (alongData ? filled(next(at)) : !filled(at))) at = next(at);
    return at;
  }
}

function walk(from, steps, count, isHidden) {
  let at = from;
  for (let left = Math.abs(steps); left > 0; left--) {
    let next = at + Math.sign(steps);
    while (next >= 0 && next < count && isHidden(next)) next += Math.sign(steps);
    if (next < 0 || next >= count) break;
    at = next;
  }
  return at;
}
