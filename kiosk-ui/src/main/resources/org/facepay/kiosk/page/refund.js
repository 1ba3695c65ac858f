// Money back, by the receipt: show it, tick what goes back, let staff agree, take the paper.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, head, icon, money, notice, note, picture, ring, sum } from './parts.js';
import { phoneToScanner } from './drawings.js';
import { happened } from './basket.js';
import { scrolled, turnPage } from './paging.js';

const leave = (c, kind) => button('close', c.small || c.large ? c.t.refundLeaveShort : c.t.refundLeave, kind, () => c.send('back'));

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').RefundScan} screen
 */
export const refundScan = (c, screen, over) => {
  const words = html`<div class="words"><h1 class="phrase">${c.portrait ? c.t.refundScanTitle : c.t.refundScanTitleShort}</h1>${c.small || (c.large && c.medium) ? nothing : html`<p class="soft">${c.t.refundScanText}</p>`}</div>`;
  return frame(c, {
    kind: screen.notice ? 'present told' : 'present',
    main: html`<div class="show">${phoneToScanner(c.t.receipt)}${words}</div>${happened(c, screen.notice)}`,
    rail: c.portrait ? html`<div class="pair">${leave(c, '')}</div>` : html`<p class="small soft">${c.t.refundStaffAgree}</p><div class="push"></div>${leave(c, c.small ? 'small' : '')}`,
    over,
  });
};

/** The whole row is the box; one that cannot go back says why in its place. */
const row = c => l => html`<li data-line=${l.id} class="row ${l.ticked ? 'on' : ''} ${l.locked ? 'gone' : ''}">${l.locked ? nothing : html`<button class="hit" role="checkbox" aria-checked=${l.ticked} aria-label=${`${l.name} ${l.quantity}`} @click=${() => c.send('tickLine', { line: l.id })}></button>`}
  ${l.locked ? html`<span class="box"></span>` : html`<span class="box drawn">${l.ticked ? icon('check') : nothing}</span>`}${c.small ? nothing : picture(l.picture)}
  <div class="words"><div class="name">${l.name}</div><div class="meta"><span class="nowrap">${l.locked ?? l.quantity}</span></div></div>
  <div class="price">${money(l.price)}</div></li>`;

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').RefundLines} screen
 */
export const refundLines = (c, { lines, amount, canRefund }, over) => {
  const more = c.hidden === 0 ? nothing : button(c.hidden < 0 ? 'up' : 'down', c.hidden < 0 ? (c.small ? c.t.toTopShort : c.t.toTop) : c.t.moreKinds(c.hidden), c.small ? 'quiet small slim' : 'more', turnPage);
  const list = html`<div class="shelf"><ul class="list" @scroll=${scrolled}>${lines.map(row(c))}</ul>${c.hidden > 0 ? html`<div class="fade"></div>` : nothing}${c.small ? nothing : more}</div>`;
  const go = kind => html`<button class="btn primary ${kind}" ?disabled=${!canRefund} @click=${() => c.send('requestRefund')}><span>${c.t.refundThis}</span></button>`;
  return frame(c, {
    kind: 'refundlines',
    head: c.small ? html`<h1>${c.t.refundLinesShort}</h1>${more}` : head(c.t.refundLines, c.portrait ? note(c.t.refundTouch) : nothing),
    main: list,
    rail: html`${sum(c, c.t.refundSum, amount)}${go(c.portrait ? '' : 'push')}${leave(c, c.small ? 'small' : 'quiet')}`,
    over,
  });
};

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').RefundAttendant} screen
 */
export const refundAttendant = (c, { amount, staffCalled }, over) => {
  const words = html`<div class="stack center tight"><h1 class="phrase">${c.t.refundWait}</h1><p class="soft">${staffCalled ? c.t.staffComingShort : c.t.refundCallFirst}</p></div>`;
  const call = button('help', staffCalled ? c.t.callAgain : c.t.callStaff, staffCalled ? (c.small ? 'small' : '') : 'primary', () => c.send('callStaff'));
  return frame(c, {
    kind: 'follow waiting',
    main: html`<div class="stack center">${staffCalled ? ring('turning', 28, icon('member')) : html`<span class="bigmark">${icon('member')}</span>`}${words}</div>`,
    rail: c.portrait ? html`${sum(c, c.t.refundSum, amount)}${call}${leave(c, 'quiet')}` : html`${sum(c, c.t.refundSum, amount)}<div class="push"></div>${call}${leave(c, c.small ? 'small' : 'quiet')}`,
    over,
  });
};

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Refunding} screen
 */
export const refunding = (c, { amount, staffCalled }, over) => frame(c, {
  kind: 'whole waiting',
  main: html`<div class="stack center">${ring('turning', 28, icon('undo'))}
    <div class="stack center tight"><h1>${c.t.refunding}</h1>${money(amount, 'total')}<p class="soft">${staffCalled ? c.t.staffComingShort : c.t.refundingText}</p></div></div>`,
  over,
});

const paper = (c, { paper: state }) => {
  const done = button('', c.t.finish, state === 'NONE' ? 'choice' : 'primary', () => c.send('noPaper'));
  switch (state) {
    case 'NONE': return html`${button('leaf', c.t.noPaper, 'choice', () => c.send('noPaper'))}${button('print', c.t.print, 'choice', () => c.send('printReceipt'))}`;
    case 'PRINTING': return notice('info', 'print', c.t.refundPrinting);
    case 'PRINTED': return html`${notice('ok', 'check', c.t.printed)}${done}`;
    case 'SENT': return html`${notice('info', 'print', c.t.refundSent)}${done}`;
    default: return html`${notice('info', 'help', c.t.refundNotPrinted)}${done}`;
  }
};

const title = (c, { settlement }) => {
  switch (settlement) {
    case 'PROCESSING': return c.t.refundProcessing;
    case 'IN_TROUBLE': return c.t.refundInTrouble;
    default: return c.t.refundedTitle;
  }
};

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Refunded} screen
 */
export const refunded = (c, screen, over) => frame(c, {
  kind: 'paid refunded',
  main: html`<div class="stack"><div class="verdict">${screen.settlement === 'IN_TROUBLE' ? emblem('oct', 'help') : emblem('paid-mark', 'undo')}<div><h1>${title(c, screen)}</h1><div class="figures">${money(screen.amount, 'total')}</div></div></div>
    <div class="card split"><div><div class="soft small">${screen.settlement === 'IN_TROUBLE' ? c.t.refundNext : c.t.refundBack}</div><div class="ref plain">${screen.when}</div></div></div></div>`,
  rail: html`<div class=${c.portrait && screen.paper === 'NONE' ? 'pair' : 'stack push'}>${paper(c, screen)}</div>`,
  over,
});
