/** What a person does to the sheet, with a way back. Every step is {kind, …} and has an inverse of the same shape. */
import { findRow } from './anchor.js';
import { inverseOf } from './model.js';
import { texts } from './messages.js';

const DEPTH = 200;

export class Edits {
  #done = [];
  #undone = [];

  /** `ui`: refreshed(), focusOn(row, column), written(rows), and `notices`. */
  constructor(workbook, ui) {
    this.workbook = workbook;
    this.ui = ui;
  }

  get model() {
    return this.workbook.model;
  }

  /** `cells`: [{row, column, text}]; those that say nothing new are left out. */
  write(cells) {
    const changed = cells.filter(({ row, column, text }) => this.model.entry(row, column) !== text);
    if (changed.length === 0) return;
    const before = changed.map(({ row, column }) => this.model.entry(row, column));
    this.ui.written(new Set(changed.map(({ row }) => row)));
    const sent = this.workbook.send(changed);
    this.#remember({
      kind: 'values',
      operation: sent.id,
      cells: sent.cells.map(({ column, text, anchor }, i) => ({ column, anchor, before: before[i], after: text })),
    });
  }

  insertRows(at, count, label) {
    this.#structure({ kind: 'insert', at, count, label });
  }

  /** Cells under protection can't be typed back, so only what a person could type again can be undone. */
  deleteRows(from, count, label) {
    const contents = this.#contents(from, count);
    this.#structure({ kind: 'delete', at: from, count, contents: contents ?? [], label }, { undoable: contents !== null });
  }

  moveRows(from, count, to, label) {
    this.#structure({ kind: 'move', from, count, to, label });
  }

  setHidden(dimension, start, end, hidden, label) {
    this.#structure({ kind: 'hide', dimension, start, end, hidden, label });
  }

  /** The server sorts and says which row went where: that is the way back. */
  sort(column, sortOrder, label) {
    if (!this.#online()) return;
    const { model } = this;
    const start = model.frozenRows;
    const names = model.rowNames(start);
    const body = { startRowIndex: start, sortSpecs: [{ dimensionIndex: column, sortOrder }] };
    this.workbook.arrange('sort', body, label, ({ order }) => {
      if (model !== this.model) return;
      if (sameNames(model, start, names)) model.permuteRows(start, order); // else the event was faster
      this.ui.refreshed();
      this.#remember({ kind: 'order', start, order, names, label });
    });
  }

  resizeColumn(column, width) {
    this.model.columns[column] = { ...this.model.columns[column], width };
    this.#send([dimensionRequest(this.model.sheetId, 'COLUMNS', column, column + 1, { pixelSize: width })], texts.command.resizeColumn);
  }

  undo() {
    this.#step(this.#done, this.#undone, texts.notice.nothingToUndo, inverse);
  }

  redo() {
    this.#step(this.#undone, this.#done, texts.notice.nothingToRedo, (step) => step);
  }

  /** What the server refused never happened. */
  refused(operation) {
    this.#done = this.#done.filter((step) => step.operation !== operation.id);
  }

  /** Others moved rows: steps that speak of positions no longer hold, those that know their row do. */
  rowsMoved() {
    this.#done = afterLastStructure(this.#done);
    this.#undone = [];
  }

  forget() {
    this.#done = [];
    this.#undone = [];
  }

  #step(from, to, nothing, direction) {
    const step = from.pop();
    if (!step) {
      this.ui.notices.tell(nothing);
      return;
    }
    if (this.#apply(direction(step))) to.push(step);
    else this.ui.notices.warn(texts.notice.cannotUndo);
  }

  #remember(step) {
    this.#done.push(step);
    if (this.#done.length > DEPTH) this.#done.shift();
    this.#undone = [];
  }

  #structure(step, { undoable = true } = {}) {
    if (!this.#apply(step)) return;
    if (undoable) this.#remember(step);
    else {
      this.forget();
      this.ui.notices.tell(texts.notice.deletedForGood);
    }
  }

  #apply(step) {
    if (step.kind === 'values') return this.#applyValues(step);
    if (!this.#online()) return false;
    const { model } = this;
    const { sheetId } = model;
    const rows = (start, count) => ({ sheetId, dimension: 'ROWS', startIndex: start, endIndex: start + count });
    switch (step.kind) {
      case 'insert':
        model.insertRows(step.at, step.count);
        this.#send([{ insertDimension: { range: rows(step.at, step.count), inheritFromBefore: step.at > model.frozenRows } }], step.label);
        if (step.contents?.length > 0) this.workbook.send(step.contents);
        break;
      case 'delete':
        model.deleteRows(step.at, step.count);
        this.#send([{ deleteDimension: { range: rows(step.at, step.count) } }], step.label);
        break;
      case 'move':
        model.moveRows(step.from, step.count, step.to);
        this.#send([{ moveDimension: { source: rows(step.from, step.count), destinationIndex: step.to } }], step.label);
        break;
      case 'hide':
        this.#hide(step);
        break;
      case 'order':
        if (!this.#arrange(step)) return false;
        break;
    }
    this.ui.refreshed();
    return true;
  }

  #applyValues({ cells }) {
    const placed = cells.map(({ column, anchor, after }) => ({ row: findRow(this.model, anchor), column, text: after }));
    if (placed.some(({ row }) => row < 0)) return false;
    this.workbook.send(placed);
    this.ui.focusOn(placed[0].row, placed[0].column);
    return true;
  }

  /** Only where the rows still stand as the order found them. */
  #arrange({ start, order, names, label }) {
    if (!sameNames(this.model, start, names)) return false;
    this.model.permuteRows(start, order);
    this.workbook.arrange('reorder', { startRowIndex: start, order }, label);
    return true;
  }

  #hide({ dimension, start, end, hidden, label }) {
    const lines = dimension === 'ROWS' ? this.model.rows : this.model.columns;
    for (let i = start; i < end; i++) {
      while (lines.length <= i) lines.push(dimension === 'ROWS' ? { cells: [] } : {});
      lines[i] = { ...lines[i], hidden };
    }
    this.#send([dimensionRequest(this.model.sheetId, dimension, start, end, { hiddenByUser: hidden })], label);
  }

  #send(requests, label) {
    if (this.#online()) this.workbook.restructure(requests, label);
  }

  #online() {
    if (!this.workbook.state.startsWith('offline')) return true;
    this.ui.notices.warn(texts.notice.offlineStructure);
    return false;
  }

  /** What stood in the rows, or null where some of it could not be typed back. */
  #contents(from, count) {
    const contents = [];
    for (let row = from; row < from + count; row++) {
      for (let column = 0; column < this.model.columnCount; column++) {
        const text = this.model.entry(row, column);
        if (text === '') continue;
        if (this.model.isLocked(row, column)) return null;
        contents.push({ row, column, text });
      }
    }
    return contents;
  }
}

function inverse(step) {
  switch (step.kind) {
    case 'values':
      return { ...step, cells: step.cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before })) };
    case 'insert':
      return { ...step, kind: 'delete' };
    case 'delete':
      return { ...step, kind: 'insert' };
    case 'move': {
      const { from, count, to } = step;
      return to > from ? { ...step, from: to - count, to: from } : { ...step, from: to, to: from + count };
    }
    case 'hide':
      return { ...step, hidden: !step.hidden };
    case 'order':
      return { ...step, order: inverseOf(step.order), names: step.order.map((from) => step.names[from]) };
    default:
      throw new Error(`no way back from ${step.kind}`);
  }
}

const afterLastStructure = (steps) => steps.slice(steps.findLastIndex(({ kind }) => kind !== 'values') + 1);

function sameNames(model, start, names) {
  const now = model.rowNames(start);
  return now.length === names.length && now.every((name, i) => name === names[i]);
}

const dimensionRequest = (sheetId, dimension, startIndex, endIndex, properties) => ({
  updateDimensionProperties: {
    range: { sheetId, dimension, startIndex, endIndex },
    properties,
    fields: Object.keys(properties).join(','),
  },
});
