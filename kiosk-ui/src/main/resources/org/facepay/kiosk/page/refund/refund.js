// Staff agree, the wallet is asked, and what came of it.
import { html } from '/lit/lit-html.js';
import { bigMark, button, emblem, frame, money, notice, stated, sum, turning } from '../shared/parts.js';
import { leave } from './leave.js';

/** @import { RefundAttendant, Refunded, Refunding } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** @type {View<RefundAttendant>} */
export const refundAttendant = (page, { amount, staff }, over) => {
  const { words, small } = page;
  const again = small ? 'small' : '';
  const called = staff !== 'NOT_REACHED';
  const call = called
    ? button('help', words.callAgain, again, () => page.send('callStaff'))
    : button('help', words.callStaff, 'primary', () => page.send('callStaff'));
  const back = sum(page, words.refundSum, amount);
  return frame(page, {
    kind: 'follow waiting',
    main: html`<div class="stack center">
      ${called ? turning('member') : bigMark('member')}
      <div class="stack center tight">
        <h1 class="phrase">${words.refundWait}</h1>
        <p class="soft">${staff === 'NOT_REACHED' ? words.refundCallFirst : words[`staff${staff}`]}</p>
      </div>
    </div>`,
    rail: page.portrait
      ? html`${back}${call}${leave(page, 'quiet')}`
      : html`${back}
          <div class="push"></div>
          ${call}${leave(page, small ? 'small' : 'quiet')}`,
    over,
  });
};

/** @type {View<Refunding>} */
export const refunding = (page, { amount, staff }, over) => {
  const { words } = page;
  return frame(page, {
    kind: 'whole waiting',
    main: html`<div class="stack center">
      ${turning('undo')}
      <div class="stack center tight">
        <h1>${words.refunding}</h1>
        ${money(amount, 'total')}
        <p class="soft">${staff === 'NOT_REACHED' ? words.refundingText : words[`staff${staff}`]}</p>
      </div>
    </div>`,
    over,
  });
};

/** @type {Part<[Refunded]>} */
const paper = (page, screen) => {
  const { words } = page;
  const without = () => page.send('noPaper');
  const finish = button('', words.finish, 'primary', without);
  switch (screen.paper) {
    case 'NONE': {
      const print = button('print', words.print, 'choice', () => page.send('printReceipt'));
      return html`${button('leaf', words.noPaper, 'choice', without)}${print}`;
    }
    case 'PRINTING':
      return notice('info', 'print', words.refundPrinting);
    case 'PRINTED':
      return html`${notice('ok', 'check', words.printed)}${finish}`;
    case 'SENT':
      return html`${notice('info', 'print', words.refundSent)}${finish}`;
    case 'NOT_PRINTED':
      return html`${notice('info', 'help', words.refundNotPrinted)}${finish}`;
  }
};

const title = (/** @type {Page} */ { words }, /** @type {Refunded} */ { settlement }) => {
  switch (settlement) {
    case 'SETTLED':
      return words.refundedTitle;
    case 'PROCESSING':
      return words.refundProcessing;
    case 'IN_TROUBLE':
      return words.refundInTrouble;
  }
};

/** @type {View<Refunded>} */
export const refunded = (page, screen, over) => {
  const { words } = page;
  const trouble = screen.settlement === 'IN_TROUBLE';
  const side = page.portrait && screen.paper === 'NONE';
  return frame(page, {
    kind: 'paid refunded',
    main: html`<div class="stack">
      <div class="verdict">
        ${trouble ? emblem('oct', 'help') : emblem('paid-mark', 'undo')}
        <div>
          <h1>${title(page, screen)}</h1>
          <div class="figures">${money(screen.amount, 'total')}</div>
        </div>
      </div>
      <div class="card split">${stated(trouble ? words.refundNext : words.refundBack, screen.when)}</div>
    </div>`,
    rail: html`<div class=${side ? 'pair' : 'stack push'}>${paper(page, screen)}</div>`,
    over,
  });
};
