/** Small helpers around the document. */

export const byId = (id) => document.getElementById(id);

export function button(text, className, onClick, label = text) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  if (label !== text) element.setAttribute('aria-label', label);
  element.addEventListener('click', onClick);
  return element;
}

/** Puts a floating element next to a box, inside the window. */
export function placeBeside(element, box, { below = true } = {}) {
  const { offsetWidth: width, offsetHeight: height } = element;
  const room = window.innerHeight - box.bottom;
  const top = below ? (room >= height || room >= box.top ? box.bottom : box.top - height) : box.top;
  element.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - width - 4))}px`;
  element.style.top = `${Math.max(4, Math.min(top, window.innerHeight - height - 4))}px`;
}

/** F6 goes from one part of the page to the next: Tab belongs to the grid. */
export function listenForParts(parts) {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    const open = parts.filter((part) => !part.hidden && part.querySelector('textarea, button') !== null);
    const at = open.findIndex((part) => part.contains(document.activeElement));
    const next = open[(at + (event.shiftKey ? open.length - 1 : 1)) % open.length] ?? open[0];
    next.querySelector('textarea, button[tabindex="0"], button').focus();
  });
}

/** Asks in the page's own dialog; resolves to whether the person agreed. */
export function ask(dialog, question, details, yes, no) {
  const [title, text] = [dialog.querySelector('h2'), dialog.querySelector('p')];
  const [refuse, agree] = dialog.querySelectorAll('button');
  title.textContent = question;
  text.textContent = details;
  refuse.textContent = no;
  agree.textContent = yes;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
