// What can be done behind the badge: what waits has a warning edge and its word.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, note, notice, sum } from '../shared/parts.js';

/** @import { Done, Job, Menu, Tile } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Record<Job, string>} */
const ICONS = {
  AGE: 'age',
  WEIGHT: 'scale',
  VOID: 'void',
  DISCOUNT: 'percent',
  REPRINT: 'print',
  CASH: 'cash',
  SUSPEND: 'pickup',
  PAUSE: 'pause',
  DAY_END: 'moon',
  PHONE: 'phone',
};

/** @type {Part<[Tile]>} */
const tile = ({ words, send }, { job, possible, due }) => {
  const choose = () => send('chooseTask', { job });
  const waits = html`<span class="tag warn">${words.staffDue}</span>`;
  return html`<button class="tilebtn act ${due ? 'due' : ''}" ?disabled=${!possible} @click=${choose}>
    ${icon(ICONS[job])}<span>${words[`job${job}`]}</span>${due ? waits : nothing}
  </button>`;
};

/** @type {Part<[Done]>} */
const told = ({ words, send, largerText, portrait }, done) => {
  if (done === 'NOTHING') return nothing;
  const bad = done === 'NOT_PRINTED';
  const putBack = (/** @type {string} */ kind) => button('undo', words.putBack, kind, () => send('putBack'));
  if (done === 'VOIDED' && largerText && !portrait) return putBack('small');
  const undo = done === 'VOIDED' ? putBack('small slim') : nothing;
  return notice(bad ? 'warn' : 'ok', bad ? 'warning' : 'check', words[`done${done}`], '', undo);
};

/** @type {Part<[Menu]>} */
const shopper = (page, { shopper: whose, waiting }) => {
  const { words, largerText, portrait } = page;
  if (!whose) return html`<p class="soft">${words.staffNobody}</p>`;
  const count = html`<span class="small soft">${words.staffUnpaid(whose.items)}</span>`;
  const names = waiting.map(line => `${line.name} ${line.quantity}`).join(page.chinese ? '、' : ', ');
  const held = portrait || (!largerText && waiting.length === 1);
  const ages = notice('warn', 'age', held ? words.staffWaits(names) : words.staffWaitsShort);
  return html`${sum(page, words.staffShopper, whose.total, count)}${waiting.length > 0 ? ages : nothing}`;
};

/** @type {View<Menu>} */
export const staffMenu = (page, screen, over) => {
  const { words, small, portrait } = page;
  const label = screen.shopper ? words.staffExit : words.staffExitNobody;
  const leave = () => page.send('back');
  const tiles = screen.tiles.map(each => tile(page, each));
  const exit = html`<button class="tilebtn act exit" @click=${leave}>
    ${icon('back')}<span>${words.staffExitShort}</span>
  </button>`;
  const undo = html`<button class="tilebtn act" @click=${() => page.send('putBack')}>
    ${icon('undo')}<span>${words.putBack}</span>
  </button>`;
  if (small) {
    return frame(page, {
      kind: 'staffmode whole',
      badge: screen.badge,
      main: html`<h1 class="unseen">${words.staffTitle}</h1>
        <div class="tiles jobs">${tiles}${screen.done === 'VOIDED' ? undo : nothing}${exit}</div>
        <p class="said small" role="status">${screen.done === 'NOTHING' ? '' : words[`done${screen.done}`]}</p>`,
      over,
    });
  }
  return frame(page, {
    kind: 'staffmode',
    badge: screen.badge,
    head: head(words.staffTitle, note(page.display.terminal)),
    main: html`<div class="tiles jobs">${tiles}</div>
      ${portrait ? told(page, screen.done) : nothing}
      <div class="floor"></div>`,
    rail: html`${shopper(page, screen)}${portrait ? nothing : told(page, screen.done)}
      <div class="push"></div>
      ${button('back', label, 'choice', leave)}`,
    over,
  });
};
