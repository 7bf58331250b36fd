/** The table as a file, for offices without this page: taken away as .xlsx, and brought back. */
import { button } from './dom.js';
import { texts } from './messages.js';
import { Refused } from './api.js';

export class Files {
  /** `app`: notices, goTo(), refocus(). */
  constructor({ picker, dialog, summary, list }, api, app) {
    this.picker = picker;
    this.dialog = dialog;
    this.summary = summary;
    this.list = list;
    this.api = api;
    this.app = app;
    picker.addEventListener('change', () => this.#picked());
    dialog.addEventListener('close', () => app.refocus());
  }

  download() {
    const link = document.createElement('a');
    link.href = this.api.exportUrl;
    link.download = '';
    link.click();
  }

  upload() {
    this.picker.click();
  }

  async #picked() {
    const [file] = this.picker.files;
    if (!file) return;
    this.app.notices.tell(texts.files.reading(file.name));
    try {
      this.#report(await this.api.importFile(file));
    } catch (failure) {
      this.app.notices.warn(failure instanceof Refused ? failure.message : texts.files.unreachable);
    }
    this.picker.value = '';
  }

  #report({ message, conflicts, refused }) {
    this.summary.textContent = message;
    const words = texts.files;
    this.list.replaceChildren(
      ...conflicts.map((item) => this.#item(item, words.conflict(item.ours, item.theirs))),
      ...refused.map((item) => this.#item(item, item.reason)),
    );
    this.dialog.showModal();
  }

  #item({ sheetId, cell, measure, column }, text) {
    const item = document.createElement('li');
    const place = [measure, column].filter(Boolean).join(', ') || cell;
    const at = /^([A-Z]+)([1-9]\d*)$/.exec(cell ?? '');
    if (at && Number.isInteger(sheetId)) {
      item.append(button(place, 'plain', () => this.#goTo(sheetId, at), texts.files.goTo(place)), ' ', text);
    } else {
      item.append([place, text].filter(Boolean).join(': '));
    }
    return item;
  }

  #goTo(sheetId, [, letters, number]) {
    this.dialog.close();
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    this.app.goTo(sheetId, Number(number) - 1, column);
  }
}
