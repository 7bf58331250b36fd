/**
 * The HTML form of a range on the clipboard. It says what the plain text can't: which cell holds text that only looks like
 * a number, where a cell ends that has several lines or begins with a quote. Excel, LibreOffice, Google Sheets and tables of Word.
 */

const MOST_SPAN = 200;

/** HTML → rows of {text, isText}, or null where it is anything but one table. */
export function readTable(html) {
  const page = new DOMParser().parseFromString(html, 'text/html'); // nothing in it is run or fetched
  page.querySelectorAll('script, title').forEach((other) => other.remove());
  const table = page.querySelector('table');
  if (!table || isMoreThan(page.body, table)) return null;
  const textClasses = classesOfText(page);
  const isLibreOffice = /LibreOffice/.test(page.querySelector('meta[name=generator]')?.content ?? '');
  const rows = [];
  [...table.rows].forEach((line, at) => {
    rows[at] ??= [];
    for (const cell of line.cells) place(rows, at, cell, { text: textOf(cell), isText: isText(cell, textClasses, isLibreOffice) });
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return null;
  return rows.slice(0, table.rows.length).map((row) => Array.from({ length: width }, (_, i) => row[i] ?? EMPTY));
}

const EMPTY = Object.freeze({ text: '', isText: false });

/** Rows of {text, isText} → HTML in which text stays text for Excel and LibreOffice, and a cell of several lines one cell. */
export function writeTable(rows) {
  const lines = rows.map((row) => `<tr>${row.map(writeCell).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
}

function writeCell({ text, isText }) {
  const looks = isText ? ` style="mso-number-format:'\\@'" sdnum="1049;0;@"` : '';
  return `<td${looks}>${escape(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">')}</td>`;
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function isMoreThan(body, table) {
  const around = body.cloneNode(true);
  around.querySelector('table').remove();
  around.querySelectorAll('style').forEach((other) => other.remove());
  return table.querySelector('table') !== null || around.textContent.trim() !== '';
}

/** Merged cells have their text in the first and leave the others empty. */
function place(rows, at, cell, content) {
  let column = 0;
  while (rows[at][column]) column++;
  for (let down = 0; down < Math.min(cell.rowSpan || 1, MOST_SPAN); down++) {
    rows[at + down] ??= [];
    for (let right = 0; right < Math.min(cell.colSpan, MOST_SPAN); right++) {
      rows[at + down][column + right] = down + right === 0 ? content : EMPTY;
    }
  }
}

/** Excel says in a style sheet which classes are formatted as text. */
function classesOfText(page) {
  const styles = [...page.querySelectorAll('style')].map((style) => style.textContent).join('\n');
  return new Set([...styles.matchAll(/\.([\w-]+)\s*\{[^}]*mso-number-format:\s*["']?\\@/g)].map((found) => found[1]));
}

function isText(cell, textClasses, isLibreOffice) {
  if (/mso-number-format:\s*["']?\\@/.test(cell.getAttribute('style') ?? '')) return true;
  if ([...cell.classList].some((name) => textClasses.has(name))) return true;
  if (isLibreOffice) return !cell.hasAttribute('sdval');
  return /^\{"1":2,/.test(cell.dataset.sheetsValue ?? ''); // Google: a string
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/** White space counts as in a browser, line breaks and paragraphs become lines. */
function textOf(cell) {
  let text = '';
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += spaces(node);
    else if (node.nodeName === 'BR') text += '\n';
    else {
      const edge = BLOCKS.has(node.nodeName) && !/\n *$/.test(text) ? '\n' : '';
      text += edge;
      node.childNodes.forEach(walk);
      text += BLOCKS.has(node.nodeName) ? '\n' : '';
    }
  };
  cell.childNodes.forEach(walk);
  return text.replace(/ *\n */g, '\n').replace(/^[ \n]+|[ \n]+$/g, '');
}

/** Excel marks runs of spaces, which are all meant. */
function spaces(node) {
  const run = node.parentElement?.getAttribute('style')?.includes('mso-spacerun:yes');
  return run ? node.data.replaceAll('\u00a0', ' ').replace(/[\r\n\t]/g, ' ') : node.data.replace(/[ \t\r\n]+/g, ' ');
}
