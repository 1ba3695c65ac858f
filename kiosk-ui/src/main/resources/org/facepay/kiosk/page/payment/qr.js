// A code on the screen that a phone scans, and waiting for it to be closed.
import { html, nothing } from '/lit/lit-html.js';
import { bigMark, button, frame, money, qr, ring, sum, turning } from '../shared/parts.js';

/** @import { CodeClosing, PayQr } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/**
 * How long the code holds, as a ring and in words.
 *
 * @type {Part<[PayQr]>}
 */
const validity = (page, { seconds }) => {
  const share = (100 * page.seconds) / Math.max(1, seconds);
  const left = page.words.validFor(Math.floor(page.seconds / 60), page.seconds % 60);
  return html`<div class="valid">
    ${page.largerText && !page.portrait ? nothing : ring('little', share, nothing)}
    <span class=${page.small ? 'small' : ''}>${left}</span>
  </div>`;
};

/** @type {Part} */
const expired = page =>
  html`<div class="stack center spent">
    ${bigMark('clock')}
    <h1 class="phrase">${page.words.codeExpired}</h1>
    <p class="soft">${page.words.codeExpiredText}</p>
  </div>`;

const another = (/** @type {Page} */ page) => {
  const label = page.small ? page.words.anotherWayShort : page.words.anotherWay;
  return button('back', label, page.small ? 'small' : '', () => page.send('anotherWay'));
};

/**
 * A code that no longer pays is never left to be scanned.
 *
 * @type {View<PayQr>}
 */
export const payQr = (page, screen, over) => {
  const { words, portrait } = page;
  const { total } = screen.totals;
  const spent = screen.expired || page.seconds === 0;
  const title = html`<h1 class="phrase">${screen.wallet ? words.scanWith(screen.wallet) : words.scanThis}</h1>`;
  const code = qr(screen.payCode, words.payQrCode);
  const fresh = spent ? button('sync', words.newCode, 'primary', () => page.send('newCode')) : nothing;
  const shown = portrait ? html`${title}${code}${validity(page, screen)}` : code;
  const due = page.small ? money(total, 'total') : sum(page, words.toPay, total);
  return frame(page, {
    kind: 'payqr',
    main: spent ? expired(page) : html`<div class="stack center">${shown}</div>`,
    rail: portrait
      ? html`${due}${fresh}
          <div class="pair">${another(page)}</div>`
      : html`${spent ? nothing : title}${due}${spent ? nothing : validity(page, screen)}
          <div class="push"></div>
          ${fresh}${another(page)}`,
    over,
  });
};

/** @type {View<CodeClosing>} */
export const codeClosing = (page, { amount, canReturn }, over) => {
  const { words, small } = page;
  const left = (small ? words.codeClosingTextShort : words.codeClosingText)(Math.max(1, page.seconds));
  const back = button('back', words.backToCode, small ? 'small' : '', () => page.send('back'));
  const short = small || (page.medium && page.largerText);
  const why = short ? words.codeClosingWhyShort : words.codeClosingWhy;
  return frame(page, {
    kind: 'follow waiting',
    main: html`<div class="stack center">
      ${turning('clock')}
      <div class="stack center tight">
        <h1 class="phrase">${words.codeClosing}</h1>
        <p class="soft phrase" role="status">${left}</p>
        ${small && page.largerText ? nothing : html`<p class="soft phrase">${why}</p>`}
      </div>
    </div>`,
    rail: html`${sum(page, words.toPay, amount)}${page.portrait ? nothing : html`<div class="push"></div>`}
    ${canReturn ? html`<div class=${page.portrait ? 'pair' : 'stack'}>${back}</div>` : nothing}`,
    over,
  });
};
