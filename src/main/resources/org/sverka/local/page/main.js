/** Puts the parts of the page together. */
import { Api, whenLockedOut } from './api.js';
import { Clipboard } from './clipboard.js';
import { buildToolbar, showCellLine, showStatus, showTabs, zoneName } from './chrome.js';
import { cellName } from './a1.js';
import { linkedPlace } from './cells.js';
import { commandsOf } from './commands.js';
import { ask, byId, listenForParts } from './dom.js';
import { Editor } from './editor.js';
import { Edits } from './edits.js';
import { listenToForm } from './enter.js';
import { Files } from './files.js';
import { Find } from './find.js';
import { keyOnGrid } from './keyboard.js';
import { listenToMouse } from './mouse.js';
import { Marks } from './marks.js';
import { Menu } from './menu.js';
import { Notices } from './notices.js';
import { People } from './people.js';
import { Presence } from './presence.js';
import { Selection } from './selection.js';
import { UnsentStorage } from './unsent.js';
import { Verdict } from './verdict.js';
import { GridView } from './view.js';
import { Workbook } from './workbook.js';
import { texts } from './messages.js';

const [, spreadsheetId] = /^\/spreadsheets\/d\/([^/]+)/.exec(location.pathname);
const grid = byId('grid');

class App {
  constructor() {
    const model = () => this.model;
    this.notices = new Notices(byId('notices'));
    const api = new Api(decodeURIComponent(spreadsheetId));
    this.workbook = new Workbook(api, new UnsentStorage(spreadsheetId), {
      notices: this.notices,
      opened: () => this.#opened(),
      refreshed: () => this.refreshed(),
      rowsChanged: (rows) => this.#rowsChanged(rows),
      tabsChanged: () => this.#tabs(),
      statusChanged: () => showStatus(byId('status'), this.workbook.state),
      rowsMoved: () => this.edits.rowsMoved(),
      refused: (operation) => this.edits.refused(operation),
      presence: (news) => this.presence.heard(news),
      connected: () => this.model && this.presence.tell(),
      cutOff: () => this.#cutOff(api),
    });
    this.presence = new Presence(api, {
      place: () => ({ sheetId: this.model.sheetId, ...this.selection.anchor }),
      changed: () => this.#peopleChanged(),
      news: (text) => this.people.tell(text),
    });
    this.people = new People({ list: byId('people'), dialog: byId('rename'), news: byId('people-news') }, this);
    this.verdict = new Verdict(byId('verdict'), this);
    this.edits = new Edits(this.workbook, {
      notices: this.notices,
      refreshed: () => this.refreshed(),
      focusOn: (row, column) => this.selection.select(row, column),
      written: (rows) => this.verdict.watch(rows),
    });
    this.selection = new Selection(model, () => this.#selected());
    this.clipboard = new Clipboard(this);
    this.files = new Files(
      { picker: byId('file'), dialog: byId('import'), summary: byId('import-text'), list: byId('import-list') },
      api,
      this,
    );
    this.find = new Find(
      { bar: byId('find'), input: byId('find-text'), count: byId('find-count'), next: byId('find-next'), previous: byId('find-previous'), close: byId('find-close') },
      this,
    );
    this.view = new GridView(grid, model, {
      decorate: (row, element) => this.marks.decorate(row, element),
      resized: (column, width) => this.edits.resizeColumn(column, width),
      scrolled: () => this.editor.follow(),
    });
    this.marks = new Marks(grid, this);
    this.editor = new Editor(
      { box: byId('editor'), field: byId('editor-field'), hint: byId('editor-hint'), choices: byId('choices'), calendar: byId('calendar') },
      this.view,
      {
        model,
        locale: () => this.workbook.info.locale ?? 'ru_RU',
        commit: (row, column, result) => this.#commit(row, column, result),
        active: () => this.selection.anchor,
        others: (row, column) => this.people.at(row, column),
        idleKey: (event) => keyOnGrid(event, this),
      },
    );
    this.commands = commandsOf(this);
    this.menu = new Menu(byId('menu'), this.commands, () => this.refocus());
  }

  get model() {
    return this.workbook.model;
  }

  async start() {
    window.addEventListener('beforeunload', (event) => {
      if (this.workbook.outbox.size > 0) event.preventDefault();
    });
    window.addEventListener('online', () => this.workbook.outbox.hurry());
    showStatus(byId('status'), 'loading', texts.status.loading);
    const wanted = Number(/gid=(\d+)/.exec(location.hash)?.[1] ?? NaN);
    await this.workbook.open(wanted);
    buildToolbar(byId('toolbar'), this.commands);
    grid.addEventListener('focusin', () => this.refocus());
    listenToMouse(grid, this);
    this.#listenToGate();
    this.#listenToClipboard();
    listenForParts([byId('editor'), byId('toolbar'), byId('people'), byId('verdict'), byId('tabs')]);
    showStatus(byId('status'), this.workbook.state);
    this.refocus();
    document.documentElement.dataset.ready = 'true';
  }

  edit(options = {}) {
    const { row, column } = this.selection.anchor;
    this.view.reveal(row, column);
    this.editor.open(options);
  }

  beforeMouse() {
    this.editor.accept();
    this.menu.close(false);
  }

  refocus() {
    this.editor.focus();
  }

  openMenu(position) {
    const { row, column } = this.selection.anchor;
    const box = this.view.cellElement(row, column)?.getBoundingClientRect() ?? grid.getBoundingClientRect();
    this.menu.open(position ?? { left: box.left, top: box.bottom });
  }

  confirm(...words) {
    return ask(byId('confirm'), ...words);
  }

  painted() {
    this.marks.paint();
  }

  announce(text) {
    byId('announcer').textContent = text;
  }

  /** To a cell, on whichever tab it is. */
  async goTo(sheetId, row, column) {
    this.editor.accept();
    if (sheetId !== this.model.sheetId) await this.#showTab(sheetId);
    this.selection.select(row, column);
    this.refocus();
  }

  /** Where the link in the active cell leads; nowhere if it is none, or its tab is gone. */
  follow() {
    const { row, column } = this.selection.anchor;
    const place = linkedPlace(this.model.cell(row, column));
    const there = place && this.workbook.tabs.some((tab) => tab.sheetId === place.sheetId);
    if (there) this.goTo(place.sheetId, place.row, place.column);
  }

  async refreshed() {
    await this.view.refresh();
    this.selection.clamp();
    this.editor.follow();
    this.#count();
  }

  async #opened() {
    this.edits.forget();
    this.verdict.forget();
    document.title = `${this.workbook.info.title} — Сверка`;
    byId('title').textContent = this.workbook.info.title;
    byId('zone').textContent = zoneName(this.workbook.info.timeZone);
    this.#tabs();
    await this.view.build();
    this.selection.select(this.model.frozenRows < this.model.rowCount ? this.model.frozenRows : 0, 0);
    this.#count();
  }

  #rowsChanged(rows) {
    for (const row of rows) {
      this.view.refreshRow(row);
      this.verdict.rowChanged(row);
    }
    if (rows.has(this.selection.anchor.row)) this.#cellLine();
    this.editor.follow();
  }

  #peopleChanged() {
    this.people.update();
    if (this.view?.isBuilt) this.painted();
  }

  #selected() {
    const { focus, anchor, kind } = this.selection;
    const at = kind === 'cells' ? focus : { row: anchor.row, column: anchor.column };
    if (kind !== 'all') this.view.reveal(at.row, at.column);
    this.painted();
    this.editor.follow();
    this.#cellLine();
    this.presence.tell();
  }

  #cellLine() {
    const { row, column } = this.selection.anchor;
    const said = row === this.verdict.row ? '' : this.verdict.of(row);
    const elements = { name: byId('cell-name'), content: byId('cell-content'), announcer: byId('announcer') };
    showCellLine(elements, this.model, this.selection, [this.people.at(row, column), said]);
    this.verdict.show();
  }

  #tabs() {
    showTabs(byId('tabs'), this.workbook.tabs, this.model.sheetId, async (sheetId) => {
      this.editor.accept();
      await this.#showTab(sheetId);
      this.refocus();
    });
  }

  async #showTab(sheetId) {
    await this.workbook.show(sheetId);
    history.replaceState(null, '', `#gid=${sheetId}`);
  }

  #count() {
    byId('row-count').textContent = texts.grid.rows(this.model.rowCount);
  }

  #commit(row, column, { text, changed, overwritten, move }) {
    if (changed) this.clipboard.unmark();
    if (changed) this.edits.write([{ row, column, text }]);
    if (overwritten !== null) this.notices.tell(texts.notice.changedMeanwhile(cellName(row, column), overwritten));
    if (move[0] !== 0 || move[1] !== 0) this.selection.move(...move);
  }

  /** The stream does not say why it was cut; a question does, should the word be wanted. */
  #cutOff(api) {
    this.presence.cutOff();
    api.spreadsheet().catch(() => {});
  }

  /** What was typed waits until the word has been given. Who is typing is asked afterwards, or the rest would go into the dialog. */
  #listenToGate() {
    const dialog = byId('enter');
    whenLockedOut(() => this.editor.isOpen || dialog.open || dialog.showModal());
    listenToForm(byId('enter-form'), () => {
      dialog.close();
      this.workbook.outbox.hurry();
      this.refocus();
    });
  }

  #listenToClipboard() {
    const ours = () => !this.editor.isOpen && [byId('editor-field'), document.body].includes(document.activeElement);
    document.addEventListener('copy', (event) => this.#clip(event, ours(), () => this.clipboard.copy(event.clipboardData)));
    document.addEventListener('cut', (event) => this.#clip(event, ours(), () => this.clipboard.copy(event.clipboardData, { cut: true })));
    document.addEventListener('paste', (event) =>
      this.#clip(event, ours(), () => this.clipboard.paste(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'))),
    );
  }

  #clip(event, ours, act) {
    if (!ours) return;
    event.preventDefault();
    act();
  }
}

const app = new App();
app.start().catch((failure) => {
  showStatus(byId('status'), 'failed', texts.status.failed);
  app.notices.warn(`${texts.status.failed}. ${texts.notice.serverSays(failure.message)}`);
});
