// Choosing how to pay, showing a pay code, waiting.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, money, ring, saved, sum, taxes } from './parts.js';
import { phoneToScanner } from './drawings.js';
import { happened } from './basket.js';

/** Icon and words of each way; a new way is one line here and its words. */
const METHODS = {
  PAY_CODE: ['code', 'payCode', 'payCodeText'],
  FACE: ['face', 'payFace', 'payFaceText'],
  WALLET_FACE: ['wallet', 'payWalletFace', 'payWalletFaceText'],
  CARD: ['card', 'payCard', 'payCardText'],
  WALLET_QR: ['phone', 'payWalletQr', 'payWalletQrText'],
  ALIPAY_QR: ['code', 'payAlipayQr', 'payAlipayQrText'],
  WECHAT_QR: ['code', 'payWechatQr', 'payWechatQrText'],
  STAFF: ['member', 'payStaff', 'payStaffText'],
};

/** Every way has a tile of the same size: side by side for two and four, a row of its own each or a column for three, two rows of three beyond. */
const GRID = { 1: 't2 few', 2: 't2 few', 3: 't2 three', 4: 't2' };

/** @param {number} tiles of equal weight */
export const grid = tiles => GRID[tiles] ?? 't3 ways';

const RECEIPT_ROWS = { normal: 12, large: 9 };

/** Whether there is room for the label only. */
const bare = (c, ways) => ((c.small || c.large) && ways > 2) || (c.small && c.large) || (ways > 4 && !(c.portrait && c.zh));

const tiles = (c, methods) => html`<div class="tiles ${grid(methods.length)}">${methods.map(m => {
  const [name, label, text] = METHODS[m];
  return html`<button class="tilebtn" @click=${() => c.send('chooseMethod', { method: m })}>${icon(name)}<span>${c.t[label]}</span>${bare(c, methods.length) ? nothing : html`<span class="sub">${c.t[text]}</span>`}</button>`;
})}</div>`;

/** Whether only the wallet is still to be chosen. */
const wallets = methods => methods.every(m => m === 'ALIPAY_QR' || m === 'WECHAT_QR');

const back = (c, kind, methods) => {
  const [short, long] = wallets(methods) ? [c.t.anotherWayShort, c.t.anotherWay] : [c.t.backToBasketShort, c.t.backToBasket];
  return button('back', c.small ? short : long, kind, () => c.send('back'));
};

const receipt = (c, { lines, totals }) => {
  const rows = c.large ? RECEIPT_ROWS.large : RECEIPT_ROWS.normal;
  const shown = lines.length > rows ? lines.slice(0, rows - 1) : lines;
  const cut = totals.reductions.map((r, n) => html`<tr class=${n === 0 ? 'cut ok' : 'ok'}><td>${r.label}</td><td></td><td>−${r.amount}</td></tr>`);
  return html`<div class="card receipt"><table>${shown.map(l => html`<tr><td>${l.name}</td><td>${l.quantity}</td><td>${l.was ?? l.price}</td></tr>`)}${shown.length < lines.length ? html`<tr><td class="soft">${c.t.andMore(lines.length - shown.length)}</td><td></td><td></td></tr>` : nothing}${cut}</table></div>`;
};

/** On the portrait panel the sum stands below the ways: where the basket has its button to pay there is nothing to touch. */
export const payChoice = (c, screen, over) => {
  const { totals, methods } = screen;
  if (c.portrait) {
    return frame(c, {
      main: html`<div class="stack choose"><h1>${wallets(methods) ? c.t.walletTitle : c.t.payTitle}</h1>${receipt(c, screen)}</div>`,
      rail: html`${tiles(c, methods)}<div><div class="sum"><div class="line"><span>${c.t.toPay}</span>${money(totals.total, 'total')}</div></div>${taxes(c, totals)}</div>${back(c, 'quiet', methods)}`,
      over,
    });
  }
  const due = c.small || c.large ? nothing : html`<dl class="facts ruled small"><dt>${c.t.itemsLong(totals.items)}</dt><dd>${money(totals.gross)}</dd>${totals.reductions.map(r => html`<dt>${r.label}</dt><dd>−${money(r.amount)}</dd>`)}</dl>`;
  return frame(c, {
    head: head(wallets(methods) ? c.t.walletTitle : c.t.payTitleShort),
    main: html`${tiles(c, methods)}<div class="floor"></div>`,
    rail: html`${sum(c, c.t.toPay, totals.total, totals.saved ? saved(c.small || c.large ? c.t.savedShort(totals.saved) : c.t.saved(totals.saved)) : nothing)}${due}${c.small || c.large ? nothing : taxes(c, totals)}
      <p class="small soft push">${c.small ? c.t.samePriceShort : c.t.samePrice}</p>${back(c, c.small ? 'small' : 'quiet small', methods)}`,
    over,
  });
};

export const presentCode = (c, screen, over) => {
  const said = happened(c, screen.notice);
  const { total } = screen.totals;
  const another = button('back', c.small ? c.t.anotherWayShort : c.t.anotherWay, c.small ? 'small' : '', () => c.send('back'));
  const words = html`<div class="words"><h1 class="phrase">${c.portrait ? c.t.presentTitle : c.t.presentTitleShort}</h1>${c.small || (c.large && c.medium) ? nothing : html`<p class="soft">${c.t.presentText}</p>`}</div>`;
  return frame(c, {
    kind: screen.notice ? 'present told' : 'present',
    main: html`<div class="show">${phoneToScanner(c.t.payCodeOnPhone)}${words}</div>${said}`,
    rail: c.portrait ? html`${sum(c, c.t.toPay, total)}<div class="pair">${another}</div>` : html`${sum(c, c.t.toPay, total)}<div class="push"></div>${another}`,
    over,
  });
};

export const processing = (c, screen, over) => frame(c, {
  kind: 'whole waiting',
  main: html`<div class="stack center">${ring('turning', 28, icon(screen.confirmOnPhone ? 'phone' : 'wallet'))}
    <div class="stack center tight"><h1>${screen.confirmOnPhone ? c.t.confirmOnPhone : c.t.processing}</h1>${money(screen.amount, 'total')}<p class="soft">${screen.confirmOnPhone ? (c.small ? c.t.confirmOnPhoneTextShort : c.t.confirmOnPhoneText) : c.small ? c.t.processingTextShort : c.t.processingText}</p></div></div>`,
  over,
});
