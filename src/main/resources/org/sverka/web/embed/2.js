/**
 * <sverka-roadmap>: a roadmap kept by Sverka, on any page. docs/embedding.md says what the attributes are.
 *
 * It asks the feed, and nothing else; puts texts into the page as text only; takes its styles from a constructed style
 * sheet, which no Content-Security-Policy has to allow. What it showed last it keeps, and shows while the feed is away.
 */
(() => {
  'use strict';

  const TEXTS = {
    waiting: 'Загружаем дорожную карту…',
    away: 'Дорожная карта сейчас недоступна. Попробуйте открыть страницу позже.',
    wrong: 'Отбор мероприятий на этой странице задан неверно.',
    unknown: 'Такой дорожной карты нет.',
    lost: 'Нет связи с источником.',
    kept: (reason, date) => `${reason} Показаны сведения на ${date}.`,
    stale: (date) => `С ${date} таблица не читается. Показано последнее проверенное состояние.`,
    none: 'Таких мероприятий нет.',
    measure: (number) => `Мероприятие ${number}`,
    term: 'Срок:',
    completed: (date) => `Дата исполнения: ${date}`,
    held: (column) => `«${column}» — прежнее значение: почему`,
    columns: { status: 'Статус', completedOn: 'Дата исполнения', evidence: 'Подтверждение' },
    responsible: 'Исполнители',
    progress: 'Ход исполнения',
    evidence: 'Подтверждение',
    updated: (date) => `Обновлено ${date}`,
    log: 'Журнал изменений',
    source: 'Дорожная карта целиком',
    zones: { 'Europe/Moscow': 'МСК', 'Europe/Kaliningrad': 'МСК−1' },
  };

  const STYLES = `
    :host { display: block; container-type: inline-size; color: var(--sverka-color, inherit);
      background: var(--sverka-background, transparent); font-family: var(--sverka-font, inherit);
      padding: var(--sverka-padding, 0); line-height: 1.5; overflow-wrap: anywhere; }
    :host([hidden]) { display: none; }
    * { box-sizing: border-box; }
    h2, h3, h4, h5, h6 { margin: 1.5em 0 .5em; line-height: 1.25; font-weight: 650; font-size: 1.0625em; text-wrap: balance; }
    .title { margin-top: 0; font-size: 1.25em; }
    p, ul, dl, dd { margin: 0; padding: 0; }
    ul { list-style: none; }
    a { color: var(--sverka-link, inherit); text-underline-offset: .18em; }
    a:focus-visible { outline: 3px solid; outline-offset: 2px; border-radius: 2px; }
    .notice { border-inline-start: 4px solid; padding: .5em .875em; margin: .75em 0; }
    .bar { display: flex; gap: 2px; height: 1em; margin: .75em 0; border-radius: .5em; overflow: hidden; }
    .dot { display: inline-block; width: .75em; height: .75em; border-radius: 50%; margin-inline-end: .4em; }
    .bar, .dot { forced-color-adjust: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .s0 { background: var(--sverka-status-0, #7d8794); } .s1 { background: var(--sverka-status-1, #3f7fc4); }
    .s2 { background: var(--sverka-status-2, #2e8b57); } .s3 { background: var(--sverka-status-3, #1f8f98); }
    .s4 { background: var(--sverka-status-4, #b57a14); } .s5 { background: var(--sverka-status-5, #8a6bbf); }
    .s6 { background: var(--sverka-status-6, #b7606f); }
    .counts { display: flex; flex-wrap: wrap; gap: .25em 1.5em; }
    .measures > li { border-top: 1px solid var(--sverka-border, color-mix(in srgb, currentColor 25%, transparent));
      padding: .875em 0; break-inside: avoid; }
    .text, .report { white-space: pre-line; }
    .number { font-weight: 650; margin-inline-end: .25em; }
    .state { display: flex; flex-wrap: wrap; align-items: baseline; gap: .125em 1.25em; margin-top: .375em; font-size: .9375em; }
    .status { font-weight: 600; }
    .held { border: 1px solid; border-radius: 4px; padding: 0 .4em; }
    .sides { display: grid; gap: .75em 2em; margin-top: .75em; font-size: .9375em; }
    .sides dt { font-weight: 600; }
    .sides dd + dd { margin-top: .25em; }
    .sides dd + dt { margin-top: .5em; }
    .foot { display: flex; flex-wrap: wrap; gap: .25em 1.5em; margin-top: 1em; font-size: .9375em; }
    @container (min-width: 40em) { .sides { grid-template-columns: 1fr 1fr; } }
    @media print { a { text-decoration: none; } .foot a::after { content: " (" attr(href) ")"; } }
  `;

  const FILTERS = ['section', 'party', 'body', 'status', 'year', 'q'];
  const SHOWN = ['roadmap', 'server', 'view', 'heading'];
  const KNOWN = [...FILTERS, ...SHOWN, 'refresh'];
  const VIEWS = ['full', 'compact', 'summary'];
  const HEADINGS = ['2', '3', '4', '5'];
  const USUAL_HEADING = '3';
  const USUAL_REFRESH = 5;
  const LONGEST_REFRESH = 60;

  /** What any element may have, and what frameworks put on theirs: names that are more than letters. */
  const COMMON =
    /[^a-z]|^(accesskey|autofocus|class|contenteditable|dir|draggable|enterkeyhint|exportparts|hidden|id|inert|inputmode|is|item.+|lang|nonce|on.+|part|popover|role|slot|spellcheck|style|tabindex|title|translate)$/;
  const COLOURS = 7;
  const MINUTE = 60_000;
  const LONGEST_ANSWER = 10_000;
  const LONGEST_PAUSE = LONGEST_REFRESH * MINUTE;

  /** Also far below what a timer can count: one that overflows goes off at once, again and again. */
  const LONGEST_RETRY = 24 * 60 * MINUTE;
  const KEY = 'sverka-roadmap ';

  const script = document.currentScript;
  const HOME = script ? script.src.replace(/\/embed(\/[^/]*)?\.js([?#].*)?$/, '') : '';

  /** Controls, marks that turn the direction of writing, and what has no width. */
  const HIDDEN =
    /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu;
  const code = (c) => `⟨U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
  const text = (value) => (typeof value === 'string' ? value.replace(HIDDEN, code) : '');
  const list = (value) => (Array.isArray(value) ? value : []);

  /** An element; children are elements or texts, never markup. */
  function make(name, attributes, ...children) {
    const node = document.createElement(name);
    Object.entries(attributes ?? {}).forEach(([key, value]) => node.setAttribute(key, value));
    node.append(...children.filter((child) => child !== '' && child !== null));
    return node;
  }

  /** An element without what is in it. */
  const shell = (node) => [node.nodeName, ...Array.from(node.attributes, (each) => `${each.name}=${each.value}`)].join(' ');
  const alike = (one, other) => one.attributes && other.attributes && shell(one) === shell(other);

  function next(from, is) {
    while (from && !is(from)) from = from.nextSibling;
    return from;
  }

  /** Makes these the children. What stays the same stays in its place, and with it the reader's focus, selection and scroll. */
  function settle(parent, nodes) {
    let there = parent.firstChild;
    const dropTo = (end) => {
      while (there !== end) {
        const gone = there;
        there = there.nextSibling;
        gone.remove();
      }
    };
    nodes.forEach((node) => {
      const same = next(there, (old) => old.isEqualNode(node)) ?? next(there, (old) => alike(old, node));
      if (!same) return parent.insertBefore(node, there);
      dropTo(same);
      if (!same.isEqualNode(node)) settle(same, [...node.childNodes]);
      there = same.nextSibling;
    });
    dropTo(null);
  }

  const foreign = (name, className, value) => make(name, { class: className, dir: 'auto' }, text(value));

  /** A plain name, or one in Russian letters to its very end: of two alphabets one could pass for the other. */
  const LINK =
    /^https:\/\/(?:([a-z0-9-]+(?:\.[a-z0-9-]+)+)|(?:www\.)?(?:[а-яё0-9-]+\.)+[а-яё]{2,})(?::\d{1,5})?(?:[/?#][^\s\\]*)?$/;

  /** A link where it surely is one, else its text. */
  function evidence(line) {
    const plain = LINK.exec(line.trim());
    let url = null;
    try {
      url = plain && new URL(plain[0]);
    } catch {
      url = null;
    }
    if (!url || (plain[1] && url.hostname !== plain[1])) return make('span', { dir: 'ltr' }, text(line));
    return make('a', { href: url.href, rel: 'noopener noreferrer nofollow ugc', dir: 'ltr' }, text(line));
  }

  function zoneOf(feed) {
    try {
      return new Intl.DateTimeFormat('ru', { timeZone: feed.roadmap.timeZone }).resolvedOptions().timeZone;
    } catch {
      return 'UTC';
    }
  }

  /** «23.11.2026 14:05 МСК». */
  function moment(iso, timeZone) {
    const date = new Date(iso);
    if (Number.isNaN(date.getTime())) return text(iso);
    const two = '2-digit';
    const form = { timeZone, day: two, month: two, year: 'numeric', hour: two, minute: two, timeZoneName: 'short' };
    const part = {};
    new Intl.DateTimeFormat('ru', form).formatToParts(date).forEach(({ type, value }) => (part[type] = value));
    const zone = TEXTS.zones[timeZone] ?? part.timeZoneName;
    return `${part.day}.${part.month}.${part.year} ${part.hour}:${part.minute} ${zone}`;
  }

  const day = (iso) => text(iso).replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1');

  /** Keeps the last copy of each view; where nothing may be kept, there is none. */
  const shelf = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(KEY + key));
      } catch {
        return null;
      }
    },
    write(key, copy) {
      try {
        localStorage.setItem(KEY + key, JSON.stringify(copy));
      } catch {
        // Full or forbidden: the page is shown all the same.
      }
    },
  };

  /** For the webmaster: what is there instead. */
  const warn = (wrong, allowed) => console.warn(`sverka-roadmap: ${wrong}; there are: ${allowed.join(', ')}`);

  const isText = (value) => typeof value === 'string';
  const isMeasure = (one) => isText(one?.number) && isText(one.text);
  const isSection = (one) => isText(one?.number) && isText(one.title) && Array.isArray(one.measures) && one.measures.every(isMeasure);

  /** Whether there is what is always shown. */
  const isFeed = (feed) =>
    isText(feed?.roadmap?.id) &&
    isText(feed.roadmap.title) &&
    isText(feed.changedAt) &&
    Number.isInteger(feed.revision) &&
    Object.values(feed.summary?.byStatus ?? ['']).every(Number.isInteger) &&
    Array.isArray(feed.sections) &&
    feed.sections.every(isSection);

  class Refusal extends Error {
    constructor(response) {
      super(`${response.url} answered ${response.status}`);
      this.status = response.status;
      this.pause = (Number(response.headers.get('Retry-After')) || 0) * 1000;
    }
  }

  /** Asks with the tag of what the browser has: while nothing changed, the answer is 304 and empty. */
  async function load(url) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), LONGEST_ANSWER);
    try {
      const options = { cache: 'no-cache', credentials: 'omit', redirect: 'error', signal: limit.signal };
      const response = await fetch(url, options);
      if (!response.ok) {
        if (response.status === 400) console.warn('sverka-roadmap:', await response.json());
        throw new Refusal(response);
      }
      return { at: response.headers.get('Sverka-Checked-At'), body: await response.json() };
    } finally {
      clearTimeout(timer);
    }
  }

  const underWay = new Map();

  /** However many elements of a page ask the same at once, one request is made. */
  function ask(url) {
    if (!underWay.has(url)) underWay.set(url, load(url).finally(() => underWay.delete(url)));
    return underWay.get(url);
  }

  /** Draws one answer of the feed. */
  class Drawing {
    constructor(feed, top, level, view) {
      this.feed = feed;
      this.page = `${top}/${encodeURIComponent(feed.roadmap.id)}`;
      this.level = level;
      this.view = view;
      this.zone = zoneOf(feed);
      this.statuses = list(feed.roadmap.statuses);
      this.parties = list(feed.roadmap.parties);
    }

    nodes(notice) {
      const { feed, page } = this;
      const title = make('a', { href: page }, text(feed.roadmap.title));
      const nodes = [make(`h${this.level}`, { class: 'title', part: 'title', dir: 'auto' }, title)];
      if (notice) nodes.push(make('p', { class: 'notice', part: 'notice', role: 'status' }, notice));
      nodes.push(...this.summary());
      if (this.view !== 'summary') nodes.push(...this.sections());
      nodes.push(
        make(
          'p',
          { class: 'foot', part: 'foot' },
          make('span', null, TEXTS.updated(moment(feed.changedAt, this.zone))),
          make('a', { href: `${page}/log` }, TEXTS.log),
          make('a', { href: page }, TEXTS.source),
        ),
      );
      return nodes;
    }

    label(key) {
      return text(this.statuses.find((status) => status?.key === key)?.name) || text(key);
    }

    colour(key) {
      return `s${Math.max(0, this.statuses.findIndex((status) => status?.key === key)) % COLOURS}`;
    }

    dot(key) {
      return make('span', { class: `dot ${this.colour(key)}`, 'aria-hidden': 'true' });
    }

    summary() {
      const counts = Object.entries(this.feed.summary?.byStatus ?? {}).filter(([, count]) => count > 0);
      if (counts.length === 0) return [make('p', null, TEXTS.none)];
      const spoken = counts.map(([key, count]) => `${this.label(key)}: ${Number(count)}`).join(', ');
      const bar = make('div', { class: 'bar', part: 'bar', role: 'img', 'aria-label': spoken });
      const legend = make('ul', { class: 'counts', part: 'counts' });
      counts.forEach(([key, count]) => {
        const share = make('span', { class: this.colour(key) });
        share.style.flexGrow = Number(count);
        bar.append(share);
        legend.append(make('li', null, this.dot(key), `${this.label(key)}: ${Number(count)}`));
      });
      return [bar, legend];
    }

    sections() {
      return this.feed.sections.flatMap((section) => [
        foreign(`h${this.level + 1}`, 'section', `${section?.number}. ${section?.title}`),
        make(
          'ul',
          { class: 'measures', part: 'measures', 'data-number': text(section?.number) },
          ...list(section?.measures).map((m) => this.measure(m ?? {})),
        ),
      ]);
    }

    measure(measure) {
      const number = text(measure.number);
      const href = `${this.page}/measures/${encodeURIComponent(number)}`;
      const link = make('a', { class: 'number', href, 'aria-label': TEXTS.measure(number) }, number);
      const words = make('p', { class: 'text' }, link, ' ', foreign('span', '', measure.text));
      const item = make('li', { part: 'measure', 'data-number': number }, words);
      item.append(this.state(measure));
      if (this.view === 'full') {
        const sides = this.parties.map((party) => this.side(measure, party)).filter((side) => side.childElementCount > 0);
        if (sides.length > 0) item.append(make('div', { class: 'sides' }, ...sides));
        const links = list(measure.evidence).filter((line) => typeof line === 'string');
        if (links.length > 0) item.append(this.proof(links));
      }
      return item;
    }

    state(measure) {
      const state = make('p', { class: 'state' });
      if (measure.status) {
        state.append(make('span', { class: 'status' }, this.dot(measure.status), this.label(measure.status)));
      }
      if (measure.completedOn) state.append(make('span', null, TEXTS.completed(day(measure.completedOn))));
      state.append(make('span', null, `${TEXTS.term} `, foreign('span', '', measure.term?.text)));
      list(measure.held).forEach((held) => {
        const why = TEXTS.held(this.column(held?.column));
        state.append(make('a', { class: 'held', href: `${this.page}/log/${Number(held?.entry)}` }, why));
      });
      return state;
    }

    column(key) {
      const party = this.parties.find((side) => side?.key && key === `progress.${side.key}`);
      return party ? `${TEXTS.progress}, ${text(party.name)}` : text(TEXTS.columns[key]) || text(key);
    }

    side(measure, party) {
      const bodies = list(measure.responsible?.[party?.key]);
      const progress = text(measure.progress?.[party?.key]);
      const side = make('dl', null);
      if (bodies.length > 0) {
        side.append(make('dt', null, `${TEXTS.responsible}, ${text(party.name)}`));
        bodies.forEach((body) => side.append(foreign('dd', 'body', body)));
      }
      if (progress) {
        side.append(make('dt', null, `${TEXTS.progress}, ${text(party.name)}`), foreign('dd', 'report', progress));
      }
      return side;
    }

    proof(lines) {
      const links = lines.map((line) => make('li', null, evidence(line)));
      return make('div', { class: 'sides' }, make('div', null, make('strong', null, TEXTS.evidence), make('ul', null, ...links)));
    }
  }

  class SverkaRoadmap extends HTMLElement {
    static observedAttributes = KNOWN;

    #shown = '';
    #failures = 0;
    #turn = 0;
    #timer = 0;
    #due = false;
    #wrong = false;
    #onSight = () => this.#due && !document.hidden && this.#refresh();

    connectedCallback() {
      if (!this.shadowRoot) this.#open();
      document.addEventListener('visibilitychange', this.#onSight);
      this.#begin();
    }

    disconnectedCallback() {
      document.removeEventListener('visibilitychange', this.#onSight);
      clearTimeout(this.#timer);
      this.#turn++;
    }

    /** Attributes that change together are answered together. */
    attributeChangedCallback() {
      if (!this.isConnected || !this.shadowRoot) return;
      const turn = ++this.#turn;
      queueMicrotask(() => turn === this.#turn && this.#begin());
    }

    #open() {
      const root = this.attachShadow({ mode: 'open' });
      if ('adoptedStyleSheets' in root) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLES);
        root.adoptedStyleSheets = [sheet];
      } else {
        root.append(make('style', null, STYLES));
      }
      root.append(make('div', { lang: 'ru', part: 'roadmap' }));
    }

    /** Empty if there can be none. */
    get #server() {
      try {
        const url = new URL(this.getAttribute('server') || HOME, document.baseURI);
        return /^https?:$/.test(url.protocol) ? url.href.replace(/\/+$/, '') : '';
      } catch {
        return '';
      }
    }

    get #query() {
      const query = new URLSearchParams();
      FILTERS.filter((name) => this.getAttribute(name)).forEach((name) => query.set(name, this.getAttribute(name)));
      return query.toString();
    }

    get #key() {
      return `${this.#server} ${this.getAttribute('roadmap') ?? ''}?${this.#query}`;
    }

    get #view() {
      return this.getAttribute('view') || VIEWS[0];
    }

    get #heading() {
      return this.getAttribute('heading') || USUAL_HEADING;
    }

    get #minutes() {
      return Number(this.getAttribute('refresh') || USUAL_REFRESH);
    }

    /** Whether the attribute with that name has one of the values that there are. */
    #check(name, isRight, allowed) {
      if (!isRight) warn(`no ${name} ${this.getAttribute(name)}`, allowed);
      return isRight;
    }

    /** Those without which nothing can be shown. */
    #checkNeeded() {
      return (
        this.#check('server', this.#server !== '', ['addresses that begin with https://']) &&
        this.#check('view', VIEWS.includes(this.#view), VIEWS)
      );
    }

    /** Those in whose place there is a usual value, which readers need not know. */
    #checkOthers() {
      const strangers = this.getAttributeNames().filter((name) => !KNOWN.includes(name) && !COMMON.test(name));
      strangers.forEach((name) => warn(`no attribute ${name}`, KNOWN));
      this.#check('heading', HEADINGS.includes(this.#heading), HEADINGS);
      const inTime = this.#minutes >= 1 && this.#minutes <= LONGEST_REFRESH;
      this.#check('refresh', inTime, [`minutes from 1 to ${LONGEST_REFRESH}`]);
      this.#wrong = strangers.length > 0;
    }

    /** Shows what is kept, then asks for what is new. */
    #begin() {
      clearTimeout(this.#timer);
      this.#due = false;
      this.#turn++;
      this.#failures = 0;
      this.#shown = '';
      this.#checkOthers();
      if (!this.#checkNeeded()) {
        this.#say(TEXTS.wrong);
        return;
      }
      const copy = shelf.read(this.#key);
      if (isFeed(copy?.feed)) {
        this.#draw(copy, '');
      } else {
        this.#say(TEXTS.waiting);
      }
      this.#refresh();
    }

    async #refresh() {
      clearTimeout(this.#timer);
      this.#due = false;
      const turn = ++this.#turn;
      const key = this.#key;
      let pause = 0;
      try {
        const copy = await this.#fetch();
        if (turn !== this.#turn) return;
        this.#failures = 0;
        shelf.write(key, copy);
        this.#draw(copy, '');
      } catch (failure) {
        const reason = await this.#reason(failure);
        if (turn !== this.#turn) return;
        this.#failures++;
        pause = failure.pause ?? 0;
        this.#fail(shelf.read(key), reason);
      }
      this.#wait(pause);
    }

    async #fetch() {
      const api = `${this.#server}/api/v1/roadmaps`;
      const query = this.#query ? `?${this.#query}` : '';
      const id = this.getAttribute('roadmap') || (await ask(api)).body.roadmaps[0].id;
      const { at, body } = await ask(`${api}/${encodeURIComponent(id)}${query}`);
      if (!isFeed(body)) throw new Error('not a feed');
      return { at: at ?? body.changedAt, feed: body };
    }

    /** What the webmaster has to mend; empty if it is only that we do not answer. */
    async #reason(failure) {
      if (failure.status === 400) return TEXTS.wrong;
      const id = this.getAttribute('roadmap');
      if (failure.status !== 404 || !id) return '';
      try {
        const ids = (await ask(`${this.#server}/api/v1/roadmaps`)).body.roadmaps.map((roadmap) => text(roadmap.id));
        if (ids.includes(id)) return '';
        warn(`no roadmap ${id}`, ids);
        return TEXTS.unknown;
      } catch {
        return '';
      }
    }

    /** Every few minutes, never at the same moment as others, and ever more seldom while nobody answers. */
    #wait(pause) {
      const minutes = this.#minutes >= 1 && this.#minutes <= LONGEST_REFRESH ? this.#minutes : USUAL_REFRESH;
      const usual = Math.min(LONGEST_PAUSE, minutes * MINUTE * 2 ** this.#failures);
      this.#timer = setTimeout(
        () => {
          this.#due = true;
          this.#onSight();
        },
        Math.max(Math.min(LONGEST_RETRY, pause), usual * (0.9 + Math.random() * 0.2)),
      );
    }

    #fail(copy, reason) {
      if (isFeed(copy?.feed)) {
        this.#draw(copy, TEXTS.kept(reason || TEXTS.lost, moment(copy.at, zoneOf(copy.feed))));
      } else {
        this.#say(reason || TEXTS.away);
      }
    }

    /** What is on the page already stays, so that no reader loses their place. */
    #draw({ feed }, notice) {
      const strange = this.#wrong ? TEXTS.wrong : '';
      const stale = feed.staleSince ? TEXTS.stale(moment(feed.staleSince, zoneOf(feed))) : '';
      const shown = JSON.stringify([feed, notice]);
      if (shown === this.#shown) return;
      const level = Number(HEADINGS.includes(this.#heading) ? this.#heading : USUAL_HEADING);
      const drawing = new Drawing(feed, this.#server, level, this.#view);
      settle(this.shadowRoot.lastElementChild, drawing.nodes([strange, notice || stale].filter(Boolean).join(' ')));
      this.#shown = shown;
    }

    /** What the page has inside the tag, such as a link, is shown along with it. */
    #say(message) {
      const words = make('p', { class: 'notice', part: 'notice', role: 'status' }, message);
      settle(this.shadowRoot.lastElementChild, [words, make('slot')]);
      this.#shown = '';
    }
  }

  if (!customElements.get('sverka-roadmap')) customElements.define('sverka-roadmap', SverkaRoadmap);
})();
