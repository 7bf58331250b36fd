/**
 * Typing into one cell: a text field laid over it, with a list or a calendar where the cell asks for one. Between edits
 * the field stays where it is, empty and unseen, and keeps the focus: so whatever enters text (a layout, an input
 * method, dictation) finds a real field from the first letter on.
 */
import { cellName } from './a1.js';
import { Calendar } from './calendar.js';
import { Choices } from './choices.js';
import { placeBeside } from './dom.js';
import { texts } from './messages.js';

const MOST_HEIGHT = 0.6;

export class Editor {
  #cell = null;
  #helper = null;
  #original = '';

  /**
   * `grid`: element, cellElement(row, column), viewport. `handlers`: model(), locale(), active() → {row, column},
   * others(row, column) → who else is there, commit(row, column, result), idleKey(event).
   */
  constructor(elements, grid, { model, locale, active, others, commit, idleKey }) {
    this.box = elements.box;
    this.field = elements.field;
    this.hint = elements.hint;
    this.grid = grid;
    this.model = model;
    this.commit = commit;
    this.active = active;
    this.others = others;
    this.idleKey = idleKey;
    this.choices = new Choices(elements.choices, this.field, (text) => this.#pick(text));
    this.calendar = new Calendar(elements.calendar, locale, {
      picked: (text) => this.#pick(text),
      left: () => this.field.focus(),
    });
    this.field.addEventListener('keydown', (event) => (this.isOpen ? this.#key(event) : this.idleKey(event)));
    this.field.addEventListener('compositionstart', () => this.#begin());
    this.field.addEventListener('input', () => (this.isOpen ? this.#typed() : this.#begin()));
    this.field.addEventListener('pointerdown', () => (this.mode = 'edit'));
    this.box.addEventListener('focusout', () => this.#focusLeft());
  }

  get isOpen() {
    return this.#cell !== null;
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  /** Opens with what the cell holds. `help`: with its list or calendar. */
  open({ help = false } = {}) {
    this.#enter('edit');
    this.field.value = this.#original;
    this.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
    this.#show(help);
  }

  /** The first letter arrived: it replaces what the cell holds. */
  #begin() {
    this.#enter('overwrite');
    this.#show(false);
  }

  #enter(mode) {
    const { row, column } = this.active();
    this.#cell = { row, column };
    this.#original = this.model().entry(row, column);
    this.storedAtOpen = this.model().stored(row, column);
    this.mode = mode;
  }

  #show(help) {
    const { row, column } = this.#cell;
    const cell = this.model().cell(row, column);
    this.box.classList.remove('idle');
    this.field.inputMode = 'text';
    this.field.setAttribute('aria-label', texts.editor.label(cellName(row, column)));
    this.#showHint(this.model().protection(row, column), cell.hint ?? '', this.others(row, column));
    this.#helper = cell.options?.length > 0 ? this.choices : cell.date ? this.calendar : null;
    this.#place();
    if (this.#helper && (help || this.#helper === this.choices)) this.#openHelper(cell, help);
  }

  /** Writes what was typed. `move`: [rows, columns] to go to afterwards. */
  accept(move = [0, 0], refocus = true) {
    if (!this.#cell) return;
    const { row, column } = this.#cell;
    const text = this.field.value;
    const changed = text !== this.#original;
    const meanwhile = this.model().stored(row, column);
    const overwritten = changed && meanwhile !== this.storedAtOpen && meanwhile.v !== this.storedAtOpen.v ? meanwhile.v : null;
    this.#close(refocus);
    this.commit(row, column, { text, changed, overwritten, move });
  }

  cancel() {
    this.#close();
  }

  /** The selection moved, or the grid scrolled or changed under the field. */
  follow() {
    this.#place();
  }

  #close(refocus = true) {
    if (!this.#cell) return;
    this.#cell = null;
    this.choices.close();
    this.calendar.close();
    this.hint.hidden = true;
    this.box.classList.add('idle');
    this.field.value = '';
    this.field.setAttribute('aria-label', texts.grid.label);
    this.field.inputMode = 'none'; // no on-screen keyboard for moving about
    if (refocus) this.focus();
  }

  #showHint(protection, hint, others) {
    const text = [others, protection === null ? hint : `${texts.editor.protectedHint} ${protection}`.trim()].filter(Boolean).join('\n');
    this.hint.hidden = text === '';
    this.hint.textContent = text;
    this.hint.classList.toggle('warning', protection !== null);
  }

  #openHelper(cell, all) {
    if (this.#helper === this.choices) this.choices.open(cell.options, all || this.mode === 'edit' ? '' : this.field.value);
    else this.calendar.open(this.field.value);
    this.#placeHelper();
  }

  #pick(text) {
    this.field.value = text;
    this.accept();
  }

  #typed() {
    if (this.#helper === this.choices) this.choices.filter(this.field.value);
    this.#place();
  }

  #key(event) {
    if (event.isComposing) return;
    const act = this.#action(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  #action(event) {
    const { key, altKey, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const help = this.#helper;
    if (altKey && key === 'ArrowDown' && help) {
      return () => (help.isOpen ? help.enter() : this.#openHelper(this.model().cell(this.#cell.row, this.#cell.column), true));
    }
    if (help === this.choices && help.isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) {
      return () => help.step(key === 'ArrowDown' ? 1 : -1);
    }
    if (key === 'Escape') return () => (help?.isOpen && help === this.calendar ? help.close() : this.cancel());
    if (key === 'Enter' && (altKey || control)) return () => this.#insert('\n');
    if (key === 'Enter' || key === 'Tab') {
      const back = shiftKey ? -1 : 1;
      const move = key === 'Enter' ? [back, 0] : [0, back];
      return () => {
        if (help === this.choices && help.current !== null) this.field.value = help.current;
        this.accept(move);
      };
    }
    if (this.mode === 'overwrite' && ARROWS[key] && !shiftKey && !control && !altKey) return () => this.accept(ARROWS[key]);
    if (key === 'F2') return () => (this.mode = 'edit');
    return null;
  }

  #insert(text) {
    this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, 'end');
    this.#typed();
  }

  /** Looked at a moment later: a redrawn calendar drops the focus only to take it again. */
  #focusLeft() {
    setTimeout(() => {
      if (this.isOpen && !this.box.contains(document.activeElement) && document.hasFocus()) this.accept([0, 0], false);
    });
  }

  #place() {
    const { row, column } = this.#cell ?? this.active();
    const cell = this.grid.cellElement(row, column)?.getBoundingClientRect();
    this.box.classList.toggle('away', !cell);
    if (!cell) return;
    const view = this.grid.viewport;
    const width = this.isOpen ? this.#size(cell, view) : 0;
    this.box.style.left = `${Math.max(view.left, Math.min(cell.left - 1, view.right - width))}px`;
    this.box.style.top = `${Math.max(this.grid.element.getBoundingClientRect().top, Math.min(cell.top - 1, view.bottom - 30))}px`;
    this.#placeHelper();
  }

  /** As large as the cell, larger where the text asks for it. Returns the width. */
  #size(cell, view) {
    const { style } = this.field;
    const width = Math.min(Math.max(cell.width + 1, this.field.value.length > 40 ? 320 : 0), view.width);
    style.width = `${width}px`;
    style.height = '0';
    const most = Math.max(cell.height + 1, view.height * MOST_HEIGHT);
    style.height = `${Math.min(Math.max(cell.height + 1, this.field.scrollHeight + 4), most)}px`;
    return width;
  }

  #placeHelper() {
    const box = this.field.getBoundingClientRect();
    if (this.#helper?.isOpen) placeBeside(this.#helper.element, box);
    if (!this.hint.hidden) this.hint.classList.toggle('above', this.#helper?.isOpen === true);
  }
}

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
