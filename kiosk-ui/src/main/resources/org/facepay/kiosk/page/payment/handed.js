// Staff have taken a payment in doubt: it is theirs to settle, and its number is on paper.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, money, notice, stated } from '../shared/parts.js';

/** @import { HandedOver } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Part<[HandedOver]>} */
const paper = (page, screen) => {
  const { words } = page;
  const finish = button('', words.finish, 'choice', () => page.send('noPaper'));
  switch (screen.paper) {
    case 'NONE':
      return finish;
    case 'PRINTING':
      return notice('info', 'print', words.slipPrinting);
    case 'PRINTED':
      return html`${notice('ok', 'check', words.slipPrinted)}${finish}`;
    case 'SENT':
      return html`${notice('info', 'print', words.slipSent)}${finish}`;
    case 'NOT_PRINTED':
      return html`${notice('info', 'help', words.slipNotPrinted)}${finish}`;
  }
};

/** @type {View<HandedOver>} */
export const handedOver = (page, screen, over) => {
  const { words } = page;
  const reference = stated(words.reference, screen.reference, '');
  const amount = stated(words.amount, money(screen.amount));
  return frame(page, {
    kind: 'paid refunded',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('plain', 'member')}
        <div>
          <h1 class="phrase">${words.handedTitle}</h1>
          ${page.small && page.largerText ? nothing : html`<p>${words.handedText}</p>`}
        </div>
      </div>
      ${page.small ? reference : html`<div class="card split">${reference}${amount}</div>`}
    </div>`,
    rail: html`<div class="stack push">${paper(page, screen)}</div>
      <p class="small soft ends">${words.endsIn(page.seconds)}</p>`,
    over,
  });
};
