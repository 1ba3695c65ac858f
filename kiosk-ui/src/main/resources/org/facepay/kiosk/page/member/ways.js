// How a member is known without a face: by the member's code, held to the scanner, or by the phone number.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, tag, waysOn } from '../shared/parts.js';

/** @import { MemberWays } from '../messages.js' */
/** @import { View } from '../shared/page.js' */

/** @type {View<MemberWays>} */
export const memberWays = (page, { scanner, unknown }, over) => {
  const { words, portrait } = page;
  const number = button('phone', words.byPhone, 'choice', () => page.send('byPhone'));
  const join = button('member', words.join, 'choice', () => page.send('join'));
  const back = button('back', words.backToBasket, 'quiet', () => page.send('back'));
  return frame(page, {
    kind: 'verdict-on declined ended',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('plain', scanner ? 'barcode' : 'member')}
        <h1 class="phrase">${scanner ? words.scanMemberCode : words.memberByNumber}</h1>
      </div>
      <p class="phrase">${scanner ? words.scanMemberCodeText : words.memberByNumberText}</p>
      ${unknown ? html`<p role="status">${tag('info', words.memberUnknown, 'warn')}</p>` : nothing}
    </div>`,
    rail: portrait ? html`${waysOn(page, number, join)}${back}` : html`${back}${waysOn(page, number, join)}`,
    over,
  });
};
