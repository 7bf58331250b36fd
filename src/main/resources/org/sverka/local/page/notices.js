/** Short messages above the tabs. What asks for attention stays until it is closed. */
import { texts } from './messages.js';
import { button } from './dom.js';

const FADE_MS = 6_000;
const MOST = 4;

export class Notices {
  constructor(element) {
    this.element = element;
  }

  /** Passing news. */
  tell(text) {
    const note = this.#show(text, 'info');
    setTimeout(() => note.remove(), FADE_MS);
  }

  /** Something did not go as the person wanted. `typed` is what they would otherwise lose. */
  warn(text, typed = '') {
    const note = this.#show(text, 'warning');
    if (typed === '') return;
    note.insertBefore(
      button(texts.notice.copy, 'plain', () => navigator.clipboard?.writeText(typed)),
      note.lastElementChild,
    );
  }

  #show(text, kind) {
    const same = [...this.element.children].find((other) => other.dataset.text === text);
    same?.remove();
    const note = document.createElement('div');
    note.className = `notice ${kind}`;
    note.dataset.text = text;
    const words = document.createElement('p');
    words.textContent = text;
    note.append(
      words,
      button('×', 'close', () => note.remove(), texts.notice.close),
    );
    this.element.append(note);
    while (this.element.children.length > MOST) this.element.firstElementChild.remove();
    return note;
  }
}
