// The ways to pay as tiles of equal weight.
import { html, nothing } from '/lit/lit-html.js';
import { icon } from '../shared/parts.js';

/** @import { Method, PayChoice } from '../messages.js' */
/** @import { Page, Part } from '../shared/page.js' */

/**
 * Icon and words of each way, where these are not the names of wallets; a new way is one line here and its words.
 *
 * @satisfies {Record<Method, readonly string[]>}
 */
export const METHODS = /** @type {const} */ ({
  PAY_CODE: ['code', 'payCode', ''],
  FACE: ['face', 'payFace', 'payFaceText'],
  WALLET_FACE: ['wallet', 'payWalletFace', 'payWalletFaceText'],
  CARD: ['card', 'payCard', 'payCardText'],
  WALLET_QR: ['phone', 'payWalletQr', ''],
  ALIPAY_QR: ['code', 'payAlipayQr', 'payAlipayQrText'],
  WECHAT_QR: ['code', 'payWechatQr', 'payWechatQrText'],
  STAFF: ['member', 'payStaff', 'payStaffText'],
});

/**
 * Every way has a tile of the same size: side by side for two and four, a row of its own each or a column for three,
 * two rows of three beyond.
 */
const GRID = ['', 't2 few', 't2 few', 't2 three', 't2'];

/** @param {number} tiles of equal weight */
export const grid = tiles => GRID[tiles] ?? 't3 ways';

/** Whether there is no room for icon, label and second line. */
const bare = (/** @type {Page} */ page, /** @type {number} */ ways) => {
  const { small, largerText } = page;
  if (small && largerText) return true;
  return ((small || largerText) && ways > 2) || (ways > 4 && !(page.portrait && page.chinese));
};

/**
 * The second line: the wallets people know are named at every size, what else there is to say where there is room.
 *
 * @type {Part<[Method, PayChoice, alone: boolean]>}
 */
const second = ({ words, small, largerText, chinese }, method, { methods, outOfReach, wallets }, alone) => {
  const lost = outOfReach.includes(method);
  const key = METHODS[method][2];
  const crowded = small && largerText && methods.length > (chinese ? 4 : 2);
  if (alone && !lost && (key !== '' || crowded)) return nothing;
  const text = key === '' ? (method === 'PAY_CODE' ? wallets.read : wallets.shown) : words[key];
  return html`<span class="sub">${lost ? words.outOfReach : text}</span>`;
};

/** @type {Part<[PayChoice]>} */
export const methodTiles = (page, screen) => {
  const { methods, outOfReach } = screen;
  const alone = bare(page, methods.length);
  const tile = (/** @type {Method} */ method) => {
    const [name, label] = METHODS[method];
    const lost = outOfReach.includes(method);
    return html`<button class="tilebtn ${lost ? 'lost' : ''}" @click=${() => page.send('chooseMethod', { method })}>
      ${alone && (page.small || page.largerText) ? nothing : icon(name)}<span>${page.words[label]}</span>
      ${second(page, method, screen, alone)}
    </button>`;
  };
  return html`<div class="tiles ${grid(methods.length)}">${methods.map(tile)}</div>`;
};
