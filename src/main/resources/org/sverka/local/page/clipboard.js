/** Copy, cut and paste of ranges, in the forms that Excel, LibreOffice and Google Sheets exchange. */
import { shiftFormula } from './a1.js';
import { typedAs } from './model.js';
import { readTable, writeTable } from './tables.js';
import { formatTsv, parseTsv } from './tsv.js';
import { texts } from './messages.js';

export class Clipboard {
  /** What was copied here last: richer than what the clipboard can say. */
  #own = null;

  /** `app`: model, selection, edits, notices, painted() to redraw the marks. */
  constructor(app) {
    this.app = app;
  }

  /** The range to show as copied or cut, or null. */
  get range() {
    return this.#own?.marked && this.#own.sheetId === this.app.model.sheetId ? this.#own.range : null;
  }

  /** Into the clipboard of the browser's own copy event. */
  copy(data, options) {
    for (const [type, content] of this.#take(options)) data.setData(type, content);
  }

  /** Without such an event the browser may say no. */
  async copyByMenu(options) {
    const blobs = this.#take(options).map(([type, content]) => [type, new Blob([content], { type })]);
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    } catch {
      this.app.notices.tell(texts.command.copyHint);
    }
    this.app.refocus();
  }

  #take({ cut = false } = {}) {
    const { model, selection } = this.app;
    const range = selection.range;
    const { rows, columns } = visible(model, range);
    const shown = rows.map((row) => columns.map((column) => model.text(row, column)));
    const text = formatTsv(shown);
    const cells = rows.map((row) => columns.map((column) => source(model, row, column)));
    this.#own = { text, range, rows, columns, cut, cells, sheetId: model.sheetId, marked: true };
    this.app.painted();
    return [
      ['text/plain', text],
      ['text/html', writeTable(rows.map((row, i) => columns.map((column, j) => ({ text: shown[i][j], isText: model.isText(row, column) }))))],
    ];
  }

  /** `html` is what the clipboard holds besides the text, or empty. */
  paste(text, html = '') {
    const { model, selection, edits, notices } = this.app;
    const own = this.#own?.text === text.replace(/\r\n?/g, '\n') ? this.#own : null;
    const block = own ? own.cells : foreign(text, html);
    const target = this.#target(block);
    const cells = own?.cut && own.sheetId === model.sheetId ? emptied(own) : new Map();
    target.rows.forEach((row, i) => {
      target.columns.forEach((column, j) => {
        const from = block[i % block.length][j % block[0].length];
        cells.set(`${row},${column}`, { row, column, text: own?.cut ? from.entry : copied(from, row, column) });
      });
    });
    if (own?.cut) this.#own = null;
    this.unmark();
    edits.write([...cells.values()]);
    if (target.clipped) notices.warn(texts.notice.pasteCut);
    selection.selectRange({ top: target.rows[0], bottom: target.rows.at(-1), left: target.columns[0], right: target.columns.at(-1) });
  }

  /** What was copied can still be pasted; what was cut stays where it is. */
  unmark() {
    if (!this.#own) return;
    this.#own.marked = false;
    if (this.#own.cut) this.#own = null;
    this.app.painted();
  }

  /** The selection where the block fits it a whole number of times, else the block's own size from its corner. */
  #target(block) {
    const { model, selection, edits } = this.app;
    const { rows, columns } = visible(model, selection.range);
    const tiles = rows.length % block.length === 0 && columns.length % block[0].length === 0;
    if (tiles && rows.length * columns.length > 1 && selection.kind === 'cells') return { rows, columns, clipped: false };
    const fitting = model.visibleColumns().filter((column) => column >= selection.range.left).slice(0, block[0].length);
    let down = model.visibleRows().filter((row) => row >= selection.range.top).slice(0, block.length);
    const missing = block.length - down.length;
    if (missing > 0) {
      edits.insertRows(model.rowCount, missing, texts.command.insertBelow(missing));
      down = model.visibleRows().filter((row) => row >= selection.range.top).slice(0, block.length);
    }
    return { rows: down, columns: fitting, clipped: fitting.length < block[0].length || down.length < block.length };
  }
}

/** Hidden rows and columns are neither copied nor pasted over unseen. */
function visible(model, { top, bottom, left, right }) {
  const within = (from, to, hidden) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((i) => !hidden(i));
  return {
    rows: within(top, Math.min(bottom, lastUsedRow(model, top, bottom)), (row) => model.isHiddenRow(row)),
    columns: within(left, right, (column) => model.isHiddenColumn(column)),
  };
}

/** Whole columns end with the data: nobody wants a thousand empty rows on the clipboard. */
const lastUsedRow = (model, top, bottom) => (bottom === model.rowCount - 1 && top === 0 ? Math.max(model.rows.length - 1, 0) : bottom);

const source = (model, row, column) => ({ entry: model.entry(row, column), formula: model.cell(row, column).f, row, column });

const copied = ({ entry, formula, row, column }, toRow, toColumn) =>
  formula ? shiftFormula(formula, toRow - row, toColumn - column) : entry;

function emptied({ rows, columns }) {
  const cells = new Map();
  for (const row of rows) for (const column of columns) cells.set(`${row},${column}`, { row, column, text: '' });
  return cells;
}

/** What another program copied. Where plain text and table have the same shape the text is the more exact, but may have lost quotes. */
function foreign(text, html) {
  const plain = parseTsv(text);
  const table = html === '' ? null : readTable(html);
  if (!table) return plain.map((row) => row.map((entry) => ({ entry: keepApostrophe(entry) })));
  const alike = table.length === plain.length && table[0].length === plain[0].length;
  return table.map((row, i) =>
    row.map((cell, j) => {
      const shown = alike && bare(plain[i][j]) === bare(cell.text) ? plain[i][j] : cell.text;
      return { entry: cell.isText ? typedAs(shown) : keepApostrophe(shown) };
    }),
  );
}

/** An apostrophe that can be seen is part of the text: programs don't copy the one that says "this is text". */
const keepApostrophe = (text) => (text.startsWith("'") ? `'${text}` : text);

const bare = (text) => text.replace(/\s+/g, ' ').trim();
