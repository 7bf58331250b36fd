/**
 * Draws only the rows in view. Tabulator's own renderer guesses one height for all rows and loses its place when long
 * texts wrap; this one keeps the height of each row and never lets what is on screen jump.
 *
 * The first `frozen()` rows stay at the top. A height not measured yet is guessed.
 */
import { Renderer } from '/webjars/tabulator-tables/6.3.1/dist/js/tabulator_esm.min.mjs';

const BUFFER_PX = 400;

/** `hooks`: frozen() → count, guess(index) → px, drawn(index, element). */
export function rowRenderer(hooks) {
  return class extends Renderer {
    constructor(table) {
      super(table);
      this.verticalFillMode = 'fill';
      this.heights = [];
      this.tops = [0];
      this.drawn = new Map();
    }

    clearRows() {
      for (const index of [...this.drawn.keys()]) this.#erase(index);
    }

    renderRows() {
      this.#guess([]);
      this.draw();
    }

    rerenderRows(change) {
      this.refresh(change);
    }

    scrollRows() {
      this.draw();
    }

    visibleRows() {
      return [...this.drawn.values()];
    }

    /** All contents may have changed: draws anew, with the same row at the top. */
    refresh(change) {
      const top = this.#rowAt(this.elementVertical.scrollTop + this.#frozenHeight());
      const offset = this.elementVertical.scrollTop - this.tops[top];
      const measured = this.heights;
      const left = this.elementVertical.scrollLeft;
      for (const index of [...this.drawn.keys()]) this.#erase(index);
      change?.();
      this.#guess(measured);
      this.elementVertical.scrollTop = (this.tops[Math.min(top, this.tops.length - 1)] ?? 0) + offset;
      this.draw();
      this.elementVertical.scrollLeft = left; // Tabulator went to the left edge, and did not take the header along
    }

    /** The contents of one row changed. */
    redraw(index) {
      const row = this.drawn.get(index);
      if (!row) return;
      this.#fill(row, index);
      this.#measure();
    }

    draw() {
      for (let pass = 0; pass < 4; pass++) {
        const wanted = this.#wanted();
        for (const index of [...this.drawn.keys()]) if (!wanted.has(index)) this.#erase(index);
        for (const index of wanted) if (!this.drawn.has(index)) this.#insert(index);
        if (!this.#measure()) break;
      }
    }

    /** Scrolls as little as it takes to have the whole row in view. */
    reveal(index) {
      if (index < hooks.frozen()) return;
      for (let pass = 0; pass < 3; pass++) {
        const holder = this.elementVertical;
        const top = this.tops[index] - this.#frozenHeight();
        const bottom = this.tops[index + 1] - holder.clientHeight;
        if (holder.scrollTop > top) holder.scrollTop = top;
        else if (holder.scrollTop < bottom) holder.scrollTop = Math.min(bottom, top);
        this.draw();
      }
    }

    element(index) {
      return this.drawn.get(index)?.getElement() ?? null;
    }

    /** How many rows fit on a page. */
    pageSize() {
      const holder = this.elementVertical;
      const from = this.#rowAt(holder.scrollTop + this.#frozenHeight());
      return Math.max(1, this.#rowAt(holder.scrollTop + holder.clientHeight) - from - 1);
    }

    #frozenHeight() {
      return this.tops[Math.min(hooks.frozen(), this.tops.length - 1)] ?? 0;
    }

    /** Heights measured before are the better guess. */
    #guess(measured) {
      this.heights = Array.from({ length: this.rows().length }, (_, index) => measured[index] ?? hooks.guess(index));
      this.#layout();
    }

    #layout() {
      const count = this.heights.length;
      this.tops = new Array(count + 1);
      this.tops[0] = 0;
      for (let i = 0; i < count; i++) this.tops[i + 1] = this.tops[i] + this.heights[i];
      this.tableElement.style.height = `${this.tops[count]}px`;
      for (const [index, row] of this.drawn) this.#place(index, row.getElement());
    }

    #place(index, element) {
      element.classList.toggle('frozen-row', index < hooks.frozen());
      element.style.top = `${this.tops[index]}px`;
    }

    #rowAt(y) {
      let low = 0;
      let high = Math.max(0, this.tops.length - 2);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.tops[middle] <= y) low = middle;
        else high = middle - 1;
      }
      return low;
    }

    #wanted() {
      const count = this.heights.length;
      const top = this.elementVertical.scrollTop;
      const wanted = new Set();
      for (let i = 0; i < Math.min(hooks.frozen(), count); i++) wanted.add(i);
      const last = this.#rowAt(top + this.elementVertical.clientHeight + BUFFER_PX);
      for (let i = this.#rowAt(Math.max(0, top - BUFFER_PX)); i <= last && i < count; i++) wanted.add(i);
      return wanted;
    }

    #insert(index) {
      const row = this.rows()[index];
      this.#fill(row, index);
      const element = row.getElement();
      const after = [...this.drawn.keys()].filter((other) => other > index);
      const next = after.length > 0 ? this.drawn.get(Math.min(...after)).getElement() : null;
      this.tableElement.insertBefore(element, next);
      this.drawn.set(index, row);
      this.#place(index, element);
      row.rendered();
    }

    #fill(row, index) {
      row.deinitialize();
      row.initialize(false, true);
      hooks.drawn(index, row.getElement());
    }

    #erase(index) {
      const row = this.drawn.get(index);
      this.drawn.delete(index);
      row.detachElement();
      row.deleteCells(); // ten thousand rows scrolled through must not stay in memory
      row.deinitialize();
    }

    /** Takes the true heights; what is in view stays where it is. True if any height was a surprise. */
    #measure() {
      const holder = this.elementVertical;
      const line = holder.scrollTop + this.#frozenHeight();
      let above = 0;
      let surprised = false;
      for (const [index, row] of this.drawn) {
        const height = row.getElement().offsetHeight;
        const believed = this.heights[index];
        if (height === believed) continue;
        this.heights[index] = height;
        surprised = true;
        if (this.tops[index + 1] <= line && index >= hooks.frozen()) above += height - believed;
      }
      if (!surprised) return false;
      this.#layout();
      if (above !== 0) holder.scrollTop += above;
      return true;
    }
  };
}
