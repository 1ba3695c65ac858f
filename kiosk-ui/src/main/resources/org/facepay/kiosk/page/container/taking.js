// The door is open: what seems to have been taken, and then the moment in which it is counted.
import { html, nothing } from '/lit/lit-html.js';
import { repeat } from '/lit/directives/repeat.js';
import { dot, frame, head, icon, money, note, notice, picture, sum, tag, turning } from '../shared/parts.js';
import { more } from '../shared/reading.js';
import { cabinet } from './drawing.js';
import { estimateLabel, listed, ROOMY } from './list.js';

/** @import { Counting, Taken, Taking } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** @type {Part<[Taken]>} */
const meta = (page, { article, note: size, shelf, just }) => {
  const { words, small } = page;
  if (article.pieces === 0) return html`<div class="meta">${tag('undo', words.isBack, 'soft')}</div>`;
  const whole = page.largerText && !page.portrait ? '' : 'nowrap';
  const where = html`<span class=${whole}>${size}${size ? dot(page) : nothing}${words.onShelf(shelf)}</span>`;
  return html`<div class="meta">
    ${small ? html`<span>×${article.pieces}</span>` : nothing}
    ${just ? html`<span class="now">${words.justTaken}</span>` : nothing}
    ${small && (just || page.largerText) ? nothing : where}
  </div>`;
};

const row = (/** @type {Page} */ page) => (/** @type {Taken} */ line) => {
  const { article, just } = line;
  const back = article.pieces === 0;
  const many = back ? nothing : `×${article.pieces}`;
  return html`<li data-line=${key(line)} class="row ${back ? 'gone' : just ? 'on fresh' : ''}">
    ${picture(article.picture, article.name)}
    <div class="words">
      <div class="name">${article.name}</div>
      ${meta(page, line)}
    </div>
    ${page.small ? nothing : html`<span class="qty">${many}</span>`}
    <div class="price">${back ? nothing : money(line.amount)}</div>
  </li>`;
};

const key = (/** @type {Taken} */ { article, shelf }) => `${article.name} ${shelf}`;

/** @type {Part} */
const empty = ({ words }) =>
  html`<div class="stack center nothing-yet">
    ${icon('bag')}
    <h2>${words.takenNothing}</h2>
    <p class="soft">${words.takenNothingText}</p>
  </div>`;

/** @type {Part<[Taking]>} */
const things = (page, { lines }) =>
  lines.length === 0 ? empty(page) : listed(page, repeat(lines, key, row(page)), lines.length);

/**
 * On the portrait panel the open door stands above the list while that is short.
 *
 * @type {Part<[Taking]>}
 */
const above = (page, { lines }) => {
  const { words, portrait } = page;
  if (page.small) return nothing;
  const door = html`<div class="stack center tight">
    ${lines.length > ROOMY ? nothing : cabinet(true)}
    <h1 class="phrase">${words.takingTitle}</h1>
  </div>`;
  const named = page.largerText && !portrait ? nothing : note(words.takenBack);
  return html`${portrait ? door : nothing}
    <div class="head-of-list">
      <h2>${words.taken}</h2>
      ${named}
    </div>`;
};

/** @type {View<Taking>} */
export const taking = (page, screen, over) => {
  const { words, portrait, small, medium, largerText } = page;
  const short = page.chinese ? words.taken : words.takenShort;
  const total = sum(page, estimateLabel(page), screen.estimate);
  const close = notice('info', 'door', words.closeToPay, words.finalBill(screen.most));
  const beside = html`${medium && !largerText ? cabinet(true) : nothing}
    <div class="push"></div>
    <b class="phrase">${words.closeToPayShort}</b>
    <p class="small soft lh7">${words.finalBillShort(screen.most)}</p>`;
  return frame(page, {
    kind: 'taking',
    head: portrait ? undefined : head(small ? short : words.takingTitleShort, small ? more(page) : nothing),
    main: html`${above(page, screen)}${things(page, screen)}`,
    rail: html`${total}${portrait ? close : beside}`,
    over,
  });
};

/** @type {View<Counting>} */
export const counting = (page, _, over) => {
  const { words } = page;
  return frame(page, {
    kind: 'whole waiting',
    main: html`<div class="stack center">
      ${turning('scale')}
      <div class="stack center tight">
        <h1 class="phrase">${words.countingTitle}</h1>
        <p class="soft">${words.countingText}</p>
      </div>
    </div>`,
    over,
  });
};
