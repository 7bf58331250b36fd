/** What stands in a cell. All of it is text that somebody else may have typed: it only ever becomes text nodes. */
import { columnIndex } from './a1.js';
import { texts } from './messages.js';

const LINE_PX = 19;
const PADDING_PX = 9;
const CHARACTER_PX = 7;
const MAX_LINES = 24;
const NUMBERS = new Set(['n', 'number']);
const LOOKS = ['bold', 'italic', 'underline', 'strike'];

/** Gives Tabulator's cell element the content and the marks of a cell of the model. */
export function fillCell(element, model, row, column) {
  const cell = model.cell(row, column);
  element.dataset.row = String(row);
  element.dataset.column = String(column);
  element.id = `cell-${row}-${column}`;
  element.setAttribute('aria-colindex', String(column + 2));
  const text = document.createElement('span');
  text.className = 'text';
  text.textContent = cell.v ?? '';
  element.replaceChildren(text);
  element.classList.toggle('link', linkedPlace(cell) !== null);
  element.classList.toggle('number', NUMBERS.has(cell.t));
  for (const look of LOOKS) element.classList.toggle(look, cell[look] === true);
  element.classList.toggle('centred', cell.align === 'center');
  element.classList.toggle('pending', cell.pending === true);
  element.classList.toggle('noted', Boolean(cell.note));
  element.title = cell.note ?? '';
  fillWith(element, cell.bg);
  paint(element, '--ink-own', cell.fg);
  element.classList.toggle('inked', isColour(cell.fg));
  if (model.isLocked(row, column)) element.setAttribute('aria-readonly', 'true');
  if (cell.options?.length > 0) element.append(opener('choice', texts.grid.choices));
  else if (cell.date) element.append(opener('date', texts.grid.calendar));
  else if (linkedPlace(cell)) element.append(opener('follow', texts.grid.follow));
}

/** The place in this spreadsheet where a cell leads: {sheetId, row, column}, or null. Other addresses are foreign and lead nowhere. */
export function linkedPlace(cell) {
  const found = /#gid=(\d+)(?:&range=([A-Z]{1,3})(\d{1,7}))?$/.exec(cell.link ?? '');
  if (!found) return null;
  const [, sheetId, letters = 'A', row = '1'] = found;
  return { sheetId: Number(sheetId), row: Number(row) - 1, column: columnIndex(letters) };
}

/** Not a button of its own: the cell's keyboard way is Alt+↓, and the grid keeps the focus. */
function opener(kind, title) {
  const element = document.createElement('span');
  element.className = `opener ${kind}`;
  element.title = title;
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** The colour behind a cell's text; it is foreign, too. */
export function fillWith(element, colour) {
  paint(element, '--fill', colour);
  element.classList.toggle('filled', isColour(colour));
}

const isColour = (value) => /^#[0-9a-f]{6}$/i.test(value ?? '');

function paint(element, property, value) {
  if (isColour(value)) element.style.setProperty(property, value);
  else element.style.removeProperty(property);
}

/** How high a row will be about, before it has been drawn. */
export function guessHeight(model, row) {
  let lines = 1;
  (model.rows[row]?.cells ?? []).forEach((cell, column) => {
    const width = Math.max(40, (model.columns[column]?.width ?? 100) - 16);
    const length = (cell.v ?? '').length;
    if (length > 0) lines = Math.max(lines, Math.ceil((length * CHARACTER_PX) / width));
  });
  return Math.max(model.rows[row]?.height ?? 0, Math.min(lines, MAX_LINES) * LINE_PX + PADDING_PX);
}
