// What a vending machine holds: pictures to touch, and the chosen one on the counter.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled, turnBack, turnPage } from '../runtime/paging.js';
import { button, fade, frame, head, icon, money, picture } from '../shared/parts.js';

/** @import { Shelf, Slot } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

const tile = (/** @type {Page} */ page) => (/** @type {Slot} */ slot) =>
  html`<button
    class="tilebtn good"
    data-line=${slot.id}
    aria-pressed=${slot.chosen}
    @click=${() => page.send('chooseGood', { good: slot.id })}
  >
    ${picture(slot.picture, slot.name)}<span class="gname">${slot.name}</span>${money(slot.price)}
    ${slot.chosen ? html`<span class="tick">${icon('check')}</span>` : nothing}
  </button>`;

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
const pages = page => {
  if (page.hidden === 0) return nothing;
  return html`<div class="pair">
    ${arrow(page, 'up', !page.above, turnBack)}${arrow(page, 'down', page.hidden < 0, turnPage)}
  </div>`;
};

/** @type {Part<[Slot]>} */
const chosen = (page, slot) => {
  const { words } = page;
  const note = page.small ? nothing : html`<span class="soft small">${slot.note}</span>`;
  const leave = button('back', words.vendingLeave, 'quiet small', () => page.send('back'));
  return html`<div class="stack tight chosen">
      <h2>${slot.name}</h2>
      ${note}${money(slot.price, 'total')}
    </div>
    <div class="push"></div>
    ${button('', words.pay, 'primary', () => page.send('pay'))}${page.small ? nothing : pages(page)}${leave}`;
};

/** @type {Part} */
const nothingYet = page =>
  html`<p class="soft">${page.words.vendingNothing}</p>
    <div class="push"></div>
    ${pages(page)}`;

/** @type {View<Shelf>} */
export const shelf = (page, screen, over) => {
  const slot = screen.slots.find(each => each.chosen);
  return frame(page, {
    kind: 'vending',
    head: page.small ? null : head(page.words.vendingTitle),
    main: html`${page.small ? html`<h1 class="unseen">${page.words.vendingTitle}</h1>` : nothing}
      <div class="shelf">
        <div class="list goods" @scroll=${scrolled}>${screen.slots.map(tile(page))}</div>
        ${page.portrait ? fade(page) : nothing}
      </div>`,
    rail: slot ? chosen(page, slot) : nothingYet(page),
    over,
  });
};
