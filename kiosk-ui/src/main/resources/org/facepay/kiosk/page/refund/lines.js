// Which lines of the receipt go back; none is ticked before the shopper has.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled } from '../runtime/paging.js';
import { fade, frame, head, icon, money, note, picture, stepper, sum } from '../shared/parts.js';
import { more } from '../shared/reading.js';
import { leave } from './leave.js';

/** @import { RefundLine, RefundLines } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/**
 * How many of several pieces go back.
 *
 * @type {Part<[RefundLine]>}
 */
const pieces = (page, { id, name, ticked, left }) =>
  stepper(
    page,
    { name, count: ticked, most: left },
    { less: () => page.send('oneLess', { line: id }), more: () => page.send('oneMore', { line: id }) },
  );

/** The whole row is the box; one that cannot go back says why in its place. */
const row = (/** @type {Page} */ page) => (/** @type {RefundLine} */ line) => {
  const { ticked, locked } = line;
  const counted = ticked > 0 && line.left > 1;
  const tick = () => page.send('tickLine', { line: line.id });
  const label = `${line.name} ${line.quantity}`;
  const hit = html`<button
    class="hit"
    role="checkbox"
    aria-checked=${ticked > 0}
    aria-label=${label}
    @click=${tick}
  ></button>`;
  const box = html`<span class="box drawn">${ticked > 0 ? icon('check') : nothing}</span>`;
  const shown = page.small ? nothing : picture(line.picture, line.name);
  return html`<li
    data-line=${line.id}
    class="row ${ticked > 0 ? 'on' : ''} ${locked ? 'gone' : ''} ${counted ? 'counted' : ''}"
  >
    ${locked ? html`<span class="box"></span>` : html`${hit}${box}`}${shown}
    <div class="words">
      <div class="name">${line.name}</div>
      <div class="meta"><span class="nowrap">${locked ?? line.quantity}</span></div>
    </div>
    <div class="price">${money(line.price)}</div>
    ${counted ? pieces(page, line) : nothing}
  </li>`;
};

/** @type {Part} */
const heading = page => {
  const { words } = page;
  if (page.small) return head(words.refundLinesShort, more(page));
  return head(words.refundLines, page.portrait ? note(words.refundTouch) : nothing);
};

/** @type {View<RefundLines>} */
export const refundLines = (page, { lines, amount, canRefund }, over) => {
  const { words, small } = page;
  const request = () => page.send('requestRefund');
  const kind = page.portrait ? '' : 'push';
  return frame(page, {
    kind: 'refundlines',
    head: heading(page),
    main: html`<div class="shelf">
      <ul class="list" @scroll=${scrolled}>
        ${lines.map(row(page))}
      </ul>
      ${fade(page)}${small ? nothing : more(page)}
    </div>`,
    rail: html`${sum(page, words.refundSum, amount)}
      <button class="btn primary ${kind}" ?disabled=${!canRefund} @click=${request}>
        <span>${words.refundThis}</span>
      </button>
      ${leave(page, small ? 'small' : 'quiet')}`,
    over,
  });
};
