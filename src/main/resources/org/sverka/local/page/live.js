/** The stream of other people's edits. Whoever was cut off reads everything anew: nothing is missed that way. */

const REOPEN_MS = 2_000;

export class Live {
  /** `handlers`: change(data), up({gap}), down(). `gap`: events may have been missed. */
  constructor(url, handlers) {
    this.url = url;
    this.handlers = handlers;
    this.up = false;
    this.gap = false;
  }

  /** Resolves when the stream is open, or fails to open at once. */
  open() {
    return new Promise((resolve) => {
      const source = new EventSource(this.url);
      source.addEventListener('open', () => {
        this.up = true;
        this.handlers.up({ gap: this.gap });
        this.gap = false;
        resolve();
      });
      source.addEventListener('change', (event) => this.handlers.change(JSON.parse(event.data)));
      source.addEventListener('error', () => {
        this.up = false;
        this.gap = true;
        this.handlers.down();
        resolve();
        if (source.readyState === EventSource.CLOSED) setTimeout(() => this.open(), REOPEN_MS);
      });
    });
  }
}
