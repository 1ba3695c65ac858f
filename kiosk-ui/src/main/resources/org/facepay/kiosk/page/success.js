// Paid: the e-receipt is there for everybody, paper only for those who ask.
import { html, nothing } from '/lit/lit-html.js';
import { brand, button, emblem, frame, icon, money, notice, qr } from './parts.js';

const cut = (c, screen) => !screen.saved ? nothing
  : html`<span class="saved">${icon('tag', 's')}<span>${c.portrait ? c.t.savedNow(screen.saved) : c.t.savedNowShort(screen.saved)}</span></span>`;

const receipt = (c, screen) => html`<div class="card e-receipt">${qr(screen.receiptCode, c.t.receiptCode)}<div><h2>${c.t.receipt}</h2><p class="small soft">${c.t.receiptText}</p>${c.small || (c.large && c.medium) ? nothing : html`<p class="small soft more-words">${c.t.receiptMore}</p>`}</div></div>`;

const paper = (c, screen) => {
  const done = () => c.send('noPaper');
  switch (screen.paper) {
    case 'NONE': return html`${c.portrait || c.small ? nothing : html`<b class="lh">${c.t.paperQuestion}</b>`}<div class=${c.portrait ? 'pair' : 'stack'}>${button('leaf', c.t.noPaper, 'choice', done)}${button('print', c.t.printReceipt, 'choice', () => c.send('printReceipt'))}</div>`;
    case 'PRINTING': return notice('info', 'print', c.t.printing);
    case 'PRINTED': return html`${notice('ok', 'check', c.t.printed)}${button('', c.t.finish, 'choice', done)}`;
    case 'SENT': return html`${notice('info', 'print', c.t.sentToPrinter)}${button('', c.t.finish, 'choice', done)}`;
    default: return html`${c.small ? notice('info', 'phone', c.t.notPrintedShort) : notice('info', 'phone', c.t.notPrinted, c.t.notPrintedText)}${button('', c.t.finish, 'choice', done)}`;
  }
};

export const success = (c, screen, over) => frame(c, {
  kind: 'paid',
  main: html`<div class="stack"><div class="verdict">${emblem('paid-mark', 'check')}<div><h1>${c.small ? c.t.paidTitleShort : c.t.paidTitle}</h1><div class="figures">${money(screen.amount, 'total')}${cut(c, screen)}</div></div></div>${receipt(c, screen)}</div>`,
  rail: html`${c.medium ? html`<div class="brandline">${brand(c)}</div>` : nothing}${paper(c, screen)}<p class="small soft ends ${screen.paper === 'NONE' ? '' : 'lh7x'}">${c.t.endsIn(c.seconds)}</p>`,
  over,
});
