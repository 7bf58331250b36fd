/** The mouse on the grid: pick, drag, double-click, row numbers and column letters. */

const SCROLL_MS = 40;
const SCROLL_PX = 24;

/** `app`: selection, view, edit(options), follow(), openMenu(position), beforeMouse() ends what is being typed. */
export function listenToMouse(element, app) {
  let dragging = null;

  element.addEventListener('mousedown', (event) => {
    const hit = targetOf(event.target);
    if (!hit || event.target.closest('.tabulator-col-resize-handle')) return;
    event.preventDefault(); // the grid keeps the focus
    app.beforeMouse();
    app.refocus();
    if (event.button === 2) {
      if (!isSelected(hit, app)) pick(hit, app, false);
      return;
    }
    if (event.button !== 0) return;
    if (event.target.closest('.opener')) {
      app.selection.select(hit.row, hit.column);
      if (event.target.closest('.follow')) {
        app.follow();
        return;
      }
      app.edit({ help: true });
      return;
    }
    pick(hit, app, event.shiftKey);
    if (hit.kind !== 'all') dragging = hit.kind;
  });

  const drag = (x, y) => {
    const hit = targetOf(document.elementFromPoint(x, y));
    if (!hit) return;
    const { focus } = app.selection;
    const row = dragging === 'columns' ? focus.row : (hit.row ?? focus.row);
    const column = dragging === 'rows' ? focus.column : (hit.column ?? focus.column);
    if (row !== focus.row || column !== focus.column) app.selection.extend(row, column);
  };

  let timer = 0;
  const scrollAtEdge = (x, y) => {
    clearInterval(timer);
    const box = app.view.viewport;
    const dx = x > box.right - 20 ? SCROLL_PX : x < box.left + 20 ? -SCROLL_PX : 0;
    const dy = y > box.bottom - 20 ? SCROLL_PX : y < box.top + 4 ? -SCROLL_PX : 0;
    if (dx === 0 && dy === 0) return;
    timer = setInterval(() => app.view.scrollBy(dx, dy), SCROLL_MS);
  };

  document.addEventListener('mousemove', (event) => {
    if (!dragging) return;
    drag(event.clientX, event.clientY);
    scrollAtEdge(event.clientX, event.clientY);
  });
  document.addEventListener('mouseup', () => {
    dragging = null;
    clearInterval(timer);
  });

  element.addEventListener('dblclick', (event) => {
    const hit = targetOf(event.target);
    if (hit?.kind === 'cells') app.edit();
  });

  element.addEventListener('contextmenu', (event) => {
    if (!targetOf(event.target)) return;
    event.preventDefault();
    app.openMenu({ left: event.clientX, top: event.clientY });
  });
}

function targetOf(element) {
  const cell = element?.closest?.('[data-row],[data-row-head],[data-column-head],[data-corner]');
  if (!cell) return null;
  const { row, column, rowHead, columnHead } = cell.dataset;
  if (row !== undefined) return { kind: 'cells', row: Number(row), column: Number(column) };
  if (rowHead !== undefined) return { kind: 'rows', row: Number(rowHead) };
  if (columnHead !== undefined) return { kind: 'columns', column: Number(columnHead) };
  return { kind: 'all' };
}

function pick(hit, { selection }, extend) {
  if (hit.kind === 'all') selection.setKind('all');
  else if (extend) selection.extend(hit.row ?? selection.focus.row, hit.column ?? selection.focus.column);
  else selection.select(hit.row ?? 0, hit.column ?? 0, hit.kind);
}

function isSelected(hit, { selection }) {
  const { top, bottom, left, right } = selection.range;
  return (
    (hit.row === undefined || (hit.row >= top && hit.row <= bottom)) &&
    (hit.column === undefined || (hit.column >= left && hit.column <= right)) &&
    (hit.kind === 'cells' || hit.kind === selection.kind || selection.kind === 'all')
  );
}
