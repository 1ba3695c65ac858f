// Paid: the e-receipt is there for everybody, paper only for those who ask.
import { html, nothing } from '/lit/lit-html.js';
import { brand, button, emblem, frame, icon, money, notice, qr } from '../shared/parts.js';

/** @import { Success } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Part<[Success]>} */
const cut = (page, { saved }) => {
  if (!saved) return nothing;
  const text = page.portrait ? page.words.savedNow(saved) : page.words.savedNowShort(saved);
  return html`<span class="saved">${icon('tag', 's')}<span>${text}</span></span>`;
};

/** @type {Part<[Success]>} */
const receipt = (page, { receiptCode }) => {
  const { words } = page;
  const short = page.small || (page.largerText && page.medium);
  return html`<div class="card e-receipt">
    ${qr(receiptCode, words.receiptCode)}
    <div>
      <h2>${words.receipt}</h2>
      <p class="small soft">${words.receiptText}</p>
      ${short ? nothing : html`<p class="small soft more-words">${words.receiptMore}</p>`}
    </div>
  </div>`;
};

/** @type {Part} */
const question = page => {
  const { words } = page;
  const none = button('leaf', words.noPaper, 'choice', () => page.send('noPaper'));
  const print = button('print', words.printReceipt, 'choice', () => page.send('printReceipt'));
  const asked = page.portrait || page.small ? nothing : html`<b class="lh">${words.paperQuestion}</b>`;
  return html`${asked}
    <div class=${page.portrait ? 'pair' : 'stack'}>${none}${print}</div>`;
};

/** @type {Part<[Success]>} */
const paper = (page, screen) => {
  const { words } = page;
  const finish = button('', words.finish, 'choice', () => page.send('noPaper'));
  switch (screen.paper) {
    case 'NONE':
      return question(page);
    case 'PRINTING':
      return notice('info', 'print', words.printing);
    case 'PRINTED':
      return html`${notice('ok', 'check', words.printed)}${finish}`;
    case 'SENT':
      return html`${notice('info', 'print', words.sentToPrinter)}${finish}`;
    case 'NOT_PRINTED': {
      const told = page.small
        ? notice('info', 'phone', words.notPrintedShort)
        : notice('info', 'phone', words.notPrinted, words.notPrintedText);
      return html`${told}${finish}`;
    }
  }
};

/** @type {View<Success>} */
export const success = (page, screen, over) => {
  const { words } = page;
  return frame(page, {
    kind: 'paid',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('paid-mark', 'check')}
        <div>
          <h1>${page.small ? words.paidTitleShort : words.paidTitle}</h1>
          <div class="figures">${money(screen.amount, 'total')}${cut(page, screen)}</div>
        </div>
      </div>
      ${receipt(page, screen)}
    </div>`,
    rail: html`${page.medium ? html`<div class="brandline">${brand(page)}</div>` : nothing}${paper(page, screen)}
      <p class="small soft ends ${screen.paper === 'NONE' ? '' : 'lh7x'}">${words.endsIn(page.seconds)}</p>`,
    over,
  });
};
