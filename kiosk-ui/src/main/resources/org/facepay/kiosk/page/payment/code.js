// Showing a wallet's pay code, and waiting for what comes of it.
import { html, nothing } from '/lit/lit-html.js';
import { happened } from '../notice/happened.js';
import { button, frame, money, sum, turning } from '../shared/parts.js';
import { phoneToScanner } from '../shared/phone.js';

/** @import { PresentCode, Processing } from '../messages.js' */
/** @import { View } from '../shared/page.js' */

/** @type {View<PresentCode>} */
export const presentCode = (page, screen, over) => {
  const { words, small } = page;
  const due = sum(page, words.toPay, screen.totals.total);
  const label = small ? words.anotherWayShort : words.anotherWay;
  const another = button('back', label, small ? 'small' : '', () => page.send('back'));
  const short = small || (page.largerText && page.medium);
  const what = html`<div class="words">
    <h1 class="phrase">${page.portrait ? words.presentTitle : words.presentTitleShort}</h1>
    ${short ? nothing : html`<p class="soft">${words.presentText}</p>`}
  </div>`;
  return frame(page, {
    kind: screen.notice ? 'present told' : 'present',
    main: html`<div class="show">${phoneToScanner(words.payCodeOnPhone)}${what}</div>
      ${happened(page, screen.notice)}`,
    rail: page.portrait
      ? html`${due}
          <div class="pair">${another}</div>`
      : html`${due}
          <div class="push"></div>
          ${another}`,
    over,
  });
};

/** @type {View<Processing>} */
export const processing = (page, { amount, confirmOnPhone }, over) => {
  const { words, small } = page;
  const [title, text, short] = confirmOnPhone
    ? [words.confirmOnPhone, words.confirmOnPhoneText, words.confirmOnPhoneTextShort]
    : [words.processing, words.processingText, words.processingTextShort];
  return frame(page, {
    kind: 'whole waiting',
    main: html`<div class="stack center">
      ${turning(confirmOnPhone ? 'phone' : 'wallet')}
      <div class="stack center tight">
        <h1>${title}</h1>
        ${money(amount, 'total')}
        <p class="soft">${small ? short : text}</p>
      </div>
    </div>`,
    over,
  });
};
