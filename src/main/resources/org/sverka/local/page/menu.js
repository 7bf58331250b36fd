/** The menu at the selection. */
import { placeBeside } from './dom.js';
import { texts } from './messages.js';

const GROUPS = [
  ['cut', 'copy', 'paste', 'clear'],
  ['insertAbove', 'insertBelow', 'deleteRows'],
  ['moveUp', 'moveDown', 'fillDown'],
  ['sortAscending', 'sortDescending'],
  ['hideRows', 'showRows', 'hideColumns', 'showColumns'],
];

export class Menu {
  constructor(element, commands, closed) {
    this.element = element;
    this.commands = commands;
    this.closed = closed;
    element.setAttribute('role', 'menu');
    element.setAttribute('aria-label', texts.menu);
    element.addEventListener('keydown', (event) => this.#key(event));
    element.addEventListener('focusout', (event) => {
      if (!element.contains(event.relatedTarget)) this.close(false);
    });
  }

  open({ left, top }) {
    this.element.replaceChildren(...GROUPS.map((names) => this.#group(names)));
    this.element.hidden = false;
    placeBeside(this.element, { left, top, bottom: top });
    this.#items[0].focus();
  }

  close(refocus = true) {
    if (this.element.hidden) return;
    this.element.hidden = true;
    if (refocus) this.closed();
  }

  get #items() {
    return [...this.element.querySelectorAll('[role=menuitem]')];
  }

  #group(names) {
    const group = document.createElement('div');
    group.setAttribute('role', 'group');
    group.append(...names.map((name) => this.#item(this.commands[name])));
    return group;
  }

  #item(command) {
    const item = document.createElement('button');
    item.type = 'button';
    item.setAttribute('role', 'menuitem');
    item.tabIndex = -1;
    const label = document.createElement('span');
    label.textContent = command.label();
    const keys = document.createElement('kbd');
    keys.textContent = command.keys;
    item.append(label, keys);
    item.addEventListener('click', () => {
      this.close();
      command.run();
    });
    item.addEventListener('mouseenter', () => item.focus());
    return item;
  }

  #key(event) {
    const items = this.#items;
    const at = items.indexOf(document.activeElement);
    const focus = (index) => items[(index + items.length) % items.length].focus();
    const act = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(-1),
      Escape: () => this.close(),
      Tab: () => this.close(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}
