// The one list of a container's screens, with how to read on for people who do not swipe.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled, turnPage } from '../runtime/paging.js';
import { button, fade } from '../shared/parts.js';

/** @import { Article } from '../messages.js' */
/** @import { Page, Part } from '../shared/page.js' */

/** Longer lists have lower rows on the portrait panel. */
export const ROOMY = 4;

/**
 * How to read on; on the small panel it stands in the head.
 *
 * @type {Part}
 */
export const more = page => {
  const { words, hidden, small } = page;
  if (hidden === 0) return nothing;
  const toTop = small ? words.toTopShort : words.toTop;
  const [name, label] = hidden < 0 ? ['up', toTop] : ['down', words.moreKinds(hidden)];
  return button(name, label, small ? 'quiet small slim' : 'more', turnPage);
};

/** @type {Part<[rows: unknown, count: number]>} */
export const listed = (page, rows, count) =>
  html`<div class="shelf">
    <ul class="list ${count <= ROOMY ? 'roomy' : ''}" tabindex="0" @scroll=${scrolled}>
      ${rows}
    </ul>
    ${fade(page)}${page.small ? nothing : more(page)}
  </div>`;

/** Its name, and how many of it where there are several. */
export const counted = (/** @type {Article} */ { name, pieces }) =>
  pieces > 1 ? html`${name} <span class="nowrap">×${pieces}</span>` : name;

/** The estimate, where the total always stands. */
export const estimateLabel = (/** @type {Page} */ { words, portrait }) =>
  portrait ? words.estimated : words.estimatedShort;
