// The one list of a container's screens.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled } from '../runtime/paging.js';
import { fade } from '../shared/parts.js';
import { more } from '../shared/reading.js';

/** @import { Article } from '../messages.js' */
/** @import { Page, Part } from '../shared/page.js' */

/** Longer lists have lower rows on the portrait panel. */
export const ROOMY = 4;

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
