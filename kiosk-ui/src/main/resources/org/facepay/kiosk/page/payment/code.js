// Showing a wallet's pay code, and waiting for what comes of it.
import { html, nothing } from '/lit/lit-html.js';
import { happened } from '../notice/happened.js';
import { button, frame, money, notice, sum, turning } from '../shared/parts.js';
import { phoneToScanner } from '../shared/phone.js';

/** @import { Parts, PresentCode, Processing } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Part<[Parts]>} */
const inParts = (page, { wallet, months, each, fee }) =>
  notice('info', 'wallet', page.words.partsOf(months, each), page.words.partsBy(wallet, fee));

/** @type {View<PresentCode>} */
export const presentCode = (page, screen, over) => {
  const { words, small } = page;
  const due = sum(page, words.toPay, screen.totals.total);
  const label = small ? words.anotherWayShort : words.anotherWay;
  const back = button('back', label, small ? 'small' : '', () => page.send('back'));
  const parts = screen.partsWith
    ? button('wallet', words.payInParts(screen.partsWith), small ? 'small' : '', () => page.send('payInParts'))
    : nothing;
  const another = html`${parts}${back}`;
  const chosen = screen.parts ? inParts(page, screen.parts) : nothing;
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
      ? html`${due}${chosen}
          <div class="pair">${another}</div>`
      : html`${due}${chosen}
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
