// Cash for the basket: what is to take, what was received, what goes back.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, money, note, notice } from '../shared/parts.js';

/** @import { Cash } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0'];

/** @type {Part} */
const pad = ({ words, send }) => {
  const key = (/** @type {string} */ option) => button('', option, '', () => send('chooseOption', { option }));
  const back = () => send('chooseOption', { option: 'back' });
  return html`<div class="keypad">
    ${KEYS.map(key)}
    <button class="btn" aria-label=${words.cashDelete} @click=${back}>${icon('backspace')}</button>
  </div>`;
};

/** @type {Part<[Cash]>} */
const facts = ({ words, small, largerText }, { shopper, received, change }) => {
  const size = small || largerText ? '' : 'large';
  return html`<dl class="facts ruled mid">
    <dt>${words.cashDue}</dt>
    <dd>${money(shopper.total, size)}</dd>
    <dt>${words.cashReceived}</dt>
    <dd>${money(received, size)}</dd>
    <dt>${words.cashChange}</dt>
    <dd>${change === null ? html`<span class="soft">–</span>` : money(change, 'total')}</dd>
  </dl>`;
};

/** @type {Part<[Cash, back: unknown]>} */
const quick = ({ portrait, send }, screen, back) => {
  const shown = portrait ? screen.quick : screen.quick.slice(0, 3);
  const plain = (/** @type {string} */ label) => label.replace(/\.00$/, '');
  return html`<div class="quick">
    ${shown.map(({ id, label }) => {
      const chosen = id === screen.received;
      const give = () => send('chooseOption', { option: id });
      return html`<button class="btn slim small ${chosen ? 'chosen' : ''}" aria-pressed=${chosen} @click=${give}>
        <span>${plain(label)}</span>
      </button>`;
    })}
    ${portrait ? nothing : back}
  </div>`;
};

/** @type {View<Cash>} */
export const cash = (page, screen, over) => {
  const { words, small, portrait } = page;
  const back = button('back', words.staffMenuBack, portrait ? 'quiet' : 'quiet small slim', () => page.send('back'));
  const take = () => page.send('takeCash');
  const done = html`<button
    class="btn primary ${small ? 'low' : ''}"
    ?disabled=${screen.change === null}
    @click=${take}
  >
    <span>${small ? words.cashDoneShort : words.cashDone}</span>
  </button>`;
  const first = notice('', 'cash', words.cashFirst, words.cashFirstText);
  const title = head(words.jobCASH, note(page.display.terminal));
  return frame(page, {
    kind: 'staffmode cash',
    badge: screen.badge,
    head: small ? nothing : title,
    main: html`${small ? html`<h1 class="unseen">${words.jobCASH}</h1>` : nothing}
      <div class="stack till">
        ${facts(page, screen)}${small ? nothing : quick(page, screen, back)}${portrait ? first : nothing}
        ${small ? html`<div class="pair">${back}${done}</div>` : nothing}
      </div>`,
    rail: html`${pad(page)}${small ? nothing : done}${portrait ? back : nothing}`,
    over,
  });
};
