/** Who else has the spreadsheet open, and telling them where we are. Only the name outlives the window, in this browser. */
import { texts } from './messages.js';

const NAME = 'sverka.name';
const PAUSE_MS = 250;
const SIGN_OF_LIFE_MS = 20_000;
const COLOURS = 8;

export class Presence {
  #others = new Map();
  #number = null;
  #sending = false;
  #again = false;
  #timer = 0;

  /** `handlers`: place() → {sheetId, row, column}, changed(), news(text) for those who can't see the tags. */
  constructor(api, handlers) {
    this.api = api;
    this.handlers = handlers;
    this.name = readName();
  }

  /** What the others see: the chosen name, or that of a guest; empty until the server has given a number. */
  get ownName() {
    return this.#number ? shownName({ name: this.name, number: this.#number }) : this.name;
  }

  get ownColour() {
    return colourOf(this.#number ?? 0);
  }

  /** The others, in the order of their numbers: {number, name, colour, sheetId, row, column}. */
  get others() {
    if (this.#number === null) return []; // one of them may be ourselves
    return [...this.#others.values()]
      .filter(({ number }) => number !== this.#number)
      .sort((a, b) => a.number - b.number)
      .map((guest) => ({ ...guest, name: shownName(guest), colour: colourOf(guest.number) }));
  }

  rename(name) {
    this.name = name.trim();
    try {
      localStorage.setItem(NAME, this.name);
    } catch {
      // Without storage the name lasts as long as the window.
    }
    this.handlers.changed();
    this.tell();
  }

  /** Tells where we are: now, and again so that nobody thinks we left. Many calls are one message. */
  async tell() {
    if (this.#sending) {
      this.#again = true;
      return;
    }
    this.#sending = true;
    this.#again = false;
    clearTimeout(this.#timer);
    try {
      const { number } = await this.api.presence({ name: this.name, ...this.handlers.place() });
      this.#known(number);
    } catch {
      // It is told again soon.
    }
    setTimeout(() => {
      this.#sending = false;
      if (this.#again) this.tell();
      else this.#timer = setTimeout(() => document.visibilityState === 'visible' && this.tell(), SIGN_OF_LIFE_MS);
    }, PAUSE_MS);
  }

  /** An event of the stream. */
  heard({ everybody, here, gone }) {
    if (everybody) this.#others = new Map(everybody.map((guest) => [guest.number, guest]));
    if (here) this.#met(here);
    if (gone) this.#lost(gone);
    this.handlers.changed();
  }

  /** Nobody knows who is there while there is no connection. */
  cutOff() {
    this.#others.clear();
    this.handlers.changed();
  }

  #met(guest) {
    const isNew = !this.#others.has(guest.number);
    this.#others.set(guest.number, guest);
    if (isNew && this.#number !== null && guest.number !== this.#number) this.handlers.news(texts.people.came(shownName(guest)));
  }

  #lost(number) {
    const guest = this.#others.get(number);
    this.#others.delete(number);
    if (guest && number !== this.#number) this.handlers.news(texts.people.left(shownName(guest)));
  }

  #known(number) {
    if (number === this.#number) return;
    this.#number = number;
    this.handlers.changed();
  }
}

const shownName = ({ name, number }) => name || texts.people.guest(number);

const colourOf = (number) => ((number + COLOURS - 1) % COLOURS) + 1;

function readName() {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}
