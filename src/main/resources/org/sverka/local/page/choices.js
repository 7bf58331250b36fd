/** The list under a cell that should hold one of a few texts. Anything may still be typed: the server judges. */
import { texts } from './messages.js';

export class Choices {
  #options = [];
  #shown = [];
  #at = -1;

  constructor(element, field, picked) {
    this.element = element;
    this.field = field;
    this.picked = picked;
    element.setAttribute('aria-label', texts.editor.choices);
    element.addEventListener('pointerdown', (event) => {
      event.preventDefault(); // the field keeps the focus
      const option = event.target.closest('[role=option]');
      if (option) this.picked(option.textContent);
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** The option the arrow keys stand on, or null. */
  get current() {
    return this.isOpen && this.#at >= 0 ? this.#shown[this.#at] : null;
  }

  open(options, typed) {
    this.#options = options;
    this.element.hidden = false;
    this.field.setAttribute('aria-autocomplete', 'list');
    this.field.setAttribute('aria-controls', this.element.id);
    this.filter(typed);
    const present = this.#shown.indexOf(this.field.value);
    if (typed === '' && present >= 0) this.#mark(present);
  }

  enter() {
    this.step(1);
  }

  close() {
    this.element.hidden = true;
    this.#at = -1;
    for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) this.field.removeAttribute(name);
  }

  filter(typed) {
    if (!this.isOpen) return;
    const needle = typed.trim().toLowerCase();
    this.#shown = this.#options.filter((option) => option.toLowerCase().includes(needle));
    this.#at = -1;
    this.field.removeAttribute('aria-activedescendant');
    this.element.replaceChildren(...this.#shown.map((text, index) => this.#option(text, index)));
    if (this.#shown.length === 0) this.element.append(this.#nothing());
    if (needle !== '' && this.#shown[0]?.toLowerCase().startsWith(needle)) this.#mark(0);
  }

  step(by) {
    if (this.#shown.length > 0) this.#mark((this.#at + by + this.#shown.length) % this.#shown.length);
  }

  #mark(index) {
    this.#at = index;
    [...this.element.children].forEach((child, i) => child.setAttribute('aria-selected', String(i === index)));
    this.element.children[index].scrollIntoView({ block: 'nearest' });
    this.field.setAttribute('aria-activedescendant', this.element.children[index].id);
  }

  #option(text, index) {
    const element = document.createElement('div');
    element.id = `choice-${index}`;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    element.textContent = text;
    return element;
  }

  #nothing() {
    const element = document.createElement('div');
    element.className = 'nothing';
    element.setAttribute('role', 'option');
    element.setAttribute('aria-disabled', 'true');
    element.textContent = texts.editor.noChoice;
    return element;
  }
}
