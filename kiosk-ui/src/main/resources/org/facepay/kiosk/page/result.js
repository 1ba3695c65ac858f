// A payment that did not end well: declined says where the money is, unknown says not to pay again.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, icon, money, sum, waysOn } from './parts.js';

export const declined = (c, screen, over) => {
  const ways = waysOn(c, button(c.small ? '' : 'back', c.t.anotherWay, 'choice', () => c.send('anotherWay')), button(c.small ? '' : 'sync', c.t.tryAgain, 'choice', () => c.send('retry')));
  const kept = html`<p class="small soft">${c.t.basketKept} <span class="nowrap">${c.t.itemsKept(screen.items)}</span></p>`;
  return frame(c, {
    kind: 'verdict-on declined',
    main: html`<div class="stack"><div class="verdict">${emblem('bad', 'close')}<h1 class="phrase">${c.t.declinedTitle}</h1></div>
      <p>${c.t[`declined${screen.reason}`]}</p>
      ${c.portrait ? html`<div class="card split"><div><div class="soft small">${c.t.toPay}</div><div class="ref">${money(screen.amount)}</div></div><div><div class="soft small">${c.t.basketKept}</div><div class="ref plain">${c.t.itemsKept(screen.items)}</div></div></div>` : nothing}</div>`,
    rail: c.portrait ? html`${ways}${button('help', c.t.askStaff, 'quiet', () => c.send('callStaff'))}`
      : html`${sum(c, c.t.toPay, screen.amount, c.small ? nothing : kept)}${ways}`,
    over,
  });
};

const step = (kind, name, text) => html`<li class=${kind}>${icon(name)}<span>${text}</span></li>`;

export const unknown = (c, screen, over) => {
  const reference = html`<div><div class="soft small">${c.t.reference}</div><div class="ref">${screen.reference}</div></div>`;
  const amount = html`<div><div class="soft small">${c.t.amount}</div><div class="ref plain">${money(screen.amount)}</div></div>`;
  const staff = screen.staffCalled ? step('done', 'check', c.small ? c.t.staffComingShort : c.t.staffComing) : step('doing', 'help', c.small || (c.large && c.medium) ? c.t.staffNotCalledShort : c.t.staffNotCalled);
  const printed = screen.referencePrinted && c.portrait ? step('done', 'print', c.t.referencePrinted) : nothing;
  const steps = html`<ul class="steps">${staff}${c.small && c.large ? nothing : step('doing', 'sync', c.small ? c.t.askingBankShort : c.t.askingBank)}${printed}</ul>`;
  const print = button('print', c.small ? c.t.print : screen.referencePrinted ? c.t.printAgain : c.t.printReference, c.small ? 'small' : '', () => c.send('printReference'));
  const call = button('help', screen.staffCalled ? c.t.callAgain : c.t.callStaff, '', () => c.send('callStaff'));
  return frame(c, {
    kind: 'statement alarm',
    main: html`<div class="stack">
      <div class="verdict">${emblem('oct', 'minus')}<div><h1 class="phrase">${c.t.unknownTitle}</h1><p>${c.portrait ? c.t.unknownText : c.zh || c.small || c.large ? c.t.unknownTextShort : c.t.unknownText}</p></div></div>
      ${c.small ? steps : html`<div class="card split">${reference}${amount}</div>${steps}<p class="soft ${c.portrait ? '' : 'small lh'}">${c.portrait ? c.t.moneyComesBack : c.t.moneyComesBackShort}</p>`}</div>`,
    rail: c.small ? html`<div class="foot">${reference}${c.large ? nothing : amount}${print}</div>` : html`<div class="pair">${print}${call}</div>`,
    over,
  });
};
