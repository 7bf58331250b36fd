/** The stream of other people's edits. The browser resumes it by Last-Event-ID; after a hard stop all is read anew. */

const REOPEN_MS = 2_000;

export class Live {
  /** `handlers`: change(data), up({gap}), down(). `gap`: events may have been missed. */
  constructor(url, handlers) {
    this.url = url;
    this.handlers = handlers;
    this.up = false;
  }

  /** Resolves when the stream is open, or fails to open at once. */
  open(gap = false) {
    return new Promise((resolve) => {
      const source = new EventSource(this.url);
      source.addEventListener('open', () => {
        this.up = true;
        this.handlers.up({ gap });
        gap = false;
        resolve();
      });
      source.addEventListener('change', (event) => this.handlers.change(JSON.parse(event.data)));
      source.addEventListener('error', () => {
        this.up = false;
        this.handlers.down();
        resolve();
        if (source.readyState === EventSource.CLOSED) setTimeout(() => this.open(true), REOPEN_MS);
      });
    });
  }
}
