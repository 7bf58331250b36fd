/**
 * Edits on their way to the server, in the order they were made. Each stays here, and in the browser's storage, until
 * the server has taken or refused it; a lost connection only makes it wait. After a gap the sheet is read first, so that
 * each edit goes to the row it was meant for.
 *
 * An operation: {id, kind: 'values', sheetId, title, cells: [{row, column, text, anchor}]} or
 * {id, kind: 'structure', sheetId, label} with `requests` or with an arrangement {call, body}.
 */
import { Unreachable } from './api.js';
import { findRow } from './anchor.js';

const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

export class Outbox {
  #waiting = [];
  #running = false;
  #failures = 0;
  #structures = 0;
  #wake = () => {};

  /**
   * `handlers`: taken(op, answer), refused(op, error), unsure(op), changed(), isBehind() and catchUp(), which reads what was
   * missed and fails where that cannot be done now.
   */
  constructor(api, storage, handlers) {
    this.api = api;
    this.storage = storage;
    this.handlers = handlers;
    this.sequence = Date.now();
  }

  get size() {
    return this.#waiting.length;
  }

  get reachable() {
    return this.#failures === 0;
  }

  get hasStructure() {
    return this.#waiting.some((operation) => operation.kind === 'structure');
  }

  /** How many rows were inserted, deleted or moved so far: what was read before the last of them shows them elsewhere. */
  get structures() {
    return this.#structures;
  }

  /** The tabs that edits are waiting for. */
  get sheetIds() {
    return new Set(this.#waiting.map(({ sheetId }) => sheetId));
  }

  operations(sheetId) {
    return this.#waiting.filter((operation) => operation.sheetId === sheetId);
  }

  push(operation) {
    const queued = { ...operation, id: this.sequence++ };
    this.#waiting.push(queued);
    if (operation.kind === 'structure') this.#structures++;
    this.#changed();
    this.#run();
    return queued;
  }

  /** Tries again at once, for example because the connection is back. */
  hurry() {
    this.#wake();
    this.#run();
  }

  /** Points waiting edits at the rows they were meant for. Returns the cells whose row is gone. */
  rebase(model) {
    const lost = [];
    for (const operation of this.operations(model.sheetId)) {
      if (operation.kind !== 'values' || operation.sent) continue;
      operation.cells = operation.cells.flatMap((cell) => {
        const row = findRow(model, cell.anchor);
        if (row < 0) lost.push(cell);
        return row < 0 ? [] : [{ ...cell, row, anchor: { ...cell.anchor, row } }];
      });
    }
    this.#waiting = this.#waiting.filter(({ kind, cells, sent }) => sent || kind !== 'values' || cells.length > 0);
    this.#changed();
    return lost;
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    while (this.#waiting.length > 0 || this.#failures > 0) await this.#attempt(this.#waiting[0]);
    this.#running = false;
  }

  /** Without an operation it only finds out whether the server is back. */
  async #attempt(operation) {
    try {
      if (this.#failures > 0 || this.handlers.isBehind()) {
        await this.handlers.catchUp();
        this.#failures = 0;
        this.handlers.changed();
        if (!operation || this.#waiting[0] !== operation) return;
      }
      operation.sent = true;
      const answer = await this.#send(operation);
      this.#finish(operation, () => this.handlers.taken(operation, answer));
    } catch (error) {
      if (error instanceof Unreachable || !operation) await this.#later(operation);
      else this.#finish(operation, () => this.handlers.refused(operation, error));
    }
  }

  #send({ kind, title, cells, sheetId, requests, call, body }) {
    if (kind === 'values') return this.api.write(title, cells);
    return requests ? this.api.restructure(requests) : this.api.arrange(sheetId, call, body);
  }

  #finish(operation, tell) {
    this.#failures = 0;
    this.#waiting.shift();
    tell();
    this.#changed();
  }

  /** Values may be sent twice without harm. Rows inserted or deleted twice would do harm, so a person decides. */
  async #later(operation) {
    this.#failures++;
    if (operation) operation.sent = false;
    this.#waiting.filter(({ kind }) => kind === 'structure').forEach((dropped) => this.handlers.unsure(dropped));
    this.#waiting = this.#waiting.filter(({ kind }) => kind !== 'structure');
    this.#changed();
    const wait = WAITS_MS[Math.min(this.#failures, WAITS_MS.length) - 1];
    await new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, wait);
    });
  }

  #changed() {
    this.storage.save(this.#waiting.filter(({ kind }) => kind === 'values'));
    this.handlers.changed();
  }
}
