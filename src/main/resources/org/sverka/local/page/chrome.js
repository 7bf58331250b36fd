/** What stands around the grid: toolbar, tabs, the line with the cell's whole content, the state of saving. */
import { cellName, rangeName } from './a1.js';
import { icon } from './icons.js';
import { texts } from './messages.js';

const TOOLS = [
  ['undo', 'redo'],
  ['insertAbove', 'insertBelow', 'deleteRows'],
  ['moveUp', 'moveDown', 'fillDown'],
  ['download', 'upload'],
  ['find', 'help'],
];

export function buildToolbar(element, commands) {
  for (const names of TOOLS) {
    const group = document.createElement('div');
    group.className = 'group';
    group.append(...names.map((name) => tool(name, commands[name])));
    element.append(group);
  }
  element.addEventListener('keydown', (event) => rove(event, [...element.querySelectorAll('button')]));
  element.querySelectorAll('button').forEach((button, index) => (button.tabIndex = index === 0 ? 0 : -1));
}

function tool(name, command) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.command = name;
  button.append(icon(name));
  const label = () => {
    button.setAttribute('aria-label', command.label());
    button.title = command.keys ? `${command.label()} (${command.keys})` : command.label();
  };
  label();
  button.addEventListener('mouseenter', label);
  button.addEventListener('focus', label);
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => command.run());
  return button;
}

function rove(event, items) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement);
  const next = items[(at + by + items.length) % items.length];
  items.forEach((item) => (item.tabIndex = item === next ? 0 : -1));
  next.focus();
}

export function showTabs(element, sheets, current, choose) {
  const tabs = sheets.map(({ sheetId, title }) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.textContent = title;
    tab.dataset.sheet = String(sheetId);
    if (sheetId === current) tab.setAttribute('aria-current', 'page');
    tab.addEventListener('click', () => choose(sheetId));
    return tab;
  });
  element.replaceChildren(...tabs);
}

/** For those who see the cell and for those who hear it. */
export function showCellLine({ name, content, announcer }, model, selection, more) {
  const { row, column } = selection.anchor;
  const cell = model.cell(row, column);
  name.textContent = selection.isSingle ? cellName(row, column) : rangeName(selection.range);
  announcer.textContent = [name.textContent, cell.v || texts.grid.emptyCell, model.protection(row, column), cell.note, ...more]
    .filter(Boolean)
    .join('. ');
  content.textContent = cell.f ?? cell.v ?? '';
  content.classList.toggle('formula', Boolean(cell.f));
}

/** By which clock times in the sheet are meant; empty where the browser does not know the zone. */
export function zoneName(timeZone) {
  const part = (timeZoneName) =>
    new Intl.DateTimeFormat('ru', { timeZone, timeZoneName }).formatToParts().find(({ type }) => type === 'timeZoneName').value;
  try {
    const [place] = part('longGeneric').split(',');
    return texts.grid.zone(place, part('shortOffset').replace('GMT', 'UTC'));
  } catch {
    return '';
  }
}

const STATUS = {
  saved: texts.status.saved,
  saving: texts.status.saving,
  offline: texts.status.offline,
  'offline-idle': texts.status.offlineIdle,
};

export function showStatus(element, state, text = STATUS[state]) {
  if (element.dataset.state === state && element.textContent === text) return;
  element.dataset.state = state;
  element.textContent = text;
}
