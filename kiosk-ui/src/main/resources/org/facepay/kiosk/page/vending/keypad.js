// A machine whose own keypad is chosen on: what it holds with its numbers, and what was keyed in and is not sold.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled } from '../runtime/paging.js';
import { button, emblem, fade, frame, head, icon, money, picture } from '../shared/parts.js';
import { pages } from './shelf.js';

/** @import { ByKeypad, NotSold, Slot } from '../messages.js' */
/** @import { Page, View } from '../shared/page.js' */

const good = (/** @type {Page} */ page) => (/** @type {Slot} */ slot) => {
  const sold = slot.selling === 'SOLD';
  const said = slot.selling === 'SOLD_OUT' ? page.words.slotSoldOut : page.words.slotOff;
  return html`<div class="tilebtn good ${sold ? '' : 'lost'}" data-line=${slot.id}>
    ${picture(slot.picture, slot.name)}<span class="gname">${slot.name}</span>
    ${sold ? money(slot.price) : html`<span class="sub">${icon('close')}${said}</span>`}
    <span class="keyed">${slot.id}</span>
  </div>`;
};

/** @type {View<ByKeypad>} */
export const vendingKeypad = (page, { slots, prompt }, over) => {
  const { words, small } = page;
  const begun = prompt === 'CHOOSE_NOW' || prompt === 'CODE_READ';
  const title = words[`keypad${prompt}`];
  const then = html`<p class="soft">${words[`keypadThen${prompt}`]}</p>`;
  const act = begun
    ? button('close', words.vendingLeave, 'quiet', () => page.send('cancel'))
    : prompt === 'START'
      ? button('', words.keypadStart, 'primary', () => page.send('start'))
      : nothing;
  // What lies behind the small panel's machine is seen through its window.
  if (small) {
    return frame(page, {
      kind: 'outcome',
      main: html`<div class="stack"><h1 class="phrase">${title}</h1></div>`,
      rail: html`${then}
        <div class="push"></div>
        ${act}`,
      over,
    });
  }
  return frame(page, {
    kind: 'vending',
    head: head(title),
    main: html`<div class="shelf">
      <div class="list goods" tabindex="0" @scroll=${scrolled}>${slots.map(good(page))}</div>
      ${page.portrait ? fade(page) : nothing}
    </div>`,
    rail: html`${then}
      <div class="push"></div>
      ${pages(page)}${act}`,
    over,
  });
};

/** @type {View<NotSold>} */
export const notSold = (page, { why }, over) =>
  frame(page, {
    kind: 'outcome',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('plain', 'close')}
        <h1 class="phrase">${page.words[`notSold${why}`]}</h1>
      </div>
      <p><b>${page.words.notSoldText}</b></p>
    </div>`,
    rail: html`<div class="push"></div>
      ${button('check', page.words.gotIt, '', () => page.send('finish'))}`,
    over,
  });
