/** The plain-text form of a range that Excel, LibreOffice and Google Sheets put on the clipboard. */

/** Text → rows of cells. A field that starts with a quote may hold tabs, line breaks and doubled quotes. */
export function parseTsv(text) {
  const source = text.replace(/\r\n?/g, '\n');
  const rows = [[]];
  let at = 0;
  while (at <= source.length) {
    const field = source[at] === '"' ? quotedField(source, at) : null;
    const end = field ? field.end : plainEnd(source, at);
    rows.at(-1).push(field ? field.text : source.slice(at, end));
    if (end >= source.length) break;
    if (source[end] === '\n') rows.push([]);
    at = end + 1;
    if (at === source.length && source[end] === '\n') {
      rows.pop(); // the line break that ends the last row
      break;
    }
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill('')]);
}

function plainEnd(source, from) {
  const found = source.slice(from).search(/[\t\n]/);
  return found < 0 ? source.length : from + found;
}

/** Null where the quote turns out to be an ordinary character, as in `"so" he said`. */
function quotedField(source, from) {
  let text = '';
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') {
      text += source[at];
    } else if (source[at + 1] === '"') {
      text += '"';
      at++;
    } else {
      const end = at + 1;
      return end >= source.length || /[\t\n]/.test(source[end]) ? { text, end } : null;
    }
  }
  return null;
}

/** Rows of cells → text; only what needs it is quoted. */
export function formatTsv(rows) {
  const quote = (text) => (/[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quote).join('\t')).join('\n');
}
