/** Drawings for the buttons, 24 × 24, one stroke. */

const PATHS = {
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'm15 14 5-5-5-5m5 5H10a6 6 0 0 0 0 12h3',
  insertAbove: 'M4 13h16v7H4zM12 3v7m-3.5-3.5h7',
  insertBelow: 'M4 4h16v7H4zm8 10v7m-3.5-3.5h7',
  deleteRows: 'M4 4h16v7H4zm5 11 6 6m0-6-6 6',
  moveUp: 'M12 20V5m-6 6 6-6 6 6',
  moveDown: 'M12 4v15m6-6-6 6-6-6',
  fillDown: 'M5 4h14v5H5zm7 8v9m-4-4 4 4 4-4',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  upload: 'M12 15V4m-5 5 5-5 5 5M5 20h14',
  find: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8m0 3v.01',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
