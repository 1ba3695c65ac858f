// Choosing how to pay.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, money, saved, sum, taxes } from '../shared/parts.js';
import { methodTiles } from './methods.js';

/** @import { Method, PayChoice, Totals } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

const RECEIPT_ROWS = { normal: 12, large: 9 };

/** Another row of ways takes so many of them. */
const ROWS_OF_WAYS = 3;

/** Whether only the wallet is still to be chosen. */
const wallets = (/** @type {Method[]} */ methods) =>
  methods.every(method => method === 'ALIPAY_QR' || method === 'WECHAT_QR');

/** @type {Part<[Method[], kind: string]>} */
const back = (page, methods, kind) => {
  const { words } = page;
  const [short, long] = wallets(methods)
    ? [words.anotherWayShort, words.anotherWay]
    : [words.backToBasketShort, words.backToBasket];
  return button('back', page.small ? short : long, kind, () => page.send('back'));
};

/** @type {Part<[PayChoice]>} */
const receipt = (page, { lines, totals, methods }) => {
  const rows = (page.largerText ? RECEIPT_ROWS.large : RECEIPT_ROWS.normal) - (methods.length > 4 ? ROWS_OF_WAYS : 0);
  const shown = lines.length > rows ? lines.slice(0, rows - 1) : lines;
  const row = (/** @type {string} */ name, quantity = '', amount = '', kind = '') =>
    html`<tr class=${kind}>
      <td>${name}</td>
      <td>${quantity}</td>
      <td>${amount}</td>
    </tr>`;
  const left = lines.length - shown.length;
  const more = html`<tr>
    <td class="soft">${page.words.andMore(left)}</td>
    <td></td>
    <td></td>
  </tr>`;
  const cut = totals.reductions.map(({ label, amount }, n) => row(label, '', `−${amount}`, n === 0 ? 'cut ok' : 'ok'));
  return html`<div class="card receipt">
    <table>
      ${shown.map(line => row(line.name, line.quantity, line.was ?? line.price))}${left > 0 ? more : nothing}${cut}
    </table>
  </div>`;
};

/**
 * On the portrait panel the sum stands below the ways: where the basket has its button to pay there is nothing to
 * touch.
 *
 * @type {View<PayChoice>}
 */
export const payChoice = (page, screen, over) =>
  page.portrait ? portrait(page, screen, over) : landscape(page, screen, over);

/** @type {View<PayChoice>} */
const portrait = (page, screen, over) => {
  const { totals, methods } = screen;
  const { words } = page;
  const due = html`<div class="sum">
    <div class="line"><span>${words.toPay}</span>${money(totals.total, 'total')}</div>
  </div>`;
  return frame(page, {
    main: html`<div class="stack choose">
      <h1>${wallets(methods) ? words.walletTitle : words.payTitle}</h1>
      ${receipt(page, screen)}
    </div>`,
    rail: html`${methodTiles(page, screen)}
      <div>${due}${taxes(page, totals)}</div>
      ${back(page, methods, 'quiet')}`,
    over,
  });
};

/**
 * What the sum is made of.
 *
 * @type {Part<[Totals]>}
 */
const facts = (page, totals) => {
  const reductions = totals.reductions.map(
    reduction =>
      html`<dt>${reduction.label}</dt>
        <dd>−${money(reduction.amount)}</dd>`,
  );
  return html`<dl class="facts ruled small">
      <dt>${page.words.itemsLong(totals.items)}</dt>
      <dd>${money(totals.gross)}</dd>
      ${reductions}
    </dl>
    ${taxes(page, totals)}`;
};

/** @type {View<PayChoice>} */
const landscape = (page, screen, over) => {
  const { totals, methods } = screen;
  const { words, small } = page;
  const short = small || page.largerText;
  // A face may bring member prices.
  const every = methods.includes('FACE') ? nothing : small ? words.samePriceShort : words.samePrice;
  const cut = totals.saved && saved(short ? words.savedShort(totals.saved) : words.saved(totals.saved));
  return frame(page, {
    head: head(wallets(methods) ? words.walletTitle : words.payTitleShort),
    main: html`${methodTiles(page, screen)}
      <div class="floor"></div>`,
    rail: html`${sum(page, words.toPay, totals.total, cut || nothing)}${short ? nothing : facts(page, totals)}
      <p class="small soft push">${every}</p>
      ${back(page, methods, small ? 'small' : 'quiet small')}`,
    over,
  });
};
