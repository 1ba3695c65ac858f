// Two ways to pay that another screen leads: a phone that scans a code here, and the card terminal beside this one.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, icon, money, qr, ring, sum } from './parts.js';

/** How long the code holds, as a ring and in words. */
const validity = (c, { seconds }) => html`<div class="valid">${c.large && !c.portrait ? nothing : ring('little', 100 * c.seconds / Math.max(1, seconds), nothing)}<span class=${c.small ? 'small' : ''}>${c.t.validFor(Math.floor(c.seconds / 60), c.seconds % 60)}</span></div>`;

/** A code that no longer pays is never left to be scanned. */
const spent = c => html`<div class="stack center spent"><span class="bigmark">${icon('clock')}</span><h1 class="phrase">${c.t.codeExpired}</h1><p class="soft">${c.t.codeExpiredText}</p></div>`;

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').PayQr} screen
 */
export const payQr = (c, screen, over) => {
  const { total } = screen.totals;
  const spentNow = screen.expired || c.seconds === 0;
  const title = screen.wallet ? c.t.scanWith(screen.wallet) : c.t.scanThis;
  const another = button('back', c.small ? c.t.anotherWayShort : c.t.anotherWay, c.small ? 'small' : '', () => c.send('anotherWay'));
  const fresh = kind => spentNow ? button('sync', c.t.newCode, kind, () => c.send('newCode')) : nothing;
  if (c.portrait) {
    return frame(c, {
      kind: 'payqr',
      main: spentNow ? spent(c) : html`<div class="stack center"><h1 class="phrase">${title}</h1>${qr(screen.payCode, c.t.payQrCode)}${validity(c, screen)}</div>`,
      rail: html`${sum(c, c.t.toPay, total)}${fresh('primary')}<div class="pair">${another}</div>`,
      over,
    });
  }
  return frame(c, {
    kind: 'payqr',
    main: spentNow ? spent(c) : html`<div class="stack center">${qr(screen.payCode, c.t.payQrCode)}</div>`,
    rail: html`${spentNow ? nothing : html`<h1 class="phrase">${title}</h1>`}${c.small ? money(total, 'total') : sum(c, c.t.toPay, total)}${spentNow ? nothing : validity(c, screen)}<div class="push"></div>${fresh('primary')}${another}`,
    over,
  });
};

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').CodeClosing} screen
 */
export const codeClosing = (c, { amount }, over) => frame(c, {
  kind: 'whole waiting',
  main: html`<div class="stack center">${ring('turning', 28, icon('clock'))}
    <div class="stack center tight"><h1 class="phrase">${c.t.codeClosing}</h1>${money(amount, 'total')}<p class="soft phrase" role="status">${(c.small ? c.t.codeClosingTextShort : c.t.codeClosingText)(Math.max(1, c.seconds))}</p></div></div>`,
  over,
});

const STEP = { INSERT_OR_TAP: 'card', ENTER_PIN: 'lock', PROCESSING: 'wallet', REMOVE_CARD: 'card' };

/**
 * The card terminal leads; here stand only its step in words, the amount, and while nothing has begun a way back.
 *
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').FollowReader} screen
 */
export const followReader = (c, { amount, step }, over) => {
  const [title, text, short] = c.t[`reader${step}`];
  const another = step === 'INSERT_OR_TAP' ? button('back', c.small ? c.t.anotherWayShort : c.t.anotherWay, c.small ? 'small' : '', () => c.send('anotherWay')) : nothing;
  const words = html`<div class="stack center tight"><h1 class="phrase">${title}</h1>${c.small && c.large ? nothing : html`<p class="soft">${c.small ? short : text}</p>`}</div>`;
  return frame(c, {
    kind: 'follow waiting',
    main: html`<div class="stack center" role="status">${ring('turning', 28, icon(STEP[step]))}${words}</div>`,
    rail: html`${sum(c, c.t.toPay, amount)}${c.portrait ? nothing : html`<div class="push"></div>`}${another === nothing ? nothing : html`<div class=${c.portrait ? 'pair' : 'stack'}>${another}</div>`}`,
    over,
  });
};
