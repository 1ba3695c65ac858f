// In how many parts to pay. Said before it is done, every answer of equal weight.
import { html } from '/lit/lit-html.js';
import { grid } from '../payment/methods.js';
import { bigMark, button, frame, head, money, sum } from '../shared/parts.js';

/** @import { Instalments, Plan } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

const plan = (/** @type {Page} */ page) => (/** @type {Plan} */ offered) => {
  const { words } = page;
  return html`<button class="tilebtn plan" @click=${() => page.send('choosePlan', { plan: offered.id })}>
    <span>${words.months(offered.months)}</span>
    <span class="each">${money(offered.each)}<span class="per">/${words.eachPart}</span></span>
    <span class="sub">${offered.fee}</span>
  </button>`;
};

/** @type {Part<[amount: string]>} */
const atOnce = (page, amount) =>
  html`<button class="tilebtn plan" @click=${() => page.send('payAtOnce')}>
    <span>${page.words.payAtOnce}</span>
    <span class="each">${money(amount)}</span>
    <span class="sub">${page.words.payAtOnceText}</span>
  </button>`;

/** @type {View<Instalments>} */
export const instalments = (page, { amount, plans }, over) => {
  const { words, small } = page;
  const tiles = html`<div class="tiles ${grid(plans.length + 1)}">
    ${atOnce(page, amount)}${plans.map(plan(page))}
  </div>`;
  const label = small || page.largerText ? words.backShort : words.anotherWay;
  const back = (/** @type {string} */ kind) => button('back', label, kind, () => page.send('back'));
  const due = sum(page, words.toPay, amount);
  if (page.portrait) {
    return frame(page, {
      kind: 'instalments',
      main: html`<div class="stack center">
        ${bigMark('wallet')}
        <h1 class="phrase">${words.instalmentsTitle}</h1>
        <p class="soft">${words.instalmentsText}</p>
      </div>`,
      rail: html`${due}${tiles}${back('quiet')}`,
      over,
    });
  }
  return frame(page, {
    kind: 'instalments',
    head: head(small ? words.instalmentsTitleShort : words.instalmentsTitle),
    main: html`${tiles}
      <div class="floor"></div>`,
    rail: html`${due}
      <p class="small soft push">${words.instalmentsText}</p>
      ${back(small ? 'small' : 'quiet small')}`,
    over,
  });
};
