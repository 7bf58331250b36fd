/** The keyboard while no cell is being edited. By physical key where letters differ between Russian and Latin layouts. */

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const CONTROL = {
  KeyZ: 'undo',
  KeyY: 'redo',
  KeyD: 'fillDown',
  KeyF: 'find',
  Slash: 'help',
};

const CONTROL_ALT = {
  Equal: 'insertAbove',
  NumpadAdd: 'insertAbove',
  Enter: 'insertBelow',
  NumpadEnter: 'insertBelow',
  Minus: 'deleteRows',
  NumpadSubtract: 'deleteRows',
  Digit9: 'hideRows',
  Digit0: 'showRows',
};

/** `app`: selection, model, view, commands, edit(options), openMenu(), clipboard. Letters are left to the field. */
export function keyOnGrid(event, app) {
  if (event.isComposing) return;
  const act = actionFor(event, app);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionFor(event, app) {
  const { key, code, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const run = (name) => name && (() => app.commands[name].run());
  if (control && altKey) return run(CONTROL_ALT[code]);
  if (control && shiftKey && code === 'KeyZ') return run('redo');
  if (altKey && shiftKey && key === 'ArrowUp') return run('moveUp');
  if (altKey && shiftKey && key === 'ArrowDown') return run('moveDown');
  if (altKey && key === 'ArrowDown') return () => app.edit({ help: true });
  if (altKey && key === 'Enter') return () => app.follow();
  if (altKey) return null;
  if (MOVES[key]) return () => app.selection.move(...MOVES[key], { extend: shiftKey, far: control });
  if (key === 'ContextMenu' || (shiftKey && key === 'F10')) return () => app.openMenu();
  if (control) return controlAction(event, app) ?? run(CONTROL[code]);
  return plainAction(event, app);
}

function controlAction({ key, code, shiftKey }, { selection, model, view }) {
  const extend = shiftKey;
  const go = (row, column) => () => (extend ? selection.extend(row, column) : selection.select(row, column));
  if (code === 'KeyA') return () => selection.setKind('all');
  if (code === 'Space') return () => selection.setKind('columns');
  if (key === 'Home') {
    return () => {
      view.scrollToStart();
      go(0, 0)();
    };
  }
  if (key === 'End') return go(Math.max(0, model.rows.length - 1), model.columnCount - 1);
  return null;
}

function plainAction({ key, code, shiftKey }, app) {
  const { selection, model, view } = app;
  const extend = shiftKey;
  const at = extend ? selection.focus : selection.anchor;
  const go = (row, column) => () => (extend ? selection.extend(row, column) : selection.select(row, column));
  switch (key) {
    case 'Enter':
      return shiftKey ? () => selection.move(-1, 0) : () => app.edit();
    case 'F2':
      return () => app.edit();
    case 'Tab':
      return () => selection.move(0, shiftKey ? -1 : 1);
    case 'Delete':
    case 'Backspace':
      return () => app.commands.clear.run();
    case 'Escape':
      return () => app.clipboard.unmark();
    case 'Home':
      return go(at.row, 0);
    case 'End':
      return go(at.row, model.columnCount - 1);
    case 'PageUp':
      return () => selection.move(-view.pageSize(), 0, { extend });
    case 'PageDown':
      return () => selection.move(view.pageSize(), 0, { extend });
    default:
      if (shiftKey && code === 'Space') return () => selection.setKind('rows');
      return null;
  }
}
