// After paying at a vending machine: it comes, it lies in the tray, or the money goes back.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, picture, sum, turning } from '../shared/parts.js';

/** @import { Article, Collect, Dispensing, NotDelivered } from '../messages.js' */
/** @import { Page, View } from '../shared/page.js' */

const shown = (/** @type {Article} */ article) =>
  html`<div class="article">${picture(article.picture, article.name)}</div>`;

/** @type {View<Dispensing>} */
export const dispensing = (page, { article }, over) =>
  frame(page, {
    kind: 'whole waiting',
    main: html`<div class="stack center">
      ${turning('bag')}
      <div class="stack center tight">
        <h1 class="phrase">${page.words.dispensingTitle(article.name)}</h1>
        <p class="soft">${page.words.dispensingText}</p>
      </div>
    </div>`,
    over,
  });

/** @type {View<Collect>} */
export const collect = (page, { article }, over) => {
  const { words } = page;
  const missing = button(page.small ? '' : 'help', words.oneMissing, 'choice', () => page.send('callStaff'));
  const have = button(page.small ? '' : 'check', words.collected, 'choice', () => page.send('finish'));
  return frame(page, {
    kind: 'outcome',
    main: html`<div class="stack">
      ${page.small ? nothing : shown(article)}
      <h1 class="phrase">${words.collectTitle}</h1>
      <p class="soft">${article.name}</p>
    </div>`,
    rail: html`<div class="push"></div>
      <div class=${page.portrait ? 'pair' : 'stack'}>${missing}${have}</div>`,
    over,
  });
};

const title = (/** @type {Page} */ { words, small }, /** @type {NotDelivered} */ { money, article }) => {
  if (money === 'REVIEW') return words.reviewTitle;
  return small ? words.notDeliveredTitleShort : words.notDeliveredTitle(article.name);
};

/** @type {View<NotDelivered>} */
export const notDelivered = (page, screen, over) => {
  const { words } = page;
  const told =
    screen.staff === 'NOT_REACHED' || page.small ? nothing : html`<p class="soft">${words[`staff${screen.staff}`]}</p>`;
  return frame(page, {
    kind: 'outcome',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('plain', 'undo')}
        <h1 class="phrase">${title(page, screen)}</h1>
      </div>
      <p><b>${words[`notDelivered${screen.money}`]}</b></p>
      ${told}
    </div>`,
    rail: html`${sum(page, words.goesBack, screen.amount)}
      <div class="push"></div>
      ${screen.money === 'REFUNDING' ? nothing : button('check', words.gotIt, '', () => page.send('finish'))}`,
    over,
  });
};
