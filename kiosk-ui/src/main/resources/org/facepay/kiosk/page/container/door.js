// What needs a hand while the door is open: something lies on the wrong shelf, or the door stands open for long.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, money, ring, sum } from '../shared/parts.js';
import { cabinet, shelves } from './drawing.js';
import { estimateLabel } from './list.js';

/** @import { DoorOpen, WrongPlace } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** @type {Part<[WrongPlace]>} */
const after = (page, screen) => {
  const label = html`<span class="soft">${page.words.afterMoving}</span>`;
  return page.portrait
    ? html`<div class="line">${label}${money(screen.after)}</div>`
    : html`<span class="small">${label}</span>${money(screen.after, 'moved')}`;
};

/** @type {View<WrongPlace>} */
export const wrongPlace = (page, screen, over) => {
  const { words, portrait, small, largerText } = page;
  const { article, shelf, belongs } = screen;
  const title = portrait ? words.belongs(article.name, belongs) : words.belongsShort(belongs);
  const keep = button(portrait ? 'bag' : '', portrait ? words.keepHere : words.keepHereShort, 'choice', () =>
    page.send('keepHere'),
  );
  const call = small
    ? nothing
    : button(portrait ? 'help' : '', words.cannotMove, 'choice', () => page.send('callStaff'));
  return frame(page, {
    kind: 'misplaced',
    main: html`<div class="stack center">
      ${shelves(screen)}
      <div>
        <h1 class="phrase">${title}</h1>
        <p class="soft ${small ? 'small' : ''}">
          ${small || (largerText && !portrait) ? words.liesOnShort : words.liesOn(shelf)}
        </p>
      </div>
    </div>`,
    rail: html`${sum(page, estimateLabel(page), screen.estimate, after(page, screen))}
      <div class="push"></div>
      <div class=${portrait ? 'pair' : 'stack'}>${keep}${call}</div>`,
    over,
  });
};

/** What becomes of the call for staff: it is about to be made, or how it went. */
const called = (/** @type {Page} */ { words, seconds }, /** @type {DoorOpen} */ screen) => {
  if (screen.seconds > 0) return words.doorOpenSoon(seconds);
  return screen.staff === 'NOT_REACHED' ? words.notCalledTitle : words[`staff${screen.staff}`];
};

/** @type {View<DoorOpen>} */
export const doorOpen = (page, screen, over) => {
  const { words, portrait, small } = page;
  const share = (100 * page.seconds) / Math.max(1, screen.seconds);
  const mark = screen.seconds > 0 ? ring('', share, html`<b>${page.seconds}</b>`) : emblem('plain', 'help');
  const title = html`<h1 class="phrase">${portrait ? words.doorOpenTitle : words.doorOpenTitleShort}</h1>`;
  const told = html`<p class=${small ? 'small' : ''}>${called(page, screen)}</p>
    ${small || (page.largerText && !portrait) ? nothing : html`<p class="soft">${words.doorOpenText}</p>`}`;
  const choosing = button(small ? '' : 'clock', words.stillChoosing, 'choice', () => page.send('stillHere'));
  const stuck = button(small ? '' : 'help', words.willNotClose, 'choice', () => page.send('callStaff'));
  return frame(page, {
    kind: 'tinted counted',
    main: portrait
      ? html`<div class="stack center">
          ${cabinet(true)}${title}
          <div class="ajar">
            ${mark}
            <div>${told}</div>
          </div>
        </div>`
      : html`<div class="ajar">
          ${mark}
          <div class="stack tight">${title}${told}</div>
        </div>`,
    rail: html`${sum(page, estimateLabel(page), screen.estimate)}
      <div class="push"></div>
      <div class=${portrait ? 'pair' : 'stack'}>${choosing}${stuck}</div>`,
    over,
  });
};
