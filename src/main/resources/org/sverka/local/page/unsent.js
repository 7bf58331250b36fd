/** Keeps unsent edits in the browser, one slot per window, so that a closed or reloaded window does not lose them. */

const PREFIX = 'sverka.unsent.';

export class UnsentStorage {
  #slot;

  constructor(spreadsheetId) {
    this.prefix = `${PREFIX}${spreadsheetId}.`;
    this.#slot = this.prefix + crypto.getRandomValues(new Uint32Array(2)).join('-');
  }

  /** What closed windows left behind. A window that is still open holds the lock on its slot. */
  async takeOver() {
    const locks = navigator.locks; // absent where the page did not come over https or from this machine
    const found = [];
    for (const slot of this.#slots()) {
      const free = !locks || (await locks.request(slot, { ifAvailable: true }, (lock) => lock !== null));
      if (!free) continue;
      found.push(...read(slot));
      localStorage.removeItem(slot);
    }
    locks?.request(this.#slot, () => new Promise(() => {}));
    return found.sort((a, b) => a.id - b.id);
  }

  save(operations) {
    try {
      if (operations.length === 0) localStorage.removeItem(this.#slot);
      else localStorage.setItem(this.#slot, JSON.stringify(operations));
    } catch {
      // Storage full or switched off: the edits still wait in memory, and leaving the page asks first.
    }
  }

  #slots() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
    } catch {
      return [];
    }
  }
}

function read(slot) {
  try {
    return JSON.parse(localStorage.getItem(slot)) ?? [];
  } catch {
    return [];
  }
}
