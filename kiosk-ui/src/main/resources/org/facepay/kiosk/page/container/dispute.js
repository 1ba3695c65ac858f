// A line of the bill is not right: which one, how, and what becomes of it. Nothing is chosen before.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, head, icon, money, notice, picture } from '../shared/parts.js';
import { more } from '../shared/reading.js';
import { counted, listed } from './list.js';

/** @import { BillLine, Complaint, Dispute, Objected } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** @type {Part<[BillLine, Dispute]>} */
const row = (page, { id, article, amount }, { chosen, complaint }) => {
  const { words } = page;
  const on = id === chosen;
  const how = complaint ? words.disputeChosenAs(complained(page, complaint)) : words.disputeChosen;
  const choose = () => page.send('tickLine', { line: id });
  return html`<li data-line=${id} class="row ${on ? 'on' : ''}">
    <button class="hit" aria-pressed=${on} aria-label=${article.name} @click=${choose}></button>
    ${picture(article.picture, article.name)}
    <div class="words">
      <div class="name">${counted(article)}</div>
      ${on ? html`<div class="meta"><span class="now">${how}</span></div>` : nothing}
    </div>
    ${page.small ? nothing : html`<span></span>`}
    <div class="price">${money(amount)}</div>
  </li>`;
};

/**
 * What the shopper says is wrong, as on its button.
 *
 * @type {(page: Page, complaint: Complaint) => string}
 */
const complained = ({ words, portrait, medium, largerText }, complaint) => {
  const long = portrait || (medium && complaint === 'WRONG_NUMBER' && !largerText);
  return long ? words[`dispute${complaint}`] : words[`disputeShort${complaint}`];
};

/** @type {Part<[Dispute, Complaint, name: string]>} */
const wrong = (page, { complaint }, which, name) => {
  return html`<button
    class="btn ${page.small ? 'small' : 'choice'}"
    aria-pressed=${complaint === which}
    @click=${() => page.send(which === 'NOT_TAKEN' ? 'notTaken' : 'wrongNumber')}
  >
    ${icon(name)}<span>${complained(page, which)}</span>
  </button>`;
};

/** What the blue button does, or what it still waits for. */
const doing = (/** @type {Page} */ { words, portrait }, /** @type {Dispute} */ { chosen, complaint, refund }) => {
  if (!chosen) return words.disputeLineFirst;
  if (!complaint) return words.disputeHow;
  if (!refund) return words.toStaff;
  return portrait ? words.refundMe(refund) : words.refundMeShort(refund);
};

/** @type {View<Dispute>} */
export const dispute = (page, screen, over) => {
  const { words, portrait, small, largerText } = page;
  const { lines, chosen, complaint } = screen;
  const short = small && largerText;
  const ways = html`${wrong(page, screen, 'NOT_TAKEN', 'close')}${wrong(page, screen, 'WRONG_NUMBER', 'equal')}`;
  const send = html`<button
    class="btn primary"
    ?disabled=${!chosen || !complaint}
    @click=${() => page.send('requestRefund')}
  >
    <span>${doing(page, screen)}</span>
  </button>`;
  const back = button('back', words.disputeBack, portrait ? 'quiet' : 'quiet small', () => page.send('back'));
  const check = small || largerText ? nothing : html`<p class="small soft">${words.disputeCheckShort}</p>`;
  return frame(page, {
    kind: 'dispute',
    head: head(short ? words.disputeTitleShort : words.disputeTitle, small ? more(page) : nothing),
    main: html`${listed(
      page,
      lines.map(line => row(page, line, screen)),
      lines.length,
    )}${portrait ? notice('', 'clock', words.disputeCheck, words.disputeCheckText) : nothing}`,
    rail: portrait
      ? html`<div class="pair">${ways}</div>
          ${send}${back}`
      : html`${ways}
          <div class="push"></div>
          ${check}${send}${back}`,
    over,
  });
};

/** What is said besides; where staff give the money back, whether they have heard of it. */
const besides = (/** @type {Page} */ { words }, /** @type {Objected} */ { objection, staff }) =>
  objection === 'STAFF' && staff !== 'NOT_REACHED' ? words[`staff${staff}`] : words[`objectedText${objection}`];

/** @type {View<Objected>} */
export const objected = (page, screen, over) => {
  const { words, portrait, small } = page;
  const { article, amount, objection } = screen;
  const back = objection === 'REFUNDING' || objection === 'REFUNDED';
  const about = html`<div class="card one">
    ${picture(article.picture, article.name)}
    <div>
      <div class="name">${counted(article)}</div>
      ${money(amount)}
    </div>
  </div>`;
  const unheard = objection === 'STAFF' && screen.staff === 'NOT_REACHED';
  const call = unheard ? button('help', words.callStaff, '', () => page.send('callStaff')) : nothing;
  return frame(page, {
    kind: 'verdict-on declined objected',
    main: html`<div class="stack">
      <div class="verdict">
        ${back ? emblem('paid-mark', 'undo') : emblem('plain', 'member')}
        <h1 class="phrase">${words[`objected${objection}`](amount)}</h1>
      </div>
      <p>${besides(page, screen)}</p>
      ${small ? nothing : about}
    </div>`,
    rail: html`<div class=${portrait ? 'stack' : 'stack push'}>
      ${call}${button('', words.finish, '', () => page.send('finish'))}
    </div>`,
    over,
  });
};
