// How to read on in the one list of a screen, for people who do not swipe.
import { nothing } from '/lit/lit-html.js';
import { turnPage } from '../runtime/paging.js';
import { button } from './parts.js';

/** @import { Page, Part } from './page.js' */

/** What leads back from the end of a list. */
export const toTop = (/** @type {Page} */ { words, small }) => (small ? words.toTopShort : words.toTop);

/**
 * Stands on the list, or on the small panel in the head.
 *
 * @type {Part<[top?: string]>}
 */
export const more = (page, top = toTop(page)) => {
  const { words, hidden, small } = page;
  if (hidden === 0) return nothing;
  const [name, label] = hidden < 0 ? ['up', top] : ['down', words.moreKinds(hidden)];
  return button(name, label, small ? 'quiet small slim' : 'more', turnPage);
};
