// What a vending machine holds: pictures to touch, and what was chosen on the counter.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled, turnBack, turnPage } from '../runtime/paging.js';
import { button, fade, frame, head, icon, money, picture, sum } from '../shared/parts.js';

/** @import { Chosen, Shelf, Slot } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

const tile = (/** @type {Page} */ page) => (/** @type {Slot} */ slot) => {
  const sold = slot.selling === 'SOLD';
  const said = slot.selling === 'SOLD_OUT' ? page.words.slotSoldOut : page.words.slotOff;
  const price = sold ? money(slot.price) : html`<span class="sub">${icon('close')}${said}</span>`;
  return html`<button
    class="tilebtn good ${sold ? '' : 'lost'}"
    data-line=${slot.id}
    aria-pressed=${slot.pieces > 0}
    ?disabled=${!sold}
    @click=${() => page.send('chooseGood', { good: slot.id })}
  >
    ${picture(slot.picture, slot.name)}<span class="gname">${slot.name}</span>${price}
    ${slot.pieces > 0 ? html`<span class="count">×${slot.pieces}</span>` : nothing}
  </button>`;
};

/**
 * @param {Page} page
 * @param {'up' | 'down'} name
 * @param {boolean} dead
 * @param {() => void} act
 */
const arrow = (page, name, dead, act) => {
  const label = name === 'up' ? page.words.pageBack : page.words.pageOn;
  return html`<button class="btn small" aria-label=${label} ?disabled=${dead} @click=${act}>
    ${icon(name)}${page.small || page.largerText ? nothing : html`<span>${label}</span>`}
  </button>`;
};

/** @type {Part} */
export const pages = page => {
  if (page.hidden === 0) return nothing;
  return html`<div class="pair">
    ${arrow(page, 'up', !page.above, turnBack)}${arrow(page, 'down', page.hidden < 0, turnPage)}
  </div>`;
};

/** More lines than these have no room below the shelf; how many pieces and the total always have. */
const LINES = 4;

/** @type {Part<[Chosen]>} */
const basket = (page, { lines }) => {
  if (!page.portrait || page.largerText || lines.length > LINES) return nothing;
  return html`<ul class="picks">
    ${lines.map(
      ({ article, amount }) =>
        html`<li>
          <span class="what">${article.name}</span><span class="nowrap">×${article.pieces}</span>${money(amount)}
        </li>`,
    )}
  </ul>`;
};

/** @type {Part<[Chosen, tray: boolean]>} */
const chosen = (page, all, tray) => {
  const { words, small } = page;
  const many = all.full ? words.vendingFull(all.pieces) : words.vendingItems(all.pieces);
  const said = tray && small ? words.vendingTrayShort : many;
  const label = small ? words.changeNumbersShort : words.changeNumbers;
  const change = button('list', label, page.portrait ? '' : 'small', () => page.send('changeNumbers'));
  const pay = button('', words.pay, 'primary', () => page.send('pay'));
  return html`${basket(page, all)}${sum(page, said, all.total)}
  ${
    small
      ? html`<div class="push"></div>
          ${pay}${change}`
      : html`${change}
          <div class="push"></div>
          ${pay}${pages(page)}`
  }`;
};

/** @type {Part<[tray: boolean]>} */
const nothingYet = (page, tray) =>
  html`<p class="soft">${tray && page.small ? page.words.vendingTrayShort : page.words.vendingNothing}</p>
    <div class="push"></div>
    ${pages(page)}`;

/** @type {View<Shelf>} */
export const shelf = (page, screen, over) => {
  const title = screen.tray ? page.words.vendingTray : page.words.vendingTitle;
  return frame(page, {
    kind: 'vending',
    head: page.small ? null : head(title),
    main: html`${page.small ? html`<h1 class="unseen">${title}</h1>` : nothing}
      <div class="shelf">
        <div class="list goods" @scroll=${scrolled}>${screen.slots.map(tile(page))}</div>
        ${page.portrait ? fade(page) : nothing}
      </div>`,
    rail: screen.chosen.pieces > 0 ? chosen(page, screen.chosen, screen.tray) : nothingYet(page, screen.tray),
    over,
  });
};
