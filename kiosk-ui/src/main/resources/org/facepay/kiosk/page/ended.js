// The face led to nothing. Where the money is comes first, then what else can be done.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, money, sum, waysOn } from './parts.js';

/** After these another try would end the same way. */
const FINAL = ['TOO_MANY_TRIES', 'NO_ACCOUNT', 'BALANCE_TOO_LOW', 'ALREADY_MEMBER'];
const MARK = { NO_CAMERA: 'camera-off', NO_ACCOUNT: 'wallet', BALANCE_TOO_LOW: 'wallet', ALREADY_MEMBER: 'member' };

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').FaceEnded} screen
 */
export const faceEnded = (c, { purpose, end, amount }, over) => {
  const [title, whenPaying, whenNot] = c.t[`ended${end}${purpose}`] ?? c.t[`ended${end}`];
  const retry = FINAL.includes(end) ? nothing : button(c.small ? '' : 'sync', c.t.tryAgain, 'choice', () => c.send('retry'));
  const leave = amount ? button(c.small ? '' : 'back', c.t.anotherWay, 'choice', () => c.send('anotherWay')) : button(c.small ? '' : 'back', c.t.backToBasket, 'choice', () => c.send('back'));
  const ways = waysOn(c, leave, retry);
  return frame(c, {
    kind: 'verdict-on declined ended',
    main: html`<div class="stack"><div class="verdict">${emblem('plain', MARK[end] ?? 'face')}<h1 class="phrase">${amount ? c.t.noMoneyTaken : title}</h1></div>
      ${amount ? html`<p class="why"><b>${title}</b></p>` : nothing}<p>${amount ? whenPaying : whenNot}</p>
      ${amount && c.portrait ? html`<div class="card split"><div><div class="soft small">${c.t.stillToPay}</div><div class="ref plain">${money(amount)}</div></div></div>` : nothing}</div>`,
    rail: c.portrait ? html`${ways}${button('help', c.t.askStaff, 'quiet', () => c.send('callStaff'))}`
      : html`${amount ? sum(c, c.t.stillToPay, amount) : nothing}${ways}`,
    over,
  });
};
