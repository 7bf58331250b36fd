/** One tab as this browser knows it: what the server said, and over it what was typed and is on its way. */

const EMPTY = Object.freeze({ v: '' });

/** What somebody would have to type for a text to stay that very text. */
export const typedAs = (text) => (NEEDS_APOSTROPHE.test(text) ? `'${text}` : text);

/** What typing would turn into a number, date, boolean or formula although the cell holds text. */
const NEEDS_APOSTROPHE = /^[=+'-]|^[\s\d.,:;/%$€₽()+-]*\d[\s\d.,:;/%$€₽()eE+-]*$|^(?:true|false|истина|ложь)$/i;

const TEXT_TYPES = new Set(['s', 'text', 'string']);

const keyOf = (row, column) => `${row},${column}`;

export class SheetModel {
  constructor(info) {
    this.describe(info);
    this.revision = -1;
    this.rows = [];
    this.columns = [];
    this.pending = new Map();
  }

  /** Takes over what the spreadsheet says about the tab. */
  describe(info) {
    this.sheetId = info.sheetId;
    this.title = info.title;
    this.rowCount = info.rowCount;
    this.columnCount = info.columnCount;
    this.frozenRows = info.frozenRowCount ?? 0;
    this.frozenColumns = info.frozenColumnCount ?? 0;
    this.protectedRanges = info.protectedRanges ?? [];
  }

  /** Takes over a snapshot; what is pending is kept, see {@link Outbox.rebase}. */
  load(snapshot) {
    this.revision = snapshot.revision;
    this.rowCount = Math.max(snapshot.rowCount, snapshot.rows.length);
    this.columnCount = snapshot.columnCount;
    this.columns = snapshot.columns ?? [];
    this.rows = snapshot.rows;
  }

  /** What the server holds. */
  stored(row, column) {
    return this.rows[row]?.cells?.[column] ?? EMPTY;
  }

  /** What to show: {v, f, t, …, pending}. */
  cell(row, column) {
    const stored = this.stored(row, column);
    const typed = this.pending.get(keyOf(row, column));
    return typed === undefined ? stored : { ...stored, ...typedCell(typed.text) };
  }

  text(row, column) {
    return this.cell(row, column).v ?? '';
  }

  /** Whether the cell holds text, and no number, date or formula. */
  isText(row, column) {
    const { f, t } = this.cell(row, column);
    return !f && TEXT_TYPES.has(t);
  }

  /** What somebody would have to type to get this cell: the formula, or the text kept from being read as a number. */
  entry(row, column) {
    const typed = this.pending.get(keyOf(row, column));
    if (typed !== undefined) return typed.text;
    const { v = '', f, t } = this.stored(row, column);
    if (f) return f;
    return TEXT_TYPES.has(t) ? typedAs(v) : v;
  }

  /** Stores what the server reports about a cell. */
  store(row, column, cell) {
    while (this.rows.length <= row) this.rows.push({ cells: [] });
    this.rowCount = Math.max(this.rowCount, this.rows.length);
    const line = this.rows[row];
    line.cells ??= [];
    while (line.cells.length <= column) line.cells.push(EMPTY);
    line.cells[column] = cell;
    const typed = this.pending.get(keyOf(row, column));
    if (typed) typed.echoed = true;
  }

  setPending(row, column, text, operation) {
    this.pending.set(keyOf(row, column), { text, operation });
  }

  isPending(row, column) {
    return this.pending.has(keyOf(row, column));
  }

  /** The server took what `operation` typed here. Until it reports the outcome, the text stands as typed. */
  confirm(row, column, operation) {
    const typed = this.pending.get(keyOf(row, column));
    if (typed?.operation !== operation) return;
    this.pending.delete(keyOf(row, column));
    if (!typed.echoed) this.store(row, column, { ...this.stored(row, column), ...typedCell(typed.text), pending: false });
  }

  /** Forgets what `operation` typed here. */
  discard(row, column, operation) {
    if (this.pending.get(keyOf(row, column))?.operation === operation) this.pending.delete(keyOf(row, column));
  }

  isHiddenRow(row) {
    return this.rows[row]?.hidden === true;
  }

  isHiddenColumn(column) {
    return this.columns[column]?.hidden === true;
  }

  visibleRows() {
    return Array.from({ length: this.rowCount }, (_, row) => row).filter((row) => !this.isHiddenRow(row));
  }

  visibleColumns() {
    return Array.from({ length: this.columnCount }, (_, c) => c).filter((c) => !this.isHiddenColumn(c));
  }

  /** The reason why a cell is protected, or null where it is free. */
  protection(row, column) {
    const holder = this.protectedRanges.find(({ range = {} }) => covers(range, row, column));
    return holder ? (holder.description ?? '') : null;
  }

  /** Protection that only warns lets everybody through. */
  isLocked(row, column) {
    return this.protectedRanges.some(({ range = {}, warningOnly }) => !warningOnly && covers(range, row, column));
  }

  insertRows(at, count) {
    while (this.rows.length < at) this.rows.push({ cells: [] });
    this.rows.splice(at, 0, ...Array.from({ length: count }, () => ({ cells: [] })));
    this.rowCount += count;
    this.#renumber((row) => (row >= at ? row + count : row));
  }

  deleteRows(from, count) {
    this.rows.splice(from, count);
    this.rowCount -= count;
    this.#renumber((row) => (row < from ? row : row < from + count ? null : row - count));
  }

  /** `to` counts before the removal, as in the API. */
  moveRows(from, count, to) {
    while (this.rows.length < Math.max(from + count, to)) this.rows.push({ cells: [] });
    const target = to > from ? to - count : to;
    const block = this.rows.splice(from, count);
    this.rows.splice(target, 0, ...block);
    this.#renumber((row) => {
      if (row >= from && row < from + count) return row - from + target;
      const gone = row >= from + count ? row - count : row;
      return gone >= target ? gone + count : gone;
    });
  }

  /** Cells change places, what belongs to rows as such does not. `order`: for each place from `start` on the row that comes there. */
  permuteRows(start, order) {
    const cells = order.map((from) => this.rows[start + from]?.cells ?? []);
    while (this.rows.length < start + order.length) this.rows.push({ cells: [] });
    cells.forEach((own, place) => (this.rows[start + place] = { ...this.rows[start + place], cells: own }));
    const target = inverseOf(order);
    this.#renumber((row) => (row < start ? row : start + target[row - start]));
  }

  /** The texts of the first column from a row on: how rows in another order are told. */
  rowNames(start) {
    return Array.from({ length: this.rowCount - start }, (_, i) => this.stored(start + i, 0).v ?? '');
  }

  #renumber(map) {
    const moved = new Map();
    for (const [key, value] of this.pending) {
      const [row, column] = key.split(',').map(Number);
      const to = map(row);
      if (to !== null) moved.set(keyOf(to, column), value);
    }
    this.pending = moved;
  }
}

/** The order that undoes an order. */
export function inverseOf(order) {
  const inverse = new Array(order.length);
  order.forEach((from, place) => (inverse[from] = place));
  return inverse;
}

/** How a typed text looks until the server has had its say. */
function typedCell(text) {
  const v = text.startsWith("'") ? text.slice(1) : text;
  return { v, f: text.startsWith('=') ? text : undefined, t: undefined, pending: true };
}

function covers(range, row, column) {
  return (
    row >= (range.startRowIndex ?? 0) &&
    row < (range.endRowIndex ?? Infinity) &&
    column >= (range.startColumnIndex ?? 0) &&
    column < (range.endColumnIndex ?? Infinity)
  );
}
