// The basket: newest line first, so the highlight and the beep always meet at the same place.
import { html, nothing } from '/lit/lit-html.js';
import { repeat } from '/lit/directives/repeat.js';
import { memberButton } from '../member/member.js';
import { happened } from '../notice/happened.js';
import { scrolled, turnPage } from '../runtime/paging.js';
import { button, dot, fade, frame, head, icon, money, note, saved, taxes } from '../shared/parts.js';
import { toTop } from '../shared/reading.js';
import { banner, leave, waitingPay } from './age.js';
import { row } from './row.js';

/** @import { Basket, MemberTag, Totals } from '../messages.js' */
/** @import { Drawn, Page, Part, View } from '../shared/page.js' */

const pageLabel = (/** @type {Page} */ page) => {
  const { words, hidden } = page;
  if (hidden < 0) return toTop(page);
  return page.portrait ? words.moreBelow(hidden) : words.moreKinds(hidden);
};

/** @type {Part<[kind: string]>} */
const pill = (page, kind) =>
  page.hidden === 0 ? nothing : button(page.hidden < 0 ? 'up' : 'down', pageLabel(page), kind, turnPage);

/** @type {Part} */
const empty = page =>
  html`<div class="stack center nothing-yet">
    ${icon('barcode')}
    <h2>${page.words.emptyBasket}</h2>
    <p class="soft">${page.words.emptyBasketText}</p>
  </div>`;

/**
 * Whether the list is so short that a pill on it would cover the newest line: then how to read on stands in the head.
 *
 * @type {(page: Page, screen: Basket) => boolean}
 */
const crowded = (page, { notice }) => page.small || (page.medium && page.largerText && notice !== null);

/** @type {Part<[Basket]>} */
const shelf = (page, screen) => {
  const { lines } = screen;
  const rows = repeat(
    lines,
    line => line.id,
    line => row(page, line),
  );
  return html`<div class="shelf">
    <ul class="list ${lines.length <= 5 ? 'roomy' : ''}" @scroll=${scrolled}>
      ${rows}
    </ul>
    ${fade(page)}${crowded(page, screen) ? nothing : pill(page, 'more')}
  </div>`;
};

/** @type {Part<[Basket]>} */
const largeHead = (page, screen) => {
  const { words, portrait } = page;
  const { items } = screen.totals;
  if (crowded(page, screen)) return head(words.basketShort, html`${pill(page, 'quiet small slim')}${cancel(page)}`);
  const count = items === 0 ? nothing : note(portrait ? words.itemsTouch(items) : words.items(items));
  return head(words.basket, html`${count}${portrait ? nothing : cancel(page)}`);
};

/** @type {View<Basket>} */
export const basket = (page, screen, over) => {
  const said = happened(page, screen.notice);
  const things = screen.lines.length === 0 ? empty(page) : shelf(page, screen);
  return frame(page, {
    kind: screen.notice ? 'basket told' : 'basket',
    head: page.small ? smallHead(page, screen.member) : largeHead(page, screen),
    main: html`${banner(page, screen.age)}${things}${page.portrait ? nothing : said}`,
    rail: page.portrait ? portraitRail(page, screen, said) : landscapeRail(page, screen),
    over,
  });
};

/**
 * The small panel's counter is full: who is shopping stands above the list in the heading's place, and how to leave;
 * then the pill has room for its arrow and figure only.
 *
 * @type {Part<[MemberTag | null]>}
 */
const smallHead = (page, member) =>
  html`<h1 class=${member ? 'unseen' : ''}>${page.words.basketShort}</h1>
    ${memberButton(page, member, 'small slim')}${member ? arrow(page) : pill(page, 'quiet small slim')}${cancel(page)}`;

/** @type {Part} */
const arrow = page => {
  const { hidden, words } = page;
  if (hidden === 0) return nothing;
  const label = hidden < 0 ? words.toTopShort : words.moreKinds(hidden);
  return html`<button class="btn quiet small slim" aria-label=${label} @click=${turnPage}>
    ${icon(hidden < 0 ? 'up' : 'down')}<span>${hidden < 0 ? '' : hidden}</span>
  </button>`;
};

/** @type {Part<[Basket, kind: string]>} */
const pay = (page, { lines, age }, kind) =>
  age
    ? waitingPay(page, kind)
    : html`<button class="btn primary ${kind}" ?disabled=${lines.length === 0} @click=${() => page.send('pay')}>
        <span>${page.words.pay}</span>
      </button>`;

/** @type {Part<[Basket, kind: string]>} */
const noBarcode = (page, { produce }, kind) => {
  const { words, portrait } = page;
  if (!produce) return nothing;
  const label = page.largerText && !portrait ? words.noBarcodeShort : words.noBarcode;
  return button(portrait ? 'nobarcode' : '', label, kind, () => page.send('noBarcode'));
};

/** @type {Part<[Totals]>} */
const portraitSum = (page, totals) => {
  const { words, largerText } = page;
  const shown = largerText && !page.chinese ? [] : totals.reductions;
  const reductions = shown.map(
    (reduction, n) => html`${n ? dot(page) : ''}<span class="nowrap">${reduction.label} ¥${reduction.amount}</span>`,
  );
  const cut = totals.saved && saved(largerText ? words.savedShort(totals.saved) : words.saved(totals.saved));
  return html`<div class="sum">
    <div class="line"><span>${words.total}</span>${money(totals.total, 'total')}</div>
    <div class="line">${cut || html`<span></span>`}<span class="small soft">${reductions}</span></div>
    ${taxes(page, totals)}
  </div>`;
};

/** @type {Part<[Basket, said: Drawn]>} */
const portraitRail = (page, screen, said) => {
  const bagButton = button('bag', page.words.bag, '', () => page.send('addBag'));
  return html`${said}${cancel(page)}${portraitSum(page, screen.totals)}${pay(page, screen, '')}
    <div class="pair">
      ${noBarcode(page, screen, '')}${bagButton}
      ${screen.age ? leave(page, screen, '') : memberButton(page, screen.member, '')}
    </div>`;
};

/** @type {Part<[Basket]>} */
const landscapeSum = (page, { totals, member, produce, age }) => {
  const { words, small, largerText } = page;
  const short = small || largerText;
  const cut = totals.saved && saved(short ? words.savedShort(totals.saved) : words.saved(totals.saved));
  const reductions = totals.reductions.map(
    reduction => html`<div class="nowrap">${reduction.label} ¥${reduction.amount}</div>`,
  );
  return html`<div class="sum">
      <span class="soft">${words.total}</span>${money(totals.total, 'total')}${cut || nothing}
    </div>
    ${short ? nothing : html`<div class="small soft">${reductions}</div>`}
    ${short || member || produce || age ? nothing : taxes(page, totals)}`;
};

/**
 * With goods without a barcode there is one button more; the small panel has the bag among those goods then.
 *
 * @type {Part<[Basket]>}
 */
const landscapeRail = (page, screen) =>
  html`${landscapeSum(page, screen)}${pay(page, screen, 'push')}
  ${page.small ? smallButton(page, screen) : mediumButtons(page, screen)}`;

/** @type {Part} */
const bag = page => {
  const label = page.small || page.largerText ? page.words.bagShort : page.words.bag;
  return button('', label, 'small', () => page.send('addBag'));
};

/**
 * Above everything else, for where a finger comes from another screen, or goes down twice, there must be nothing that
 * throws the basket away.
 *
 * @type {Part}
 */
const cancel = page => {
  const { words } = page;
  const send = () => page.send('cancel');
  return page.small
    ? html`<button class="btn quiet slim" aria-label=${words.cancel} @click=${send}>${icon('trash')}</button>`
    : button('trash', page.portrait ? words.cancel : words.cancelShort, 'quiet small slim giveup', send);
};

/** @type {Part<[Basket]>} */
const smallButton = (page, screen) => {
  const one = screen.produce ? noBarcode(page, screen, 'small') : bag(page);
  return screen.age ? html`<div class="pair">${one}${leave(page, screen, 'small')}</div>` : one;
};

/**
 * Who is shopping stands lowest: there the next screen asks for nothing.
 *
 * @type {Part<[Basket]>}
 */
const mediumButtons = (page, screen) => {
  const pair = html`<div class="pair">${noBarcode(page, screen, 'small')}${bag(page)}</div>`;
  return html`${screen.produce ? pair : bag(page)}
  ${screen.age ? leave(page, screen, 'small') : memberButton(page, screen.member, 'small')}`;
};
