// Money back begins with the receipt's code before the scanner.
import { html, nothing } from '/lit/lit-html.js';
import { happened } from '../notice/happened.js';
import { frame } from '../shared/parts.js';
import { phoneToScanner } from '../shared/phone.js';
import { leave } from './leave.js';

/** @import { RefundScan } from '../messages.js' */
/** @import { View } from '../shared/page.js' */

/** @type {View<RefundScan>} */
export const refundScan = (page, screen, over) => {
  const { words, small, portrait } = page;
  const short = small || (page.largerText && page.medium);
  const what = html`<div class="words">
    <h1 class="phrase">${portrait ? words.refundScanTitle : words.refundScanTitleShort}</h1>
    ${short ? nothing : html`<p class="soft">${words.refundScanText}</p>`}
  </div>`;
  return frame(page, {
    kind: screen.notice ? 'present told' : 'present',
    main: html`<div class="show">${phoneToScanner(words.receipt)}${what}</div>
      ${happened(page, screen.notice)}`,
    rail: portrait
      ? html`<div class="pair">${leave(page, '')}</div>`
      : html`<p class="small soft">${words.refundStaffAgree}</p>
          <div class="push"></div>
          ${leave(page, small ? 'small' : '')}`,
    over,
  });
};
