// Somebody was recognised: nothing is paid before name and amount are confirmed.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, money, person, saved, sum } from '../shared/parts.js';

/** @import { Account, Confirm } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Part<[Account]>} */
const account = (page, { kind, before, after }) => {
  const { words } = page;
  const fact = (/** @type {string} */ name, /** @type {string | null} */ amount) =>
    amount
      ? html`<dt>${name}</dt>
          <dd>${money(amount)}</dd>`
      : nothing;
  return html`<dl class="facts ruled">
    <dt>${words.paysFrom}</dt>
    <dd>${kind === 'BALANCE' ? words.memberBalance : words.linkedAccount}</dd>
    ${fact(words.before, before)}${fact(words.after, after)}
  </dl>`;
};

/** @type {Part<[Account]>} */
const accountShort = (page, { kind, after }) => {
  const { words } = page;
  if (kind !== 'BALANCE' || !after) return html`<p>${words.fromLinked}</p>`;
  return html`<p>
    <span class="nowrap">${words.fromBalance}</span> <span class="nowrap">${words.leftAfter}${money(after)}</span>
  </p>`;
};

/** @type {Part<[Confirm]>} */
const cut = (page, screen) => {
  if (!screen.saved) return nothing;
  const short = page.small || page.largerText;
  return saved(short ? page.words.savedShort(screen.saved) : page.words.saved(screen.saved));
};

/** @type {Part<[Confirm]>} */
const who = (page, { name }) =>
  html`<div class="who">
    ${person(name)}
    <div>
      <h1 class="phrase">${page.words.hello(name)}</h1>
      <p class="soft">${page.words.isThisYou}</p>
    </div>
  </div>`;

/**
 * Not in the counter: there the last of the four digits was typed.
 *
 * @type {Part<[Confirm]>}
 */
const yes = (page, { amount }) => {
  const short = page.small || (page.largerText && page.medium);
  const label = short ? page.words.yesPay : page.words.yesPayAmount(amount);
  return button('', label, 'primary', () => page.send('confirmPerson'));
};

/** @type {Part<[kind: string]>} */
const others = (page, kind) => {
  const { words, small } = page;
  const label = small ? words.otherWayShortest : words.anotherWay;
  const notMe = button(small ? '' : 'close', words.notMe, kind, () => page.send('notMe'));
  return html`${notMe}${button(small ? '' : 'code', label, kind, () => page.send('anotherWay'))}`;
};

/** @type {View<Confirm>} */
export const confirm = (page, screen, over) =>
  page.portrait ? portrait(page, screen, over) : landscape(page, screen, over);

/** @type {View<Confirm>} */
const portrait = (page, screen, over) => {
  const due = html`<div class="sum">
    <span class="soft">${page.words.youPay}</span>${money(screen.amount, 'total')}${cut(page, screen)}
  </div>`;
  return frame(page, {
    kind: 'confirm',
    main: html`<div class="stack center">${who(page, screen)}${due}</div>
      ${yes(page, screen)}`,
    rail: html`${account(page, screen.account)}
      <div class="pair push">${others(page, '')}</div>`,
    over,
  });
};

/** @type {View<Confirm>} */
const landscape = (page, screen, over) => {
  const from = page.small ? accountShort(page, screen.account) : account(page, screen.account);
  return frame(page, {
    kind: 'confirm',
    main: html`<div class="stack">${who(page, screen)}${from}</div>
      ${yes(page, screen)}`,
    rail: html`${sum(page, page.words.youPay, screen.amount, cut(page, screen))}
      <div class="push"></div>
      ${page.small ? html`<div class="pair">${others(page, 'small')}</div>` : others(page, '')}`,
    over,
  });
};
