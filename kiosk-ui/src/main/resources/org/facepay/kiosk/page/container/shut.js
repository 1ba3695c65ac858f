// The door stays shut: the last visit is still to be paid, or it could not be opened. Where the money is comes first.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, head, picture, sum, waysOn } from '../shared/parts.js';
import { counted } from './list.js';

/** @import { Debt, NotOpened, Reason } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** More articles have no room by their names. */
const NAMED = 3;

/** A longer name needs the place of the picture on the small panel. */
const LONGEST_BESIDE = 18;

/** @type {Part<[Debt]>} */
const facts = (page, { articles, when, why }) => {
  const { words, portrait, small } = page;
  const named = articles.slice(0, portrait ? NAMED : 1);
  const rest = articles.length - named.length;
  const what = html`${named.map((article, n) => html`${n > 0 ? words.comma : nothing}${counted(article)}`)}
  ${rest > 0 ? words.andMore(rest) : nothing}`;
  const reason = html`<dt>${words.debtWhy}</dt>
    <dd>${words[`debt${why}`]}</dd>`;
  return html`<dl class="facts ruled ${portrait ? '' : 'small'}">
    <dt>${words.debtWhen}</dt>
    <dd>${when}</dd>
    <dt>${words.debtWhat}</dt>
    <dd>${what}</dd>
    ${small ? nothing : reason}
  </dl>`;
};

/** @type {Part<[Debt]>} */
const owed = (page, screen) => {
  const { words, portrait, small, largerText } = page;
  const [first] = screen.articles;
  const wide = small && (largerText || (first?.name.length ?? 0) > LONGEST_BESIDE);
  const shown = first && !wide ? picture(first.picture, first.name) : nothing;
  if (!portrait) {
    return html`<div class="stack">
      <div class="owed">${shown}${facts(page, screen)}</div>
      <p class="small soft lh">${words.debtNoFee}</p>
    </div>`;
  }
  return html`<div class="stack">
    ${shown}
    <h1 class="phrase">${words.debtTitle(screen.amount)}</h1>
    <div class="card">${facts(page, screen)}</div>
    <p class="soft"><span>${words.debtNoFee}</span>${page.chinese ? '' : ' '}<span>${words.debtDoubt}</span></p>
  </div>`;
};

/** @type {View<Debt>} */
export const debt = (page, screen, over) => {
  const { words, portrait, small } = page;
  const kind = small ? '' : 'choice';
  const wrong = button(portrait ? 'question' : '', words.debtNotRight, kind, () => page.send('dispute'));
  const label = portrait ? words.debtPay(screen.amount) : words.debtPayShort;
  const pay = button(portrait ? 'door' : '', label, kind, () => page.send('pay'));
  const leave = button('back', words.debtNotToday, portrait ? 'quiet tall' : 'quiet small', () => page.send('back'));
  return frame(page, {
    kind: 'debt',
    head: portrait ? undefined : head(words.debtTitleShort),
    main: owed(page, screen),
    rail: html`${sum(page, words.debtSum, screen.amount)}
      <div class="push"></div>
      <div class=${portrait ? 'pair' : 'stack'}>${wrong}${pay}</div>
      ${leave}`,
    over,
  });
};

/**
 * After these another try would end the same way.
 *
 * @type {Reason[]}
 */
const FINAL = ['LIMIT', 'NOT_PAID', 'PAID'];

/** @type {View<NotOpened>} */
export const notOpened = (page, { reason, charged }, over) => {
  const title = charged || reason === 'PAID' ? page.words.notOpenedTitlePaid : page.words.notOpenedTitle;
  const { words, small, portrait } = page;
  const leave = button(small ? '' : 'check', words.finish, 'choice', () => page.send('finish'));
  const again = button(small ? '' : 'sync', words.tryAgain, 'choice', () => page.send('retry'));
  const ways = waysOn(page, leave, FINAL.includes(reason) ? nothing : again);
  return frame(page, {
    kind: 'verdict-on declined',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('plain', 'door')}
        <h1 class="phrase">${title}</h1>
      </div>
      <p>${words[`notOpened${reason}`]}</p>
    </div>`,
    rail: portrait ? html`${ways}${button('help', words.askStaff, 'quiet', () => page.send('callStaff'))}` : ways,
    over,
  });
};
