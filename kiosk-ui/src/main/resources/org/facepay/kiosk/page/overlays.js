// Dialogs above a screen. They never cover the bar, and the screen below is out of reach while they stand. What does no harm
// comes first. All answers stand where no screen below has anything that pays, agrees or throws away.
import { html } from '/lit/lit-html.js';
import { button, emblem, ring } from './parts.js';

const dialog = (kind, mark, title, text, buttons) => html`<div class="scrim"><div class="dialog ${kind}" role="dialog" aria-modal="true" aria-labelledby="dialog-title">
  <div class="said">${mark}<div class="told"><h2 class="h1" id="dialog-title">${title}</h2><p>${text}</p></div></div><div class="answers">${buttons}</div></div></div>`;

const keepFace = c => button('', c.t.withdrawNo, 'choice', () => c.send('continue'));

const deleteFace = c => button('trash', c.t.withdrawYes, 'choice', () => c.send('confirmWithdraw'));

const VIEWS = {
  idleWarning: (c, o) => dialog('idle', ring('count', Math.min(100, 100 * c.seconds / Math.max(1, o.seconds)), html`<span>${c.seconds}</span>`), c.t.idleTitle, c.t.idleText(c.seconds),
    html`${button('', c.t.keepShopping, 'primary', () => c.send('continue'))}${button('', c.t.idleFinish, 'tall', () => c.send('finish'))}`),
  attendantCalled: (c, o) => o.delivered
    ? dialog('', emblem('paid-mark', 'check'), c.t.calledTitle, c.t.calledText, button('', c.t.gotIt, 'primary', () => c.send('continue')))
    : dialog('', emblem('plain', 'help'), c.t.notCalledTitle, c.t.notCalledText,
      html`${button('', c.t.gotIt, 'tall', () => c.send('continue'))}${button('help', c.t.callOnceMore, 'primary', () => c.send('callStaff'))}`),
  confirmCancel: (c, o) => dialog('', emblem('plain', 'trash'), c.t.confirmTitle, c.t.confirmText(o.items),
    html`${button('', c.t.keepShopping, 'primary', () => c.send('continue'))}${button('', c.t.confirmYes, 'tall', () => c.send('confirmCancel'))}`),
  confirmWithdraw: c => dialog('', emblem('plain', 'face'), c.t.withdrawTitle, c.t.withdrawText,
    html`${keepFace(c)}${deleteFace(c)}`),
  bagCheck: (c, o) => dialog('', emblem('plain', 'bag'), c.t[`bag${o.kind}`], o.attendant ? c.t.bagStaffComing : c.t.bagAskStaff,
    o.attendant ? button('', c.t.keepScanning, 'primary', () => c.send('continue'))
      : html`${button('', c.t.keepScanning, 'primary', () => c.send('continue'))}${button('help', c.t.callStaff, 'tall', () => c.send('callStaff'))}`),
};

export const overlay = (c, o) => VIEWS[o.type](c, o);
