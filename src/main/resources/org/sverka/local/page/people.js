/** The others on the screen: a list in the top bar, an outline with a name on their cells. */
import { cellName } from './a1.js';
import { button } from './dom.js';
import { texts } from './messages.js';

const MOST = 6;

export class People {
  /** `app`: model, presence, workbook, goTo(sheetId, row, column), refocus(). */
  constructor({ list, dialog, news }, app) {
    this.list = list;
    this.dialog = dialog;
    this.newsLine = news;
    this.app = app;
    this.byRow = new Map();
    list.setAttribute('aria-label', texts.people.list);
  }

  /** Takes over who is where; the cells are drawn by {@link #decorate}. */
  update() {
    const { presence, model } = this.app;
    this.byRow = new Map();
    for (const guest of presence.others) {
      if (guest.sheetId !== model?.sheetId) continue;
      const row = this.byRow.get(guest.row) ?? new Map();
      row.set(guest.column, [...(row.get(guest.column) ?? []), guest]);
      this.byRow.set(guest.row, row);
    }
    this.#showList();
  }

  tell(text) {
    this.newsLine.textContent = text;
  }

  /** The names of the others at a cell, as a sentence; empty where there are none. */
  at(row, column) {
    const guests = this.byRow.get(row)?.get(column) ?? [];
    return guests.length === 0 ? '' : texts.people.here(guests.map(({ name }) => name).join(', '));
  }

  decorate(row, column, cell) {
    const guests = this.byRow.get(row)?.get(column);
    const tag = cell.lastElementChild?.classList.contains('guest') ? cell.lastElementChild : null;
    cell.classList.toggle('guested', guests !== undefined);
    if (!guests) tag?.remove();
    else fillTag(tag ?? cell.appendChild(newTag()), guests);
  }

  #showList() {
    const { presence } = this.app;
    const others = presence.others;
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.number : undefined;
    const items = [this.#self(), ...others.slice(0, MOST).map((guest) => this.#chip(guest))].map(listItem);
    if (others.length > MOST) items.push(listItem(texts.people.more(others.length - MOST)));
    this.list.replaceChildren(...items);
    if (focused !== undefined) (this.list.querySelector(`[data-number="${focused}"]`) ?? this.list.querySelector('button')).focus();
  }

  #self() {
    const { presence } = this.app;
    const chip = button('', `chip guest-${presence.ownColour}`, () => this.#rename(), texts.people.renameSelf(presence.ownName));
    chip.append(dot(), texts.people.you(presence.ownName));
    chip.dataset.number = 'self';
    chip.title = texts.people.rename;
    return chip;
  }

  #chip(guest) {
    const { sheetId, row, column, name, colour, number } = guest;
    const tab = this.app.workbook.info?.sheets.find((sheet) => sheet.sheetId === sheetId);
    const place = sheetId === this.app.model?.sheetId || !tab ? cellName(row, column) : `${tab.title}, ${cellName(row, column)}`;
    const chip = button('', `chip guest-${colour}`, () => this.app.goTo(sheetId, row, column), texts.people.goTo(name, place));
    chip.append(dot(), name, placeOf(place));
    chip.dataset.number = String(number);
    chip.title = texts.people.goTo(name, place);
    return chip;
  }

  #rename() {
    const field = this.dialog.querySelector('input');
    field.value = this.app.presence.name;
    field.placeholder = this.app.presence.ownName;
    this.dialog.returnValue = '';
    this.dialog.addEventListener(
      'close',
      () => {
        if (this.dialog.returnValue === 'yes') this.app.presence.rename(field.value);
        this.app.refocus();
      },
      { once: true },
    );
    this.dialog.showModal();
    field.select();
  }
}

function listItem(content) {
  const item = document.createElement('li');
  item.append(content);
  return item;
}

function dot() {
  const element = document.createElement('span');
  element.className = 'dot';
  return element;
}

function placeOf(text) {
  const element = document.createElement('span');
  element.className = 'place';
  element.textContent = text;
  return element;
}

/** What is seen here is read out with the cell, and stands in the list. */
function newTag() {
  const tag = document.createElement('span');
  tag.setAttribute('aria-hidden', 'true');
  tag.append(document.createElement('span'));
  return tag;
}

function fillTag(tag, guests) {
  tag.className = `guest guest-${guests[0].colour}`;
  tag.firstElementChild.textContent = guests.map(({ name }) => name).join(', ');
}
