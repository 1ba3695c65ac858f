// A basket is kept for another terminal: its code, and until when it counts.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, notice, qr, sum } from '../shared/parts.js';

/** @import { Suspended } from '../messages.js' */
/** @import { View } from '../shared/page.js' */

/** @type {View<Suspended>} */
export const suspended = (page, screen, over) => {
  const { words, small, portrait, largerText } = page;
  const { shopper, basketCode, until, done } = screen;
  const bad = done === 'NOT_PRINTED';
  const slip = notice(bad ? 'warn' : 'ok', bad ? 'warning' : 'print', done === 'NOTHING' ? '' : words[`done${done}`]);
  const how = html`<p class="small soft">${words.keptUntil(until)}</p>`;
  const beside = portrait || (small && largerText) ? nothing : how;
  return frame(page, {
    kind: 'staffmode pairing',
    badge: screen.badge,
    head: head(portrait ? words.keptTitle : words.keptTitleShort),
    main: html`<div class="stack center">${qr(basketCode, words.keptUntil(until))}${portrait ? how : nothing}</div>`,
    rail: html`${sum(page, words.keptItems(shopper.items), shopper.total)}${beside} ${small ? nothing : slip}
      <div class="push"></div>
      ${button('check', words.keptDone, portrait ? 'choice' : 'small', () => page.send('back'))}`,
    over,
  });
};
