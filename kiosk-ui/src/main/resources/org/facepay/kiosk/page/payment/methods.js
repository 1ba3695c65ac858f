// The ways to pay as tiles of equal weight.
import { html, nothing } from '/lit/lit-html.js';
import { icon } from '../shared/parts.js';

/** @import { Method } from '../messages.js' */
/** @import { Page, Part } from '../shared/page.js' */

/**
 * Icon and words of each way; a new way is one line here and its words.
 *
 * @satisfies {Record<Method, readonly string[]>}
 */
export const METHODS = /** @type {const} */ ({
  PAY_CODE: ['code', 'payCode', 'payCodeText'],
  FACE: ['face', 'payFace', 'payFaceText'],
  WALLET_FACE: ['wallet', 'payWalletFace', 'payWalletFaceText'],
  CARD: ['card', 'payCard', 'payCardText'],
  WALLET_QR: ['phone', 'payWalletQr', 'payWalletQrText'],
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

/** Whether there is room for the label only. */
const bare = (/** @type {Page} */ page, /** @type {number} */ ways) => {
  const { small, largerText } = page;
  if (small && largerText) return true;
  return ((small || largerText) && ways > 2) || (ways > 4 && !(page.portrait && page.chinese));
};

const sub = (/** @type {string} */ text, /** @type {boolean} */ hidden) =>
  hidden ? nothing : html`<span class="sub">${text}</span>`;

/** @type {Part<[methods: Method[], outOfReach: Method[]]>} */
export const methodTiles = (page, methods, outOfReach) => {
  const alone = bare(page, methods.length);
  const tile = (/** @type {Method} */ method) => {
    const [name, label, text] = METHODS[method];
    const lost = outOfReach.includes(method);
    return html`<button class="tilebtn ${lost ? 'lost' : ''}" @click=${() => page.send('chooseMethod', { method })}>
      ${lost && (page.small || page.largerText) ? nothing : icon(name)}<span>${page.words[label]}</span>
      ${sub(lost ? page.words.outOfReach : page.words[text], alone && !lost)}
    </button>`;
  };
  return html`<div class="tiles ${grid(methods.length)}">${methods.map(tile)}</div>`;
};
