// Showing a wallet's pay code, and waiting for what comes of it.
import { html, nothing } from '/lit/lit-html.js';
import { happened } from '../notice/happened.js';
import { button, frame, money, sum, turning } from '../shared/parts.js';
import { phoneToScanner } from '../shared/phone.js';

/** @import { PresentCode, Processing } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/**
 * Whose code it is to be, and what is shown below.
 *
 * @type {Part<[PresentCode]>}
 */
const what = (page, { parts, beside }) => {
  const { words, small, portrait } = page;
  if (parts) {
    return html`<h1 class="phrase">${words.partsBy(parts.wallet)}</h1>
      <p class=${portrait ? '' : 'small'}><b>${words.partsOf(parts.months, parts.each)}</b><br />${parts.fee}</p>`;
  }
  const short = small || (page.largerText && page.medium);
  const title = beside.code ? words.presentMember : words.presentTitle;
  const brief = beside.code ? words.presentMemberShort : words.presentTitleShort;
  return html`<h1 class="phrase">${portrait ? title : brief}</h1>
    ${short ? nothing : html`<p class="soft">${words.presentText}</p>`}`;
};

const offer = (/** @type {Page} */ page, /** @type {string} */ wallet) =>
  page.small || page.largerText ? page.words.payInPartsShort : page.words.payInParts(wallet);

/** @type {View<PresentCode>} */
export const presentCode = (page, screen, over) => {
  const { words, small } = page;
  const due = sum(page, words.toPay, screen.totals.total);
  const goods = screen.beside.face || screen.beside.code;
  const label = goods ? words.backShort : small ? words.anotherWayShort : words.anotherWay;
  const back = button('back', label, small ? 'small' : '', () => page.send('back'));
  const parts = screen.partsWith
    ? button('', offer(page, screen.partsWith), small ? 'small' : '', () => page.send('payInParts'))
    : nothing;
  const face = screen.beside.face
    ? button(small ? '' : 'face', words.payFace, small ? 'small' : '', () =>
        page.send('chooseMethod', { method: 'FACE' }),
      )
    : nothing;
  const another = html`${parts}${back}${face}`;
  return frame(page, {
    kind: screen.notice ? 'present told' : 'present',
    main: html`<div class="show">
        ${small && screen.parts && (page.largerText || screen.notice) ? nothing : phoneToScanner(words.payCodeOnPhone)}
        <div class="words">${what(page, screen)}</div>
      </div>
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
