// Money that is held before a door opens. Said before it is done, both answers of equal weight.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, sum } from '../shared/parts.js';
import { point, points } from '../shared/points.js';

/** @import { HoldExplained, HoldKind } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/**
 * Per kind of hold the points, each with its icon.
 *
 * @satisfies {Record<HoldKind, readonly (readonly string[])[]>}
 */
const POINTS = /** @type {const} */ ({
  FROZEN: [
    ['lock', 'holdFrozen'],
    ['door', 'holdBill'],
    ['equal', 'holdMost'],
    ['undo', 'holdRest'],
  ],
  CREDIT: [
    ['lock', 'holdNothing'],
    ['door', 'holdBill'],
    ['equal', 'holdMost'],
    ['clock', 'holdLater'],
  ],
});

/** @type {Part<[HoldExplained]>} */
const explained = (page, { amount, kind }) => {
  const alone = page.small || (page.largerText && page.medium);
  const said = POINTS[kind].map(([name, key]) => {
    const words = page.words[key];
    const [title, text, short] = typeof words === 'function' ? words(amount) : words;
    return point(page, name, page.small ? short : title, alone ? '' : text);
  });
  return points(page, said);
};

/** @type {View<HoldExplained>} */
export const holdExplained = (page, screen, over) => {
  const { words, small, portrait } = page;
  const short = page.largerText && !portrait;
  const title = small ? words.holdTitleShort : words.holdTitle;
  const other = button('back', short ? words.anotherWay : words.holdOther, 'choice', () => page.send('anotherWay'));
  const agree = button('door', short ? words.holdAgreeShort : words.holdAgree, 'choice', () => page.send('agreeHold'));
  const answers = html`<div class=${portrait || small ? 'pair' : 'stack push'}>${other}${agree}</div>`;
  const most = sum(page, screen.kind === 'FROZEN' ? words.held : words.atMost, screen.amount);
  const stacked = html`<div class="stack">
    <h1 class="phrase">${title}</h1>
    ${explained(page, screen)}
  </div>`;
  return frame(page, {
    kind: small ? 'statement consent' : 'consent',
    head: portrait ? undefined : head(title),
    main: portrait ? stacked : explained(page, screen),
    rail: html`${small ? nothing : most}${answers}`,
    over,
  });
};
