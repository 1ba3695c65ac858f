// The pictures of the goods, page by page.
import { html, nothing } from '/lit/lit-html.js';
import { keyed } from '/lit/directives/keyed.js';
import { scrolled } from '../runtime/paging.js';
import { icon, perUnit, picture, tag } from '../shared/parts.js';

/** @import { Good, Produce } from '../messages.js' */
/** @import { Page, Part } from '../shared/page.js' */

export const tile = (/** @type {Page} */ page, /** @type {Produce} */ screen) => (/** @type {Good} */ good) => {
  const out = good.byWeight && !screen.scaleReady;
  const choose = () => page.send('chooseGood', { good: good.id });
  return html`<button class="tilebtn good" data-line=${good.id} ?disabled=${out} @click=${choose}>
    ${picture(good.picture, good.name)}<span class="gname">${good.name}</span>
    ${out ? tag('close', page.words.notNow, '') : perUnit(good)}
  </button>`;
};

/** @type {Part} */
const none = page =>
  html`<div class="stack center nothing-yet">
    ${icon('search')}
    <h2>${page.words.nothingFound}</h2>
  </div>`;

/**
 * The small panel's basket has no place for both buttons, so there the carrier bag is one of the goods without a
 * barcode.
 *
 * @type {Part<[Produce]>}
 */
const bag = (page, screen) => {
  if (!page.small || screen.query !== '') return nothing;
  return html`<button class="tilebtn good" data-line="bag" @click=${() => page.send('addBag')}>
    ${picture('bag', page.words.bag)}<span class="gname">${page.words.bag}</span>
  </button>`;
};

/**
 * In a frame of its own, so that other letters start at the first page.
 *
 * @type {Part<[Produce]>}
 */
export const goods = (page, screen) => {
  if (screen.goods.length === 0) return none(page);
  const tiles = screen.goods.map(tile(page, screen));
  return keyed(
    screen.query,
    html`<div class="shelf">
      <div class="list goods" @scroll=${scrolled}>${tiles}${bag(page, screen)}</div>
    </div>`,
  );
};
