// The pieces every screen is made of; components.css gives them their measures.
import { html, nothing } from '/lit/lit-html.js';

/** An icon of the sprite. */
export const icon = (name, kind = '') => html`<svg class="icon ${kind}" aria-hidden="true"><use href="#i-${name}"></use></svg>`;

/** Figures with the currency mark before them. */
export const money = (amount, kind = '') => html`<span class="money ${kind}"><i>¥</i>${amount}</span>`;

/** What one unit of a good costs, e.g. ¥11.90/kg. */
export const perUnit = good => html`<span class="money"><i>¥</i>${good.price}<span class="per">/${good.unit}</span></span>`;

/** A button that sends something when touched. */
export const button = (name, label, kind, act) =>
  html`<button class="btn ${kind}" @click=${act}>${name ? icon(name) : nothing}<span>${label}</span></button>`;

/** A few words with an icon; colour is the third carrier. */
export const tag = (name, label, kind) => html`<span class="tag ${kind}">${icon(name)}${label}</span>`;

/** A product picture; the sprite has one for every kind of goods. */
export const picture = name => html`<span class="pic tint-${name}"><svg aria-hidden="true"><use href="#p-${name}"></use></svg></span>`;

/** One thing that happened: icon, sentence, and what to do. */
export const notice = (kind, name, title, text = '') =>
  html`<div class="notice ${kind}" role="status">${icon(name)}<div><b>${title}</b>${text ? html`<p class="soft">${text}</p>` : nothing}</div></div>`;

/** The one mark of a result screen. */
export const emblem = (kind, name) => html`<span class="emblem ${kind}">${icon(name)}</span>`;

/** A member's mark: the first letter of the masked name. */
export const person = name => html`<span class="person" aria-hidden="true">${[...name][0] ?? ''}</span>`;

/** A ring filled to a share of 100, or turning. */
export const ring = (kind, share, inner) => html`<div class="ring ${kind}"><svg class="arc ${kind.includes('turning') ? 'spin' : ''}" viewBox="0 0 100 100" aria-hidden="true"><circle class="track" cx="50" cy="50" r="47.500"></circle><circle class="val" cx="50" cy="50" r="47.500" pathLength="100" stroke-dasharray="${share} 100"></circle></svg>${inner}</div>`;

/** A QR code, black on white in every contrast, with its quiet zone of four modules. */
export const qr = (code, label) => html`<span class="qr"><svg viewBox="-4 -4 ${code.size + 8} ${code.size + 8}" shape-rendering="crispEdges" role="img" aria-label=${label}><path fill="currentColor" d=${code.path}></path></svg></span>`;

const mark = html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true"><rect class="m-card" x=".750" y=".750" width="38.500" height="38.500" rx="10"></rect><path class="m-sun" d="M8 27a12 12 0 0 1 24 0z"></path><path class="m-line" d="M6 30.500h28"></path></svg>`;

/** The shop's mark and name. */
export const brand = c => html`<span class="brand">${mark}${c.display.shop}</span>`;

export const head = (title, beside = nothing) => html`<h1>${title}</h1>${beside}`;

export const note = text => html`<span class="note">${text}</span>`;

/** An amount under its name, where the total always stands. */
export const sum = (c, label, amount, after = nothing) => c.portrait
  ? html`<div class="sum"><div class="line"><span class="soft">${label}</span>${money(amount, 'total')}</div>${after}</div>`
  : html`<div class="sum"><span class="soft">${label}</span>${money(amount, 'total')}${after}</div>`;

/** The ways on from a verdict: side by side below it, or one above the other in the counter, where no other screen takes money. */
export const waysOn = (c, ...buttons) => html`<div class=${c.portrait ? 'pair' : 'stack push'}>${buttons}</div>`;

export const saved = text => html`<div class="saved">${icon('tag', 's')}<span>${text}</span></div>`;

/** Inclusive tax per rate, e.g. "Tax included 13% ¥10.60 · 9% ¥1.70". */
export const taxes = (c, totals) => totals.taxes.length === 0 ? nothing
  : html`<p class="taxes small soft">${c.t.taxIncluded} ${totals.taxes.map((x, n) => html`${n ? (c.zh ? '·' : ' · ') : ''}<span class="nowrap">${x.rate} ¥${x.amount}</span>`)}</p>`;

const bar = c => html`<nav class="bar" aria-label=${c.t.displayAndHelp}>
  <button @click=${() => c.send('switchLanguage')} lang=${c.zh ? 'en' : 'zh-CN'}>${icon('language')}${c.t.otherLanguage}</button>
  <button aria-pressed=${c.display.largerText} @click=${() => c.send('toggleLargerText')}>${icon('text')}${c.small ? c.t.largerTextShort : c.t.largerText}</button>
  <button aria-pressed=${c.display.highContrast} @click=${() => c.send('toggleHighContrast')}>${icon('contrast')}${c.t.contrast}</button>
  <button @click=${() => c.send('callStaff')}>${icon('help')}${c.small ? c.t.callStaffShort : c.t.callStaff}</button></nav>`;

/**
 * Shelf and counter with the bar below.
 *
 * @param {import('./types.js').Context} c
 * @param {{ kind?: string, head?: unknown, main: unknown, rail?: unknown, over?: unknown, bare?: boolean }} is
 */
export const frame = (c, is) => html`<main class="kiosk ${is.kind ?? ''} ${is.bare ? 'bare' : ''}">
  <div class="strip">${brand(c)}<span class="small soft">${c.display.online ? nothing : html`${tag('network', c.t.offlineShort, 'warn')}　`}${c.display.terminal}　${c.display.clock}</span></div>
  ${is.head ? html`<div class="head" ?inert=${c.calm}>${is.head}</div>` : nothing}
  <section class="main" ?inert=${c.calm}>${is.main}</section>
  ${is.rail ? html`<section class="rail" aria-label=${c.t.actions} ?inert=${c.calm}>${is.rail}</section>` : nothing}
  ${is.bare ? nothing : bar(c)}${is.over ?? nothing}</main>`;
