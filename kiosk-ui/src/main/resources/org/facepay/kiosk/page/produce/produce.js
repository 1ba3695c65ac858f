// Goods without a barcode: pictures to touch, and the letters of the alphabet for shops that have many.
import { html, nothing } from '/lit/lit-html.js';
import { turnBack, turnPage } from '../runtime/paging.js';
import { button, frame, head, icon, notice, sum } from '../shared/parts.js';
import { goods, tile } from './goods.js';
import { clear, letters } from './letters.js';

/** @import { Produce } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** How many of the goods stand above the letters of a landscape panel. */
const FOUND = 2;

/** @type {Part<[kind: string]>} */
const back = (page, kind) => {
  const short = page.small || page.largerText || (page.portrait && page.hidden !== 0);
  const label = short ? page.words.backToBasketShort : page.words.backToBasket;
  return button('back', label, kind, () => page.send('back'));
};

/**
 * @param {string} name
 * @param {string} label
 * @param {boolean} dead
 * @param {() => void} act
 * @param {string} kind
 */
const arrow = (name, label, dead, act, kind) =>
  kind === 'bare'
    ? html`<button class="btn" aria-label=${label} ?disabled=${dead} @click=${act}>${icon(name)}</button>`
    : html`<button class="btn ${kind}" ?disabled=${dead} @click=${act}>${icon(name)}<span>${label}</span></button>`;

/** @type {Part<[kind: string]>} */
const pages = (page, kind) => {
  if (page.hidden === 0) return nothing;
  const up = arrow('up', page.words.pageBack, !page.above, turnBack, kind);
  return html`${up}${arrow('down', page.words.pageOn, page.hidden < 0, turnPage, kind)}`;
};

/** @type {Part<[Produce]>} */
const noScale = (page, screen) => (screen.scaleReady ? nothing : notice('warn', 'scale', page.words.scaleNO_SCALE));

/**
 * A button that is its icon.
 *
 * @param {string} name
 * @param {string} label
 * @param {() => void} act
 */
const bare = (name, label, act) => html`<button class="btn" aria-label=${label} @click=${act}>${icon(name)}</button>`;

/**
 * What the letters typed so far have found; before the first, how it works.
 *
 * @type {Part<[Produce]>}
 */
const found = (page, screen) => {
  const { words } = page;
  if (screen.query === '') {
    return html`<div class="found"><p class="soft ${page.small ? 'small' : ''}">${words.lettersHint}</p></div>`;
  }
  const first = screen.goods.slice(0, FOUND).map(tile(page, screen));
  return html`<div class="found">
    ${typed(screen.query)}${screen.goods.length === 0 ? html`<b>${words.nothingFound}</b>` : first}
  </div>`;
};

const typed = (/** @type {string} */ query) => html`<output class="typed">${query}</output>`;

/** @type {View<Produce>} */
export const produce = (page, screen, over) => {
  if (page.portrait) return portrait(page, screen, over);
  if (screen.searching) return page.small ? smallSearching(page, screen, over) : searching(page, screen, over);
  return page.small ? smallChoosing(page, screen, over) : choosing(page, screen, over);
};

/** @type {View<Produce>} */
const portrait = (page, screen, over) => {
  const { words } = page;
  const hint = html`<p class="small soft">${words.lettersHint}</p>`;
  return frame(page, {
    kind: 'produce',
    head: head(words.produceTitle),
    main: html`${goods(page, screen)}${noScale(page, screen)}`,
    rail: html`${sum(page, words.total, screen.totals.total)}
      <div class="initials">${screen.query ? typed(screen.query) : hint}</div>
      ${letters(page, screen)}
      <div class="pair">${back(page, 'quiet')}${pages(page, 'small')}</div>`,
    over,
  });
};

/** @type {View<Produce>} */
const smallChoosing = (page, screen, over) => {
  const { words } = page;
  const side = html`${bare('back', words.backToBasket, () => page.send('back'))}
  ${bare('search', words.findByLetters, () => page.send('searchGoods'))}${pages(page, 'bare')}`;
  return frame(page, {
    kind: 'whole produce',
    main: html`<h1 class="unseen">${words.produceTitle}</h1>
      <div class="aisle">
        ${goods(page, screen)}
        <div class="side">${side}</div>
      </div>`,
    over,
  });
};

/** @type {View<Produce>} */
const choosing = (page, screen, over) => {
  const { words } = page;
  const search = screen.query
    ? clear(page, screen, '')
    : button('search', words.findByLetters, '', () => page.send('searchGoods'));
  return frame(page, {
    kind: 'produce',
    head: head(words.produceTitle, screen.query ? typed(screen.query) : nothing),
    main: html`${goods(page, screen)}
      <div class="floor"></div>`,
    rail: html`${sum(page, words.total, screen.totals.total)}${noScale(page, screen)}
      <div class="push"></div>
      ${search}
      <div class="pair">${pages(page, 'small')}</div>
      ${back(page, 'quiet small')}`,
    over,
  });
};

/** @type {View<Produce>} */
const smallSearching = (page, screen, over) => {
  const { words } = page;
  return frame(page, {
    kind: 'whole produce seeking',
    main: html`<h1 class="unseen">${words.findByLetters}</h1>
      <div class="above-letters">
        ${found(page, screen)}${bare('close', words.showAll, () => page.send('searchGoods'))}
      </div>
      ${letters(page, screen)}`,
    over,
  });
};

/** @type {View<Produce>} */
const searching = (page, screen, over) => {
  const { words } = page;
  const show = screen.query ? words.showFound(screen.goods.length) : words.showAll;
  return frame(page, {
    kind: 'produce seeking',
    head: head(words.findByLetters),
    main: html`${found(page, screen)}${letters(page, screen)}
      <div class="floor"></div>`,
    rail: html`${sum(page, words.total, screen.totals.total)}${noScale(page, screen)}
      <div class="push"></div>
      ${button('list', show, '', () => page.send('searchGoods'))}${back(page, 'quiet small')}`,
    over,
  });
};
