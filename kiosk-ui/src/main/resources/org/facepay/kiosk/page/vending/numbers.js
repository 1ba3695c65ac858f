// How many there are of what was chosen at a vending machine.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled } from '../runtime/paging.js';
import { button, fade, frame, head, icon, money, picture, sum } from '../shared/parts.js';
import { more } from '../shared/reading.js';

/** @import { Numbers, Pick } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** @type {Part<[Pick]>} */
const pieces = (page, { id, article, more }) => {
  const { words } = page;
  const less = () => page.send('oneLess', { line: id });
  const add = () => page.send('chooseGood', { good: id });
  const last = article.pieces === 1;
  return html`<div class="stepper">
    <button aria-label=${last ? words.removeNamed(article.name) : words.oneLess(article.name)} @click=${less}>
      ${icon(last ? 'trash' : 'minus')}
    </button>
    <output>${article.pieces}</output>
    <button aria-label=${words.oneMore(article.name)} ?disabled=${!more} @click=${add}>${icon('plus')}</button>
  </div>`;
};

const row = (/** @type {Page} */ page) => (/** @type {Pick} */ pick) => {
  const { picture: drawn, name } = pick.article;
  return html`<li data-line=${pick.id} class="row">
    ${page.small ? nothing : picture(drawn, name)}
    <div class="words">
      <div class="name">${name}</div>
      <div class="meta">${money(pick.amount)}</div>
    </div>
    ${pieces(page, pick)}
  </li>`;
};

/** @type {View<Numbers>} */
export const vendingNumbers = (page, { chosen }, over) => {
  const { words, small } = page;
  const said = chosen.full ? words.vendingFull(chosen.pieces) : words.vendingItems(chosen.pieces);
  const kind = small ? 'small' : '';
  const on = button('back', words.vendingBack, kind, () => page.send('back'));
  const leave = small ? nothing : button('close', words.vendingLeave, 'quiet', () => page.send('cancel'));
  return frame(page, {
    kind: 'numbers',
    head: head(small ? words.changeNumbersShort : words.changeNumbers, small ? more(page) : nothing),
    main: html`<div class="shelf">
      <ul class="list" @scroll=${scrolled}>
        ${chosen.lines.map(row(page))}
      </ul>
      ${fade(page)}${small ? nothing : more(page)}
    </div>`,
    rail: html`${sum(page, said, chosen.total)}
      <div class="push"></div>
      ${button('', words.pay, 'primary', () => page.send('pay'))}
      ${page.portrait ? html`<div class="pair">${leave}${on}</div>` : html`${on}${leave}`}`,
    over,
  });
};
