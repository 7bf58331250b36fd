/** All that can be done with the selection, by name: for the toolbar, the menu and the keyboard alike. */
import { columnName, shiftFormula } from './a1.js';
import { texts } from './messages.js';

/** `app`: model, selection, edits, clipboard, find, notices, edit(), refocus(), confirm(). */
export function commandsOf(app) {
  const words = texts.command;
  const rows = () => {
    const { top, bottom } = app.selection.range;
    return { top, count: bottom - top + 1, bottom };
  };
  const span = () => (app.selection.kind === 'columns' || app.selection.kind === 'all' ? 1 : rows().count);
  const column = () => columnName(app.selection.range.left);

  const insert = (at, label) => {
    const count = span();
    app.edits.insertRows(at, count, label(count));
    app.selection.selectRange({ ...app.selection.range, top: at, bottom: at + count - 1 });
    app.selection.setKind('rows');
  };
  const move = (by, label) => {
    const { top, count, bottom } = rows();
    const to = by < 0 ? app.selection.range.top - 1 : bottom + 2;
    if (to < app.model.frozenRows || to > app.model.rowCount || top < app.model.frozenRows) return;
    app.edits.moveRows(top, count, to, label);
    const { range, kind } = app.selection;
    app.selection.selectRange({ ...range, top: range.top + by, bottom: range.bottom + by });
    app.selection.setKind(kind);
  };
  const wholeColumns = () => app.selection.kind === 'columns' || app.selection.kind === 'all';

  return {
    download: { label: () => words.download, keys: '', run: () => app.files.download() },
    upload: { label: () => words.upload, keys: '', run: () => app.files.upload() },
    undo: { label: () => words.undo, keys: 'Ctrl+Z', run: () => app.edits.undo() },
    redo: { label: () => words.redo, keys: 'Ctrl+Y', run: () => app.edits.redo() },
    cut: { label: () => words.cut, keys: 'Ctrl+X', run: () => app.clipboard.copyByMenu({ cut: true }) },
    copy: { label: () => words.copy, keys: 'Ctrl+C', run: () => app.clipboard.copyByMenu() },
    paste: { label: () => words.paste, keys: 'Ctrl+V', run: () => pasteFromClipboard(app) },
    clear: { label: () => words.clear, keys: 'Delete', run: () => clear(app) },
    edit: { label: () => words.edit, keys: 'F2', run: () => app.edit() },
    fillDown: { label: () => words.fillDown, keys: 'Ctrl+D', run: () => fillDown(app) },
    insertAbove: {
      label: () => words.insertAbove(span()),
      keys: 'Ctrl+Alt+=',
      run: () => insert(app.selection.range.top, words.insertAbove),
    },
    insertBelow: {
      label: () => words.insertBelow(span()),
      keys: 'Ctrl+Alt+Enter',
      run: () => insert(wholeColumns() ? app.model.rowCount : app.selection.range.bottom + 1, words.insertBelow),
    },
    deleteRows: {
      label: () => words.deleteRows(span()),
      keys: 'Ctrl+Alt+−',
      run: () => {
        if (wholeColumns()) return app.notices.tell(texts.notice.wholeColumn);
        const { top, count } = rows();
        app.edits.deleteRows(top, count, words.deleteRows(count));
        return app.selection.select(top, app.selection.range.left);
      },
    },
    moveUp: { label: () => words.moveUp, keys: 'Alt+Shift+↑', run: () => move(-1, words.moveUp) },
    moveDown: { label: () => words.moveDown, keys: 'Alt+Shift+↓', run: () => move(1, words.moveDown) },
    hideRows: {
      label: () => words.hideRows(span()),
      keys: 'Ctrl+Alt+9',
      run: () => {
        const { top, count } = rows();
        if (count >= app.model.visibleRows().length) return;
        app.edits.setHidden('ROWS', top, top + count, true, words.hideRows(count));
        app.selection.move(1, 0);
      },
    },
    showRows: {
      label: () => words.showRows,
      keys: 'Ctrl+Alt+0',
      run: () => show(app, 'ROWS', app.model.rowCount, (row) => app.model.isHiddenRow(row), words.showRows),
    },
    hideColumns: {
      label: () => words.hideColumns,
      keys: '',
      run: () => {
        const { left, right } = app.selection.range;
        if (right - left + 1 >= app.model.visibleColumns().length) return;
        app.edits.setHidden('COLUMNS', left, right + 1, true, words.hideColumns);
        app.selection.move(0, 1);
      },
    },
    showColumns: {
      label: () => words.showColumns,
      keys: '',
      run: () => show(app, 'COLUMNS', app.model.columnCount, (c) => app.model.isHiddenColumn(c), words.showColumns),
    },
    sortAscending: {
      label: () => words.sortAscending(column()),
      keys: '',
      run: () => sort(app, 'ASCENDING', words.sortAscending(column())),
    },
    sortDescending: {
      label: () => words.sortDescending(column()),
      keys: '',
      run: () => sort(app, 'DESCENDING', words.sortDescending(column())),
    },
    find: { label: () => words.find, keys: 'Ctrl+F', run: () => app.find.open() },
    help: { label: () => words.help, keys: 'Ctrl+/', run: () => document.getElementById('help').showModal() },
  };
}

async function sort(app, order, label) {
  const column = app.selection.range.left;
  const { sort: question, sortDetails, yes, no } = texts.confirm;
  const agreed = await app.confirm(question(columnName(column)), sortDetails, yes, no);
  if (agreed) app.edits.sort(column, order, label);
  app.refocus();
}

function selectedCells(app) {
  const { top, bottom, left, right } = app.selection.range;
  const cells = [];
  const lastRow = Math.min(bottom, Math.max(top, app.model.rows.length - 1));
  for (let row = top; row <= lastRow; row++) {
    if (app.model.isHiddenRow(row)) continue;
    for (let column = left; column <= right; column++) {
      if (!app.model.isHiddenColumn(column)) cells.push({ row, column });
    }
  }
  return cells;
}

function clear(app) {
  app.edits.write(selectedCells(app).map((cell) => ({ ...cell, text: '' })));
}

/** The first row of the selection goes into the others; a single row takes over the one above it. */
function fillDown(app) {
  const { range } = app.selection;
  const { model } = app;
  let from = range.top;
  if (range.top === range.bottom) {
    do from--;
    while (from >= 0 && model.isHiddenRow(from));
  }
  if (from < 0) return;
  const cells = selectedCells(app).filter(({ row }) => row !== from);
  app.edits.write(
    cells.map(({ row, column }) => {
      const { f } = model.cell(from, column);
      return { row, column, text: f ? shiftFormula(f, row - from, 0) : model.entry(from, column) };
    }),
  );
}

/** Shows what is hidden inside the selection or right beside it; with nothing there, all of it. */
function show(app, dimension, count, isHidden, label) {
  const { top, bottom, left, right } = app.selection.range;
  const [from, to] = dimension === 'ROWS' ? [top, bottom] : [left, right];
  const hidden = Array.from({ length: count }, (_, i) => i).filter(isHidden);
  let near = hidden.filter((i) => i >= from && i <= to);
  for (let i = from - 1; i >= 0 && isHidden(i); i--) near.unshift(i);
  for (let i = to + 1; i < count && isHidden(i); i++) near.push(i);
  if (near.length === 0) near = hidden;
  for (const run of runsOf([...new Set(near)])) app.edits.setHidden(dimension, run[0], run.at(-1) + 1, false, label);
}

function runsOf(numbers) {
  const runs = [];
  for (const number of numbers) {
    if (runs.at(-1)?.at(-1) === number - 1) runs.at(-1).push(number);
    else runs.push([number]);
  }
  return runs;
}

async function pasteFromClipboard(app) {
  try {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    app.clipboard.paste(await read('text/plain'), await read('text/html'));
  } catch {
    app.notices.tell(texts.command.pasteHint);
  }
  app.refocus();
}
