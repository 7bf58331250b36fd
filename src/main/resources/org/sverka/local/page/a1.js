/** Addresses of cells: zero-based coordinates here, A1 notation on the wire and for people. */

/** 0 → "A", 26 → "AA". */
export function columnName(column) {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

export const cellName = (row, column) => columnName(column) + (row + 1);

/** A rectangle {top, left, bottom, right}, ends included, as "B2" or "B2:C4". */
export function rangeName({ top, left, bottom, right }) {
  const start = cellName(top, left);
  const end = cellName(bottom, right);
  return start === end ? start : `${start}:${end}`;
}

/** Always quoted: an unquoted tab called "Q1" would be read as a cell. */
export const onSheet = (title, range) => `'${title.replaceAll("'", "''")}'!${range}`;

const REFERENCE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![\d(\p{L}_])/gu;

/** "A" → 0, "AA" → 26. */
export const columnIndex = (name) =>
  [...name.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A formula as it reads when copied `rows` down and `columns` right; text in quotes stays as it is. */
export function shiftFormula(formula, rows, columns) {
  return formula.replace(REFERENCE, (whole, fixedColumn, column, fixedRow, row) => {
    if (column === undefined) return whole;
    const toColumn = fixedColumn ? columnIndex(column) : columnIndex(column) + columns;
    const toRow = fixedRow ? Number(row) : Number(row) + rows;
    if (toColumn < 0 || toRow < 1) return '#REF!';
    return fixedColumn + columnName(toColumn) + fixedRow + toRow;
  });
}
