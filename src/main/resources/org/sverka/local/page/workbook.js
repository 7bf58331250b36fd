/** The open spreadsheet: keeps the model of the shown tab in step with the server, whatever the connection does. */
import { anchorOf, findRow } from './anchor.js';
import { Live } from './live.js';
import { SheetModel } from './model.js';
import { Outbox } from './outbox.js';
import { texts } from './messages.js';
import { cellName } from './a1.js';

export class Workbook {
  #reading = null;
  #readAgain = false;
  #early = [];

  /**
   * `ui`: opened(), refreshed(), rowsChanged(rows), tabsChanged(), statusChanged(), rowsMoved(),
   * refused(operation), presence(news), connected(), cutOff(), and `notices`.
   */
  constructor(api, unsent, ui) {
    this.api = api;
    this.unsent = unsent;
    this.ui = ui;
    this.info = null;
    this.model = null;
    this.live = new Live(api.eventsUrl, {
      change: (data) => this.#change(data),
      presence: (news) => this.ui.presence(news),
      up: ({ gap }) => this.#connected(gap),
      down: () => {
        this.ui.cutOff();
        this.ui.statusChanged();
      },
    });
    this.outbox = new Outbox(api, unsent, {
      taken: (operation, answer) => this.#taken(operation, answer),
      refused: (operation, error) => this.#refused(operation, error),
      unsure: (operation) => this.#unsure(operation),
      changed: () => this.ui.statusChanged(),
      isBehind: () => !this.live.up,
      catchUp: () => this.#catchUp(),
    });
  }

  /** The stream is opened first, so that nothing falls between it and the snapshot. */
  async open(sheetId) {
    await this.live.open();
    this.info = await this.api.spreadsheet();
    const wanted = this.info.sheets.find((sheet) => sheet.sheetId === sheetId) ?? this.tabs[0];
    await this.show(wanted.sheetId);
    await this.#sendLeftOver();
  }

  async show(sheetId) {
    const info = this.info.sheets.find((sheet) => sheet.sheetId === sheetId);
    const model = new SheetModel(info);
    this.#early = [];
    const reading = this.api.sheet(sheetId);
    this.expected = sheetId;
    model.load(await reading);
    if (this.expected !== sheetId) return;
    this.model = model;
    this.#replayPending();
    this.#early.forEach((data) => this.#apply(data));
    await this.ui.opened();
  }

  /** The tabs that are not hidden. */
  get tabs() {
    return this.info.sheets.filter((sheet) => !sheet.hidden);
  }

  get state() {
    const cutOff = !this.live.up && !this.live.resting;
    if (cutOff || !this.outbox.reachable) return this.outbox.size > 0 ? 'offline' : 'offline-idle';
    return this.outbox.size > 0 ? 'saving' : 'saved';
  }

  /** Takes cells [{row, column, text}] as typed: shown at once, sent in order. Returns the operation. */
  send(cells) {
    const { model } = this;
    const columnsOf = new Map();
    for (const { row, column } of cells) columnsOf.set(row, [...(columnsOf.get(row) ?? []), column]);
    const anchors = new Map([...columnsOf].map(([row, columns]) => [row, anchorOf(model, row, columns)]));
    const anchored = cells.map((cell) => ({ ...cell, anchor: anchors.get(cell.row) }));
    const { sheetId, title } = model;
    const operation = this.outbox.push({ kind: 'values', sheetId, title, cells: anchored });
    anchored.forEach(({ row, column, text }) => model.setPending(row, column, text, operation.id));
    this.ui.rowsChanged(new Set(columnsOf.keys()));
    return operation;
  }

  restructure(requests, label) {
    this.outbox.push({ kind: 'structure', sheetId: this.model.sheetId, requests, label });
  }

  /** Changes the order of rows; `done` gets the answer. See {@link Api#arrange}. */
  arrange(call, body, label, done = () => {}) {
    this.outbox.push({ kind: 'structure', sheetId: this.model.sheetId, call, body, label, done });
  }

  /** Reads everything anew; calls during a reading are answered by one more. */
  async reload() {
    this.#readAgain = this.#reading !== null;
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = null;
      if (this.#readAgain) this.reload();
    });
    return this.#reading;
  }

  /** Another tab changed its shape: it is read when it is shown. */
  async #readOutline() {
    try {
      this.info = await this.api.spreadsheet();
      this.ui.tabsChanged();
    } catch {
      // The next reading brings it.
    }
  }

  async #readOnce() {
    try {
      await this.#read();
    } catch {
      // The stream tells when the server is back, and everything is read then.
    }
  }

  async #read() {
    if (this.outbox.hasStructure) return; // our own rows are on their way; their event brings us back here
    const { model } = this;
    const { structures } = this.outbox;
    const [info, snapshot] = await Promise.all([this.api.spreadsheet(), this.api.sheet(model.sheetId)]);
    if (this.model !== model || this.outbox.hasStructure) return;
    if (this.outbox.structures !== structures || snapshot.revision < model.revision) this.#readAgain = true; // it is old news
    else this.#accept(info, snapshot);
  }

  /** Before waiting edits are sent: are their rows still where they were? */
  async #catchUp() {
    await this.#read();
    for (const sheetId of this.outbox.sheetIds) {
      if (sheetId !== this.model.sheetId) this.#tellLost(this.outbox.rebase(await this.#modelOf(sheetId)));
    }
  }

  #accept(info, snapshot) {
    const { model } = this;
    const before = rowNames(model);
    this.info = info;
    this.ui.tabsChanged();
    const own = info.sheets.find((sheet) => sheet.sheetId === model.sheetId);
    if (!own) {
      this.show(this.tabs[0].sheetId);
      return;
    }
    model.describe(own);
    model.load(snapshot);
    if (rowNames(model) !== before) this.#follow();
    else this.#replayPending();
    this.ui.refreshed();
  }

  #replayPending() {
    this.model.pending.clear();
    for (const { kind, id, cells } of this.outbox.operations(this.model.sheetId)) {
      if (kind === 'values') cells.forEach(({ row, column, text }) => this.model.setPending(row, column, text, id));
    }
  }

  #change(data) {
    if (!this.model) return;
    if (data.reload && data.sheetId !== undefined && data.sheetId !== this.expected) this.#readOutline();
    else if (data.reload) this.reload();
    else if (data.sheetId !== this.model.sheetId || this.expected !== this.model.sheetId) this.#early.push(data);
    else this.#apply(data);
  }

  #apply(data) {
    if (data.reload) {
      this.reload();
      return;
    }
    if (data.sheetId !== this.model.sheetId || data.revision <= this.model.revision) return;
    this.model.revision = data.revision;
    const { rowCount } = this.model;
    const renamed = data.cells.filter((cell) => this.#isRenamed(cell));
    for (const { row, column, ...cell } of data.cells) this.model.store(row, column, cell);
    if (renamed.length > 1) this.#follow();
    if (this.model.rowCount !== rowCount) this.ui.refreshed();
    else this.ui.rowsChanged(new Set(data.cells.map(({ row }) => row)));
  }

  /** Somebody else gave a row another first cell; several at once are a sort. */
  #isRenamed({ row, column, v }) {
    return column === 0 && !this.model.isPending(row, 0) && (this.model.stored(row, 0).v ?? '') !== (v ?? '');
  }

  /** Rows changed places: waiting edits go after theirs. */
  #follow() {
    this.ui.rowsMoved();
    const lost = this.outbox.rebase(this.model);
    this.#replayPending();
    this.#tellLost(lost);
  }

  #tellLost(cells) {
    if (cells.length === 0) return;
    this.ui.notices.warn(texts.notice.rowGone(cells.length), cells.map((cell) => cell.text).join('\n'));
  }

  #connected(gap) {
    this.ui.statusChanged();
    this.ui.connected();
    this.outbox.hurry();
    if (gap && this.model) this.reload();
  }

  #taken(operation, answer) {
    if (operation.kind === 'structure') {
      operation.done?.(answer);
      this.reload();
      return;
    }
    if (operation.sheetId !== this.model.sheetId) return;
    for (const { row, column } of operation.cells) this.model.confirm(row, column, operation.id);
    this.#redraw(operation);
  }

  #refused(operation, error) {
    this.ui.refused(operation);
    if (operation.kind === 'structure' || operation.sheetId !== this.model.sheetId) {
      this.ui.notices.warn(`${texts.notice.refused} ${texts.notice.serverSays(error.message)}`);
      this.reload();
      return;
    }
    for (const { row, column } of operation.cells) this.model.discard(row, column, operation.id);
    this.#redraw(operation);
    this.ui.notices.warn(this.#reason(operation, error), operation.cells.map((cell) => cell.text).join('\n'));
  }

  #reason(operation, error) {
    const guarded = operation.cells.find(({ row, column }) => this.model.protection(row, column) !== null);
    if (guarded && /protected/i.test(error.message)) {
      const { row, column } = guarded;
      return texts.notice.protectedCell(cellName(row, column), this.model.protection(row, column));
    }
    const why = /50000 characters/.test(error.message) ? texts.notice.tooLong : texts.notice.serverSays(error.message);
    return `${texts.notice.refused} ${why}`;
  }

  #unsure(operation) {
    this.ui.notices.warn(texts.notice.unsure(operation.label));
    this.reload();
  }

  #redraw(operation) {
    this.ui.rowsChanged(new Set(operation.cells.map(({ row }) => row)));
  }

  /** Edits of a window that was closed before they could be sent. */
  async #sendLeftOver() {
    const left = (await this.unsent.takeOver()).filter(({ cells }) => Array.isArray(cells));
    if (left.length === 0) return;
    this.ui.notices.tell(texts.notice.restored(left.length));
    const lost = [];
    for (const operation of left) {
      const model = await this.#modelOf(operation.sheetId);
      const cells = operation.cells.flatMap((cell) => {
        const row = findRow(model, cell.anchor);
        if (row < 0) lost.push(cell);
        return row < 0 ? [] : [{ ...cell, row }];
      });
      if (cells.length > 0) this.outbox.push({ ...operation, title: model.title, cells, sent: false });
    }
    this.#tellLost(lost);
    this.#replayPending();
    this.ui.refreshed();
  }

  /** The tab as it is now; an empty one, where nothing is found, if it is gone. */
  async #modelOf(sheetId) {
    if (sheetId === this.model.sheetId) return this.model;
    const info = this.info.sheets.find((sheet) => sheet.sheetId === sheetId);
    const model = new SheetModel(info ?? { sheetId, title: '', rowCount: 0, columnCount: 0 });
    if (info) model.load(await this.api.sheet(sheetId));
    return model;
  }
}

/** Tells rows inserted, deleted or sorted by somebody else from a mere change of values. */
const rowNames = (model) => model.rowNames(0).join('\n');
