// A payment that ended without money: where the money is comes first, then what else can be done.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, money, stated, sum, waysOn } from '../shared/parts.js';

/** @import { Declined } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Part<[Declined]>} */
const kept = (page, { amount, items }) => {
  const { words } = page;
  return html`<div class="card split">
    ${stated(words.toPay, money(amount), '')} ${stated(words.basketKept, words.itemsKept(items))}
  </div>`;
};

/** @type {View<Declined>} */
export const declined = (page, screen, over) => {
  const { words, small, portrait } = page;
  const another = button(small ? '' : 'back', words.anotherWay, 'choice', () => page.send('anotherWay'));
  const again = button(small ? '' : 'sync', words.tryAgain, 'choice', () => page.send('retry'));
  const ways = waysOn(page, another, again);
  const keptShort = html`<p class="small soft">
    ${words.basketKept} <span class="nowrap">${words.itemsKept(screen.items)}</span>
  </p>`;
  return frame(page, {
    kind: 'verdict-on declined',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('bad', 'close')}
        <h1 class="phrase">${words.declinedTitle}</h1>
      </div>
      <p>${words[`declined${screen.reason}`]}</p>
      ${portrait ? kept(page, screen) : nothing}
    </div>`,
    rail: portrait
      ? html`${ways}${button('help', words.askStaff, 'quiet', () => page.send('callStaff'))}`
      : html`${sum(page, words.toPay, screen.amount, small ? nothing : keptShort)}${ways}`,
    over,
  });
};
