/**
 * Finds a row again after others inserted, deleted or sorted rows. A row is known by the text of its first cell where
 * that is unique, else by all its other text; a position alone is never believed.
 */

const firstOf = (model, row) => (model.stored(row, 0).v ?? '').trim();

function restOf(model, row, without) {
  const texts = [];
  for (let column = 0; column < model.columnCount; column++) {
    texts.push(without.includes(column) ? '' : (model.stored(row, column).v ?? ''));
  }
  return texts.join('\u0000').replace(/\u0000+$/, '');
}

/** `columns` are those about to be changed: they can't bear witness. */
export function anchorOf(model, row, columns) {
  const first = columns.includes(0) ? '' : firstOf(model, row);
  return { row, columns, first, rest: first ? '' : restOf(model, row, columns) };
}

/** The row's number now, or -1 when nobody can tell. */
export function findRow(model, anchor) {
  const { row, columns, first, rest } = anchor;
  const same = (candidate) => (first ? firstOf(model, candidate) === first : restOf(model, candidate, columns) === rest);
  if (row < model.rowCount && same(row)) return row;
  if (!first && !rest) return -1;
  let found = -1;
  for (let candidate = 0; candidate < model.rows.length; candidate++) {
    if (!same(candidate)) continue;
    if (found >= 0) return -1;
    found = candidate;
  }
  return found;
}
