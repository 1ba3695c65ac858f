// The face led to nothing. Where the money is comes first, then what else can be done.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, money, stated, sum, waysOn } from '../shared/parts.js';

/** @import { FaceEnd, FaceEnded, JoinOffer } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/**
 * After these another try would end the same way.
 *
 * @type {FaceEnd[]}
 */
const FINAL = ['TOO_MANY_TRIES', 'NO_ACCOUNT', 'BALANCE_TOO_LOW', 'ALREADY_MEMBER'];

/** @type {Partial<Record<FaceEnd, string>>} */
const MARKS = { NO_CAMERA: 'camera-off', NO_ACCOUNT: 'wallet', BALANCE_TOO_LOW: 'wallet', ALREADY_MEMBER: 'member' };

/** What happened, what to do when paying, and when not. */
const told = (/** @type {Page} */ { words }, /** @type {FaceEnded} */ { end, purpose }) =>
  end === 'NOT_RECOGNISED' && purpose === 'STORAGE' ? words.endedNOT_RECOGNISEDSTORAGE : words[`ended${end}`];

/** @type {Part<[FaceEnded]>} */
const ways = (page, { end, amount }) => {
  const { words, small } = page;
  const leave = amount
    ? button(small ? '' : 'back', words.anotherWay, 'choice', () => page.send('anotherWay'))
    : button(small ? '' : 'back', words.backToBasket, 'choice', () => page.send('back'));
  const again = button(small ? '' : 'sync', words.tryAgain, 'choice', () => page.send('retry'));
  return waysOn(page, leave, FINAL.includes(end) ? nothing : again);
};

/** @type {Part<[amount: string]>} */
const stillToPay = (page, amount) =>
  html`<div class="card split">${stated(page.words.stillToPay, money(amount))}</div>`;

/**
 * Two answers of equal weight; a member who was not recognised can look again.
 *
 * @type {View<JoinOffer>}
 */
export const joinOffer = (page, _, over) => {
  const { words, portrait } = page;
  const not = button('', words.joinNot, 'choice', () => page.send('back'));
  const join = button('', words.join, 'choice', () => page.send('join'));
  const again = button('sync', words.tryAgain, 'quiet', () => page.send('retry'));
  return frame(page, {
    kind: 'verdict-on declined ended',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('plain', 'member')}
        <h1 class="phrase">${words.joinTitle}</h1>
      </div>
      <p class="phrase">${words.joinText}</p>
    </div>`,
    rail: portrait ? html`${waysOn(page, not, join)}${again}` : html`${again}${waysOn(page, not, join)}`,
    over,
  });
};

/** @type {View<FaceEnded>} */
export const faceEnded = (page, screen, over) => {
  const { words, portrait } = page;
  const { amount } = screen;
  const [title, whenPaying, whenNot] = told(page, screen);
  return frame(page, {
    kind: 'verdict-on declined ended',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('plain', MARKS[screen.end] ?? 'face')}
        <h1 class="phrase">${amount ? words.noMoneyTaken : title}</h1>
      </div>
      ${amount ? html`<p class="why"><b>${title}</b></p>` : nothing}
      <p>${amount ? whenPaying : whenNot}</p>
      ${amount && portrait ? stillToPay(page, amount) : nothing}
    </div>`,
    rail: portrait
      ? html`${ways(page, screen)}${button('help', words.askStaff, 'quiet', () => page.send('callStaff'))}`
      : html`${amount ? sum(page, words.stillToPay, amount) : nothing}${ways(page, screen)}`,
    over,
  });
};
