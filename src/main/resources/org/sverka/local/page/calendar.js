/** A month to pick a day from, in the spreadsheet's locale. The keyboard gets in with Alt+↓. */
import { button } from './dom.js';
import { texts } from './messages.js';

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export class Calendar {
  /** `locale` as a function, "ru_RU". `handlers`: picked(text), left() when the keyboard goes back to the field. */
  constructor(element, locale, handlers) {
    this.element = element;
    this.locale = () => locale().replace('_', '-');
    this.handlers = handlers;
    element.setAttribute('role', 'dialog');
    element.setAttribute('aria-label', texts.calendar.title);
    element.addEventListener('pointerdown', (event) => event.preventDefault());
    element.addEventListener('keydown', (event) => this.#key(event));
  }

  get isOpen() {
    return !this.element.hidden;
  }

  open(text) {
    this.day = this.#parse(text) ?? startOfDay(new Date());
    this.element.hidden = false;
    this.#draw();
  }

  enter() {
    this.element.querySelector('[tabindex="0"]').focus();
  }

  close() {
    this.element.hidden = true;
  }

  #format(day) {
    return new Intl.DateTimeFormat(this.locale(), { day: '2-digit', month: '2-digit', year: 'numeric' }).format(day);
  }

  /** Reads back what {@link #format} writes: the order of the parts is the locale's. */
  #parse(text) {
    const numbers = text.match(/\d+/g)?.map(Number) ?? [];
    if (numbers.length !== 3) return null;
    const order = new Intl.DateTimeFormat(this.locale()).formatToParts().filter(({ type }) => type !== 'literal');
    const part = Object.fromEntries(order.map(({ type }, index) => [type, numbers[index]]));
    const day = new Date(part.year, part.month - 1, part.day);
    return part.year > 1900 && day.getMonth() === part.month - 1 ? day : null;
  }

  #draw() {
    const head = document.createElement('div');
    head.className = 'head';
    const title = document.createElement('span');
    title.setAttribute('aria-live', 'polite');
    title.textContent = new Intl.DateTimeFormat('ru', { month: 'long', year: 'numeric' }).format(this.day);
    head.append(
      button('‹', 'plain', () => this.#go(addMonths(this.day, -1)), texts.calendar.previous),
      title,
      button('›', 'plain', () => this.#go(addMonths(this.day, 1)), texts.calendar.next),
    );
    const foot = document.createElement('div');
    foot.className = 'foot';
    foot.append(
      button(texts.calendar.today, 'plain', () => this.handlers.picked(this.#format(new Date()))),
      button(texts.calendar.clear, 'plain', () => this.handlers.picked('')),
    );
    this.element.replaceChildren(head, this.#days(), foot);
  }

  #days() {
    const grid = document.createElement('div');
    grid.className = 'days';
    const first = new Date(this.day.getFullYear(), this.day.getMonth(), 1);
    const monday = addDays(first, -((first.getDay() + 6) % 7));
    for (let i = 0; i < 7; i++) {
      const name = document.createElement('span');
      name.textContent = new Intl.DateTimeFormat('ru', { weekday: 'short' }).format(addDays(monday, i));
      grid.append(name);
    }
    const last = new Date(this.day.getFullYear(), this.day.getMonth() + 1, 0);
    for (let day = monday; day <= last || day.getDay() !== 1; day = addDays(day, 1)) grid.append(this.#day(day));
    return grid;
  }

  #day(day) {
    const label = new Intl.DateTimeFormat('ru', { dateStyle: 'long' }).format(day);
    const element = button(String(day.getDate()), 'day', () => this.handlers.picked(this.#format(day)), label);
    const chosen = day.getTime() === this.day.getTime();
    element.tabIndex = chosen ? 0 : -1;
    element.setAttribute('aria-pressed', String(chosen));
    element.classList.toggle('other', day.getMonth() !== this.day.getMonth());
    if (day.getTime() === startOfDay(new Date()).getTime()) element.setAttribute('aria-current', 'date');
    return element;
  }

  #go(day) {
    const inside = this.element.contains(document.activeElement);
    this.day = day;
    this.#draw();
    if (inside) this.enter();
  }

  #key(event) {
    const { key } = event;
    const act = STEPS[key]
      ? () => this.#go(addDays(this.day, STEPS[key]))
      : {
          PageUp: () => this.#go(addMonths(this.day, -1)),
          PageDown: () => this.#go(addMonths(this.day, 1)),
          Escape: () => this.handlers.left(),
        }[key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}

const startOfDay = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
const addDays = (date, days) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);

function addMonths(date, months) {
  const last = new Date(date.getFullYear(), date.getMonth() + months + 1, 0).getDate();
  return new Date(date.getFullYear(), date.getMonth() + months, Math.min(date.getDate(), last));
}
