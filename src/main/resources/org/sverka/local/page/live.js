/**
 * The stream of other people's edits. Whoever was cut off reads everything anew: nothing is missed that way.
 *
 * A window nobody looks at lets its stream go after a while: a browser has six connections for one host, and a seventh
 * window would otherwise wait for ever.
 */

const REOPEN_MS = 2_000;
const HIDDEN_MS = 30_000;

export class Live {
  /** `handlers`: change(data), presence(news), up({gap}), down(). `gap`: events may have been missed. */
  constructor(url, handlers) {
    this.url = url;
    this.handlers = handlers;
    this.up = false;
    this.gap = false;
    this.resting = false;
    document.addEventListener('visibilitychange', () => this.#watched(document.visibilityState === 'visible'));
  }

  /** Resolves when the stream is open, or fails to open at once. */
  open() {
    return new Promise((resolve) => {
      const source = new EventSource(this.url);
      this.source = source;
      source.addEventListener('open', () => {
        this.up = true;
        this.handlers.up({ gap: this.gap });
        this.gap = false;
        resolve();
      });
      source.addEventListener('change', (event) => this.handlers.change(JSON.parse(event.data)));
      source.addEventListener('presence', (event) => this.handlers.presence(JSON.parse(event.data)));
      source.addEventListener('error', () => {
        this.up = false;
        this.gap = true;
        this.handlers.down();
        resolve();
        if (source.readyState === EventSource.CLOSED) setTimeout(() => this.resting || this.open(), REOPEN_MS);
      });
    });
  }

  #watched(visible) {
    clearTimeout(this.timer);
    if (!visible) this.timer = setTimeout(() => this.#rest(), HIDDEN_MS);
    else if (this.resting) {
      this.resting = false;
      this.open();
    }
  }

  #rest() {
    this.source?.close();
    this.resting = true;
    this.up = false;
    this.gap = true;
  }
}
