// Money that does not move at once: paid in parts, or held before a door opens. Said before it is done, every answer of equal weight.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, money, sum } from './parts.js';
import { grid } from './pay.js';

const plan = c => p => html`<button class="tilebtn plan" @click=${() => c.send('choosePlan', { plan: p.id })}><span>${c.t.months(p.months)}</span><span class="each">${money(p.each)}<span class="per">/${c.t.eachPart}</span></span><span class="sub">${p.fee}</span></button>`;

const atOnce = (c, amount) => html`<button class="tilebtn plan" @click=${() => c.send('payAtOnce')}><span>${c.t.payAtOnce}</span><span class="each">${money(amount)}</span><span class="sub">${c.t.payAtOnceText}</span></button>`;

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Instalments} screen
 */
export const instalments = (c, { amount, plans }, over) => {
  const tiles = html`<div class="tiles ${grid(plans.length + 1)}">${atOnce(c, amount)}${plans.map(plan(c))}</div>`;
  const back = kind => button('back', c.small || c.large ? c.t.backShort : c.t.anotherWay, kind, () => c.send('back'));
  if (c.portrait) {
    return frame(c, {
      kind: 'instalments',
      main: html`<div class="stack center"><span class="bigmark">${icon('wallet')}</span><h1 class="phrase">${c.t.instalmentsTitle}</h1><p class="soft">${c.t.instalmentsText}</p></div>`,
      rail: html`${sum(c, c.t.toPay, amount)}${tiles}${back('quiet')}`,
      over,
    });
  }
  return frame(c, {
    kind: 'instalments',
    head: head(c.small ? c.t.instalmentsTitleShort : c.t.instalmentsTitle),
    main: html`${tiles}<div class="floor"></div>`,
    rail: html`${sum(c, c.t.toPay, amount)}<p class="small soft push">${c.t.instalmentsText}</p>${back(c.small ? 'small' : 'quiet small')}`,
    over,
  });
};

/** Per kind of hold the points, each with its icon. */
const POINTS = {
  FROZEN: [['lock', 'holdFrozen'], ['door', 'holdBill'], ['equal', 'holdMost'], ['undo', 'holdRest']],
  CREDIT: [['lock', 'holdNothing'], ['door', 'holdBill'], ['equal', 'holdMost'], ['clock', 'holdLater']],
};

const point = (c, amount, name, key) => {
  const said = c.t[key];
  const [title, text, short] = typeof said === 'function' ? said(amount) : said;
  const alone = c.small || (c.large && c.medium);
  return html`<li>${c.small && c.large ? nothing : icon(name)}<div><b>${c.small ? short : title}</b>${alone ? nothing : html`<span class=${c.portrait ? '' : 'small'}>${text}</span>`}</div></li>`;
};

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').HoldExplained} screen
 */
export const holdExplained = (c, { amount, kind }, over) => {
  const title = c.small ? c.t.holdTitleShort : c.t.holdTitle;
  const points = html`<ul class="points ${c.portrait ? 'roomy' : ''}">${POINTS[kind].map(([name, key]) => point(c, amount, name, key))}</ul>`;
  const other = button('back', c.large && !c.portrait ? c.t.anotherWay : c.t.holdOther, 'choice', () => c.send('anotherWay'));
  const agree = button('door', c.large && !c.portrait ? c.t.holdAgreeShort : c.t.holdAgree, 'choice', () => c.send('agreeHold'));
  const most = kind === 'FROZEN' ? c.t.held : c.t.atMost;
  if (c.portrait) {
    return frame(c, {
      kind: 'consent',
      main: html`<div class="stack"><h1 class="phrase">${title}</h1>${points}</div>`,
      rail: html`${sum(c, most, amount)}<div class="pair">${other}${agree}</div>`,
      over,
    });
  }
  return c.small
    ? frame(c, { kind: 'statement consent', head: head(title), main: points, rail: html`<div class="pair">${other}${agree}</div>`, over })
    : frame(c, { kind: 'consent', head: head(title), main: points, rail: html`${sum(c, most, amount)}<div class="stack push">${other}${agree}</div>`, over });
};
