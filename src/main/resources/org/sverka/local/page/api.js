/** The HTTP interface of the embedded sheet, as the page uses it. */
import { onSheet, cellName } from './a1.js';

/** The server understood and said no; `message` is its own English text, for `status` see Google's list. */
export class Refused extends Error {
  constructor(code, status, message) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** No answer, or one that says "later": worth another attempt. */
export class Unreachable extends Error {}

const RETRYABLE = new Set([401, 408, 425, 429, 500, 502, 503, 504]);
const TIMEOUT_MS = 20_000;

/** Set by the page: the server asks for the shared word again. */
const gate = { closed: () => {} };

export const whenLockedOut = (closed) => {
  gate.closed = closed;
};

async function call(path, { quiet = false, ...options } = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS), cache: 'no-store' });
  } catch (failure) {
    throw new Unreachable(failure.message);
  }
  if (response.status === 401 && !quiet) gate.closed();
  if (RETRYABLE.has(response.status)) throw new Unreachable(`HTTP ${response.status}`);
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    const error = body?.error ?? {};
    throw new Refused(response.status, error.status ?? '', error.message ?? `HTTP ${response.status}`);
  }
  if (body === null) throw new Unreachable('the answer is not JSON');
  return body;
}

const post = (path, body, options = {}) =>
  call(path, {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Sverka-Editor': 'page' },
    body: JSON.stringify(body),
  });

export class Api {
  constructor(spreadsheetId) {
    this.local = `/local/v1/spreadsheets/${encodeURIComponent(spreadsheetId)}`;
    this.google = `/v4/spreadsheets/${encodeURIComponent(spreadsheetId)}`;
    this.window = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, '0')).join('-');
    this.eventsUrl = `${this.local}/events?window=${this.window}`;
  }

  spreadsheet() {
    return call(this.local);
  }

  sheet(sheetId) {
    return call(`${this.local}/sheets/${sheetId}`);
  }

  /** `cells`: [{row, column, text}], taken by the server as if typed. */
  write(title, cells) {
    return post(`${this.google}/values:batchUpdate`, {
      valueInputOption: 'USER_ENTERED',
      data: runs(cells).map((run) => ({
        range: onSheet(title, cellName(run.row, run.column)),
        values: [run.texts],
      })),
    });
  }

  restructure(requests) {
    return post(`${this.google}:batchUpdate`, { requests });
  }

  /** `call`: "sort", which answers the new order, or "reorder", which takes one. */
  arrange(sheetId, call, body) {
    return post(`${this.local}/sheets/${sheetId}:${call}`, body);
  }

  get exportUrl() {
    return `${this.local}/export.xlsx`;
  }

  /** The bytes of an .xlsx file, taken in as an edit. */
  importFile(file) {
    return call(`${this.local}/import`, { method: 'POST', headers: { 'X-Sverka-Editor': 'page' }, body: file });
  }

  /** Where this window is; that it is gone, the server sees by its stream. Nobody is asked for the word because of it. */
  presence(place) {
    return post(`${this.local}/presence`, { window: this.window, ...place }, { quiet: true });
  }
}

/** Neighbours in a row travel as one range. */
function runs(cells) {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const result = [];
  for (const { row, column, text } of sorted) {
    const last = result.at(-1);
    if (last && last.row === row && last.column + last.texts.length === column) last.texts.push(text);
    else result.push({ row, column, texts: [text] });
  }
  return result;
}
