// The pieces every screen is made of; the style sheets beside this file give them their measures.
import { html, nothing } from '/lit/lit-html.js';

/** @import { TemplateResult } from '/lit/lit-html.js' */
/** @import { Badge, Good, QrModules, Totals } from '../messages.js' */
/** @import { Drawn, Page, Part } from './page.js' */

/** An icon of the sprite. */
export const icon = (/** @type {string} */ name, kind = '') =>
  html`<svg class="icon ${kind}" aria-hidden="true"><use href="#i-${name}"></use></svg>`;

/** Figures with the currency mark before them. */
export const money = (/** @type {string} */ amount, kind = '') =>
  html`<span class="money ${kind}"><i>¥</i>${amount}</span>`;

/** What one unit of a good costs, e.g. ¥11.90/kg. */
export const perUnit = (/** @type {Good} */ good) =>
  html`<span class="money"><i>¥</i>${good.price}<span class="per">/${good.unit}</span></span>`;

/**
 * A button that does something when touched.
 *
 * @param {string} name of its icon; empty for none
 * @param {unknown} label
 * @param {string} kind
 * @param {() => void} act
 */
export const button = (name, label, kind, act) =>
  html`<button class="btn ${kind}" @click=${act}>${name ? icon(name) : nothing}<span>${label}</span></button>`;

/**
 * A few words with an icon; colour is the third carrier.
 *
 * @param {string} name
 * @param {unknown} label
 * @param {string} kind
 */
export const tag = (name, label, kind) => html`<span class="tag ${kind}">${icon(name)}${label}</span>`;

/**
 * A product picture; where the sprite has none, the first letter of what it is, which is no wrong picture.
 *
 * @param {string} name
 * @param {string} of the article's name
 */
export const picture = (name, of) => {
  if (name.startsWith('/')) return photo(name, of);
  return document.getElementById(`p-${name}`)
    ? html`<span class="pic tint-${name}"
        ><svg aria-hidden="true"><use href="#p-${name}"></use></svg
      ></span>`
    : html`<span class="pic letter" aria-hidden="true">${letter(of)}</span>`;
};

const letter = (/** @type {string} */ of) => [...of][0] ?? '';

const seen = (/** @type {boolean} */ whether) => (/** @type {Event} */ event) =>
  /** @type {HTMLImageElement} */ (event.currentTarget).classList.toggle('missing', !whether);

/**
 * The shop's own picture; while it is not there, or cannot be read, the first letter.
 *
 * @param {string} address
 * @param {string} of
 */
const photo = (address, of) =>
  html`<span class="pic letter photo" aria-hidden="true"
    >${letter(of)}<img src=${address} alt="" decoding="async" @load=${seen(true)} @error=${seen(false)}
  /></span>`;

/**
 * One thing that happened: icon, sentence, and what to do.
 *
 * @param {string} kind
 * @param {string} name
 * @param {string} title
 * @param {unknown} answer a button
 */
export const notice = (kind, name, title, text = '', answer = nothing) =>
  html`<div class="notice ${kind}" role="status">
    ${icon(name)}
    <div><b>${title}</b>${text ? html`<p class="soft">${text}</p>` : nothing}</div>
    ${answer}
  </div>`;

/**
 * A figure or a few words with what they are above them.
 *
 * @param {string} label
 * @param {unknown} value
 * @param {string} kind empty for what is spelled out
 */
export const stated = (label, value, kind = 'plain') =>
  html`<div>
    <div class="soft small">${label}</div>
    <div class="ref ${kind}">${value}</div>
  </div>`;

/**
 * The one mark of a result screen.
 *
 * @param {string} kind
 * @param {string} name
 */
export const emblem = (kind, name) => html`<span class="emblem ${kind}">${icon(name)}</span>`;

/** The large icon of a screen that waits for something. */
export const bigMark = (/** @type {string} */ name) => html`<span class="bigmark">${icon(name)}</span>`;

/** A member's mark: the first letter of the masked name. */
export const person = (/** @type {string} */ name) =>
  html`<span class="person" aria-hidden="true">${[...name][0] ?? icon('member')}</span>`;

/**
 * A ring filled to a share of 100, or turning.
 *
 * @param {string} kind
 * @param {number} share
 * @param {unknown} inner
 */
export const ring = (kind, share, inner) =>
  html`<div class="ring ${kind}">
    <svg class="arc ${kind.includes('turning') ? 'spin' : ''}" viewBox="0 0 100 100" aria-hidden="true">
      <circle class="track" cx="50" cy="50" r="47.500"></circle>
      <circle class="val" cx="50" cy="50" r="47.500" pathLength="100" stroke-dasharray="${share} 100"></circle>
    </svg>
    ${inner}
  </div>`;

/** A ring that turns while the page waits, with an icon in it. */
export const turning = (/** @type {string} */ name) => ring('turning', 28, icon(name));

/**
 * A QR code, black on white in every contrast, with its quiet zone of four modules.
 *
 * @param {QrModules} code
 * @param {string} label
 */
export const qr = (code, label) => {
  const side = code.size + 8;
  return html`<span class="qr">
    <svg viewBox="-4 -4 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label=${label}>
      <path fill="currentColor" d=${code.path}></path>
    </svg>
  </span>`;
};

/**
 * Counts pieces of an article; fewer than the least, by itself the last one, and more than the most it does not go.
 *
 * @param {Page} page
 * @param {{ name: string, count: number, least?: number, most?: number, kind?: string }} of
 * @param {{ less: () => void, more: () => void }} act
 */
export const stepper = ({ words }, { name, count, least = 1, most = Infinity, kind = '' }, act) =>
  html`<div class="stepper ${kind}">
    <button aria-label=${words.oneLess(name)} ?disabled=${count <= least} @click=${act.less}>${icon('minus')}</button>
    <output>${count}</output>
    <button aria-label=${words.oneMore(name)} ?disabled=${count >= most} @click=${act.more}>${icon('plus')}</button>
  </div>`;

/** Where the list goes on below. */
export const fade = (/** @type {Page} */ page) => (page.hidden > 0 ? html`<div class="fade"></div>` : nothing);

const mark = html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
  <rect class="m-card" x=".750" y=".750" width="38.500" height="38.500" rx="10"></rect>
  <path class="m-sun" d="M8 27a12 12 0 0 1 24 0z"></path>
  <path class="m-line" d="M6 30.500h28"></path>
</svg>`;

/** The shop's mark and name. */
export const brand = (/** @type {Page} */ page) => html`<span class="brand">${mark}${page.display.shop}</span>`;

/** @param {string} title */
export const head = (title, beside = /** @type {unknown} */ (nothing)) =>
  html`<h1>${title}</h1>
    ${beside}`;

export const note = (/** @type {string} */ text) => html`<span class="note">${text}</span>`;

/**
 * An amount under its name, where the total always stands.
 *
 * @param {Page} page
 * @param {string} label
 * @param {string} amount
 */
export const sum = (page, label, amount, after = /** @type {unknown} */ (nothing)) => {
  const named = html`<span class="soft">${label}</span>${money(amount, 'total')}`;
  return html`<div class="sum">${page.portrait ? html`<div class="line">${named}</div>` : named}${after}</div>`;
};

/**
 * The ways on from a verdict: side by side below it, or one above the other in the counter, where no other screen
 * takes money.
 *
 * @param {Page} page
 * @param {unknown[]} buttons
 */
export const waysOn = (page, ...buttons) => html`<div class=${page.portrait ? 'pair' : 'stack push'}>${buttons}</div>`;

export const saved = (/** @type {string} */ text) =>
  html`<div class="saved">${icon('tag', 's')}<span>${text}</span></div>`;

/** Between two things of one line. */
export const dot = (/** @type {Page} */ page) => (page.chinese ? '·' : ' · ');

/**
 * Inclusive tax per rate, e.g. "Tax included 13% ¥10.60 · 9% ¥1.70".
 *
 * @type {Part<[Totals]>}
 */
export const taxes = (page, totals) => {
  if (totals.taxes.length === 0) return nothing;
  const rates = totals.taxes.map(
    (tax, n) => html`${n ? dot(page) : ''}<span class="nowrap">${tax.rate} ¥${tax.amount}</span>`,
  );
  return html`<p class="taxes small soft">${page.words.taxIncluded} ${rates}</p>`;
};

/** @type {Part<[staff: boolean]>} */
const bar = (page, staff) => {
  const { words, display, small } = page;
  const call = small ? words.callStaffShort : words.callStaff;
  const lead = small ? words.callLeadShort : words.callLead;
  return html`<nav class="bar" aria-label=${words.displayAndHelp}>
    <button @click=${() => page.send('switchLanguage')} lang=${page.chinese ? 'en' : 'zh-CN'}>
      ${icon('language')}${words.otherLanguage}
    </button>
    <button aria-pressed=${display.largerText} @click=${() => page.send('toggleLargerText')}>
      ${icon('text')}${page.small ? words.largerTextShort : words.largerText}
    </button>
    <button aria-pressed=${display.highContrast} @click=${() => page.send('toggleHighContrast')}>
      ${icon('contrast')}${words.contrast}
    </button>
    <button @click=${() => page.send('callStaff')}>${icon('help')}${staff ? lead : call}</button>
  </nav>`;
};

/** The shop, the terminal and the time, above the shelf of a portrait panel. */
const strip = (/** @type {Page} */ page) => {
  const { online, terminal, clock } = page.display;
  const offline = online ? nothing : html`${tag('network', page.words.offlineShort, 'warn')}　 `;
  return html`<div class="strip">${brand(page)}<span class="small soft">${offline}${terminal}　${clock}</span></div>`;
};

/**
 * Whose mode it is, and when it ends by itself.
 *
 * @type {Part<[Badge]>}
 */
const band = ({ words, small }, { attendant, seconds }) =>
  html`<div class="band">
    <span>${icon('badge')}<span>${words.staffMode(attendant)}</span></span>
    <small>${small ? words.staffEndsShort(seconds) : words.staffEnds(seconds)}</small>
  </div>`;

/**
 * What a screen puts into its frame.
 *
 * @typedef {{ kind?: string, badge?: Badge, head?: unknown, main: unknown, rail?: unknown, over: Drawn,
 *   bare?: boolean }} Framed
 */

/**
 * Shelf and counter with the bar below.
 *
 * @param {Page} page
 * @param {Framed} is
 * @returns {TemplateResult}
 */
export const frame = (page, is) => {
  const { calm, words } = page;
  return html`<main class="kiosk ${is.kind ?? ''} ${is.bare ? 'bare' : ''}">
    ${is.badge ? band(page, is.badge) : strip(page)}
    ${is.head ? html`<div class="head" ?inert=${calm}>${is.head}</div>` : nothing}
    <section class="main" ?inert=${calm}>${is.main}</section>
    ${is.rail ? html`<section class="rail" aria-label=${words.actions} ?inert=${calm}>${is.rail}</section>` : nothing}
    ${is.bare ? nothing : bar(page, Boolean(is.badge))}${is.over}
  </main>`;
};
