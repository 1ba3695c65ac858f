// Goods that not everybody may buy: a banner waits for staff above the list, which goes on; paying waits and says so.
import { html, nothing } from '/lit/lit-html.js';
import { button, icon, tag } from '../shared/parts.js';

/** @import { AgeWait, Basket, Line } from '../messages.js' */
/** @import { Part } from '../shared/page.js' */

/**
 * That somebody comes is said only when somebody has said so.
 *
 * @type {Part<[AgeWait | null]>}
 */
export const banner = (page, waits) => {
  if (!waits) return nothing;
  const { words, portrait, largerText } = page;
  const { name, staff } = waits;
  const title = portrait && !largerText ? words.ageBanner(name) : words.ageBannerShort;
  const told = staff === 'NOT_REACHED' ? nothing : html`<span>${words[`age${staff}`]}</span>`;
  return html`<div class="notice warn banner" role="status">
    ${icon('person-wait')}
    <div>
      <b>${title}</b>${portrait ? html`<p class="soft small">${told}<span>${words.ageReady}</span></p>` : nothing}
    </div>
  </div>`;
};

/** @type {Part<[Line]>} */
export const held = ({ words, small, portrait, largerText }, { age }) =>
  age ? tag('age', small || largerText || !portrait ? words.ageHeldShort : words.ageHeld, 'warn') : nothing;

/**
 * Says what it waits for; touched, it calls again where nobody comes.
 *
 * @type {Part<[kind: string]>}
 */
export const waitingPay = (page, kind) => {
  const { words, portrait, largerText } = page;
  const label = portrait && !largerText ? words.payAfterAge : words.payAfterAgeShort;
  return html`<button class="btn primary wait ${kind}" aria-disabled="true" @click=${() => page.send('pay')}>
    ${portrait ? icon('clock') : nothing}<span>${label}</span>
  </button>`;
};

/**
 * To do without is always there.
 *
 * @type {Part<[Basket, kind: string]>}
 */
export const leave = (page, { age, lines }, kind) => {
  const { words, small, largerText } = page;
  const several = lines.filter(line => line.age > 0).length > 1;
  const name = page.portrait && !largerText && !several ? (age?.name ?? '') : '';
  const short = name.length > 0 && name.length <= (page.chinese ? 4 : 8) ? words.ageLeave(name) : words.ageLeaveShort;
  return button(small ? '' : 'undo', short, kind, () => page.send('leaveRestricted'));
};
