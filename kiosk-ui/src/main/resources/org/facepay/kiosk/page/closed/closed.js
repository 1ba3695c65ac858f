// Times when nothing can be bought: starting, connection lost, closed.
import { html, nothing } from '/lit/lit-html.js';
import { bigMark, frame, turning } from '../shared/parts.js';

/** @import { Boot, Closed, ClosedReason } from '../messages.js' */
/** @import { Drawn, Page, Part, View } from '../shared/page.js' */

/**
 * @param {Page} page
 * @param {string} title
 * @param {string} text
 * @param {Drawn} over
 * @param {boolean} bare without the bar, for nobody would hear of a touch
 */
const moment = (page, title, text, over, bare) =>
  frame(page, {
    kind: 'whole waiting',
    bare,
    main: html`<div class="stack center">
      ${turning('clock')}
      <div class="stack center tight">
        <h1 class="phrase">${title}</h1>
        <p class="soft">${text}</p>
      </div>
    </div>`,
    over,
  });

/** @type {View<Boot>} */
export const boot = (page, _, over) => moment(page, page.words.bootTitle, page.words.bootText, over, false);

/** Before the first snapshot, and while the terminal cannot be reached. */
export const unconnected = (/** @type {Page} */ page, /** @type {boolean} */ lost) => {
  const { words } = page;
  return lost
    ? moment(page, words.lostTitle, words.lostText, nothing, true)
    : moment(page, words.bootTitle, words.bootText, nothing, true);
};

/**
 * Why it is closed, in what a shopper can do about it; the rest is for staff.
 *
 * @type {Part<[Closed]>}
 */
const told = ({ words }, { reason, opens }) => {
  switch (reason) {
    case 'OPENING_HOURS':
      if (opens) {
        const { tomorrow, from, until } = opens;
        return html`<h1 class="phrase">${tomorrow ? words.closedTomorrow(from) : words.closedToday(from)}</h1>
          <p class="soft">${words.closedHours(from, until)}</p>`;
      }
      return html`<h1 class="phrase">${words.closedOPENING_HOURS}</h1>
        <p class="soft">${words.closedOPENING_HOURSText}</p>`;
    case 'STAFF':
      return html`<h1 class="phrase">${words.closedTitle}</h1>
        <p class="soft">${words.closedSTAFF}</p>`;
    default:
      return html`<h1 class="phrase">${words.closedTitle}</h1>
        <p class="soft">${words.closedElsewhere}</p>
        <p class="small soft">${words[`closed${reason}`]}</p>`;
  }
};

/** @type {Partial<Record<ClosedReason, string>>} */
const MARKS = { OPENING_HOURS: 'moon', STAFF: 'pause' };

/** @type {View<Closed>} */
export const closed = (page, screen, over) =>
  frame(page, {
    kind: 'whole waiting shut',
    main: html`<div class="stack center">
      ${bigMark(MARKS[screen.reason] ?? 'door')}
      <div class="stack center tight">${told(page, screen)}</div>
    </div>`,
    over,
  });
