// Nobody knows yet whether money moved: not to pay again comes first, then what is being done.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, icon, money, stated } from '../shared/parts.js';

/** @import { Unknown } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/**
 * @param {string} kind
 * @param {string} name
 * @param {string} text
 */
const step = (kind, name, text) => html`<li class=${kind}>${icon(name)}<span>${text}</span></li>`;

/** @type {Part<[Unknown]>} */
const steps = (page, { staff, referencePrinted }) => {
  const { words, small, largerText } = page;
  const callShort = small || (largerText && page.medium);
  const unheard = callShort ? words.staffNotCalledShort : words.staffNotCalled;
  const called =
    staff === 'NOT_REACHED' ? step('doing', 'help', unheard) : step('done', 'check', words[`staff${staff}`]);
  const asking = step('doing', 'sync', words.askingBank);
  const printed = step('done', 'print', words.referencePrinted);
  return html`<ul class="steps">
    ${called}${small && largerText ? nothing : asking}${referencePrinted && page.portrait ? printed : nothing}
  </ul>`;
};

/** @type {Part<[Unknown]>} */
const print = (page, { referencePrinted }) => {
  const { words, small } = page;
  const again = referencePrinted ? words.printAgain : words.printReference;
  return button('print', small ? words.print : again, small ? 'small' : '', () => page.send('printReference'));
};

const text = (/** @type {Page} */ page) => {
  const short = !page.portrait && (page.chinese || page.small || page.largerText);
  return short ? page.words.unknownTextShort : page.words.unknownText;
};

/** @type {View<Unknown>} */
export const unknown = (page, screen, over) => {
  const { words, small, portrait } = page;
  const reference = stated(words.reference, screen.reference, '');
  const amount = stated(words.amount, money(screen.amount));
  const call = button('help', screen.staff === 'NOT_REACHED' ? words.callStaff : words.callAgain, '', () =>
    page.send('callStaff'),
  );
  const back = portrait ? words.moneyComesBack : words.moneyComesBackShort;
  const told = html`<div class="card split">${reference}${amount}</div>
    ${steps(page, screen)}
    <p class="soft ${portrait ? '' : 'small lh'}">${back}</p>`;
  return frame(page, {
    kind: 'statement alarm',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('oct', 'minus')}
        <div>
          <h1 class="phrase">${words.unknownTitle}</h1>
          <p>${text(page)}</p>
        </div>
      </div>
      ${small ? steps(page, screen) : told}
    </div>`,
    rail: small
      ? html`<div class="foot">${reference}${page.largerText ? nothing : amount}${print(page, screen)}</div>`
      : html`<div class="pair">${print(page, screen)}${call}</div>`,
    over,
  });
};
